"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PromotionDuration(OpenEnum):
    """For how long a promotion gives its benefit."""

    FOREVER = "FOREVER"
    ONCE = "ONCE"
    REPEATING = "REPEATING"
    VARIABLE = "VARIABLE"
    ALIGN_TO_PHASE = "ALIGN_TO_PHASE"
