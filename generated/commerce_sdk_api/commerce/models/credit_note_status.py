"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CreditNoteStatus(OpenEnum):
    """Where a credit note stands."""

    PENDING = "PENDING"
    OPEN = "OPEN"
    PAID = "PAID"
    FAILED = "FAILED"
