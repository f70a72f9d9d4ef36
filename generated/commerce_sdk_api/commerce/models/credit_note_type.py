"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class CreditNoteType(OpenEnum):
    """What kind of credit note it is."""

    FULL_ITEM_REFUND = "full-item-refund"
    TAX_ONLY_REFUND = "tax-only-refund"
    CREDIT_GRANT = "credit-grant"
    DUNNING_CANCELLATION_CREDIT = "dunning-cancellation-credit"
    WRITE_OFF = "write-off"
    PARTIAL_ITEM_REFUND = "partial-item-refund"
