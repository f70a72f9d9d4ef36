"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteBenefitDuration(OpenEnum):
    """How long a benefit lasts."""

    FOREVER = "FOREVER"
    ONCE = "ONCE"
    REPEATING = "REPEATING"
    ALIGN_TO_QUOTE_LINE = "ALIGN_TO_QUOTE_LINE"
