"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteFilter(OpenEnum):
    """A status that quotes can be listed by."""

    DRAFT = "DRAFT"
    OPEN = "OPEN"
    ACCEPTED = "ACCEPTED"
    CANCELLED = "CANCELLED"
    STALE = "STALE"
