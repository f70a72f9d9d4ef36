"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionAllowanceRecipient(OpenEnum):
    """Who an allowance is for."""

    ENTITLEMENT = "ENTITLEMENT"
    USER = "USER"
    POOL = "POOL"
