"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SubscriptionAfterTransition(OpenEnum):
    """What becomes of a subscription after a move. The values are in title case, unlike all
    others."""

    CONTINUE = "Continue"
    CANCEL = "Cancel"
