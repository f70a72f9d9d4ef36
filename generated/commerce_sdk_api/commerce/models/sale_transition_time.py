"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class SaleTransitionTime(OpenEnum):
    """When a sale takes effect: at once or with the next billing cycle."""

    IMMEDIATE = "IMMEDIATE"
    NEXT_CYCLE = "NEXT_CYCLE"
