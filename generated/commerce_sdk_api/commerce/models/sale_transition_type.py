"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SaleTransitionType(OpenEnum):
    """The kind of sale; NA where none applies."""

    NEW = "NEW"
    NA = "NA"
    DOWNGRADE = "DOWNGRADE"
    UPGRADE = "UPGRADE"
    RENEW = "RENEW"
