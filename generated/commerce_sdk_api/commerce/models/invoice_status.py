"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoiceStatus(OpenEnum):
    """Where an invoice stands."""

    DRAFT = "DRAFT"
    OPEN = "OPEN"
    PAID = "PAID"
    DEFERRED_PAID = "DEFERRED_PAID"
    PAYMENT_DEFERRED = "PAYMENT_DEFERRED"
    UNCOLLECTIBLE = "UNCOLLECTIBLE"
    VOID = "VOID"
