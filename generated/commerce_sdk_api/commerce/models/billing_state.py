"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class BillingState(OpenEnum):
    """What an entitlement was before it moved."""

    TRIAL = "TRIAL"
    PAID = "PAID"
    FREE = "FREE"
