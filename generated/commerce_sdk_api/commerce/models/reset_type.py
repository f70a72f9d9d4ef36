"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ResetType(OpenEnum):
    """The kind of reset of a subscription."""

    HARD_RESET = "HARD_RESET"
    SALE_TRANSITION_RESET = "SALE_TRANSITION_RESET"
