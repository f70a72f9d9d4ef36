"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionLockType(OpenEnum):
    """What a price lock holds fixed."""

    AMENDMENT = "AMENDMENT"
    TRANSITION = "TRANSITION"
