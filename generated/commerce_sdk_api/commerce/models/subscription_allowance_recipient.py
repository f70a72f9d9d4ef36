"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class SubscriptionAllowanceRecipient(OpenEnum):
    """Who an allowance is for."""

    ENTITLEMENT = "ENTITLEMENT"
    USER = "USER"
    POOL = "POOL"
