"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionAllowanceType(OpenEnum):
    """Whether an allowance comes once or again and again."""

    ONE_TIME = "ONE_TIME"
    RECURRING = "RECURRING"
