"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteEndType(OpenEnum):
    """The way in which an end is given."""

    DURATION = "DURATION"
    TIMESTAMP = "TIMESTAMP"
