"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class BillingState(OpenEnum):
    """What an entitlement was before it moved."""

    FREE = "FREE"
    PAID = "PAID"
    TRIAL = "TRIAL"
