"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class SaleTransitionType(OpenEnum):
    """The kind of sale; NA where none applies."""

    DOWNGRADE = "DOWNGRADE"
    NA = "NA"
    NEW = "NEW"
    RENEW = "RENEW"
    UPGRADE = "UPGRADE"
