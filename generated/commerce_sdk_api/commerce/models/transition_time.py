"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class TransitionTime(OpenEnum):
    """When a change takes effect: at once, with the next billing cycle, or at a set time."""

    IMMEDIATE = "IMMEDIATE"
    NEXT_CYCLE = "NEXT_CYCLE"
    SCHEDULED = "SCHEDULED"
