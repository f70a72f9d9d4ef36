"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoiceFilter(OpenEnum):
    """Which invoices to list: PAID at once or later, UNPAID among the final ones. Upper case
    counts."""

    PAID = "PAID"
    UNPAID = "UNPAID"
