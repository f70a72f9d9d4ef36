"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillingState(OpenEnum):
    """What an entitlement was before it moved."""

    TRIAL = "TRIAL"
    PAID = "PAID"
    FREE = "FREE"
