"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteStartType(OpenEnum):
    """The way in which a beginning is given."""

    QUOTE_ACCEPTANCE_DATE = "QUOTE_ACCEPTANCE_DATE"
    UPCOMING_INVOICE = "UPCOMING_INVOICE"
    TIMESTAMP = "TIMESTAMP"
    LINE_ITEM_END = "LINE_ITEM_END"
