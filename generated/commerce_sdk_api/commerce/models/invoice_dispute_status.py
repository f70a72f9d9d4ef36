"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoiceDisputeStatus(OpenEnum):
    """Where a dispute stands."""

    WON = "WON"
    LOST = "LOST"
    UNDER_REVIEW = "UNDER_REVIEW"
