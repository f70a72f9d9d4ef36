"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionStatus(OpenEnum):
    """Where a subscription stands."""

    PROCESSING = "PROCESSING"
    NOT_STARTED = "NOT_STARTED"
    ACTIVE = "ACTIVE"
    CANCELLED = "CANCELLED"
