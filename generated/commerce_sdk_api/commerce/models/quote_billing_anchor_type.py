"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteBillingAnchorType(OpenEnum):
    """The way in which a billing anchor is given."""

    QUOTE_ACCEPTANCE_DATE = "QUOTE_ACCEPTANCE_DATE"
    UPCOMING_INVOICE = "UPCOMING_INVOICE"
    TIMESTAMP = "TIMESTAMP"
    CONTINUE = "CONTINUE"
    LINE_ITEM_START = "LINE_ITEM_START"
