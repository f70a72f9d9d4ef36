"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteLineStatus(OpenEnum):
    """What is wrong with a line; without it nothing is."""

    STALE = "STALE"
    CANCELLED = "CANCELLED"
