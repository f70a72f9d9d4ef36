"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteBillFromType(OpenEnum):
    """The way in which the beginning of billing in advance is given."""

    QUOTE_ACCEPTANCE_DATE = "QUOTE_ACCEPTANCE_DATE"
    UPCOMING_INVOICE = "UPCOMING_INVOICE"
    TIMESTAMP = "TIMESTAMP"
    LINE_ITEM_START = "LINE_ITEM_START"
