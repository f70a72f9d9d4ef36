"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoicePayerAction(OpenEnum):
    """What the payer has to do."""

    NO_ACTION = "NO_ACTION"
    REQUIRES_ACTION = "REQUIRES_ACTION"
    REQUIRES_DIFFERENT_PAYMENT_METHOD = "REQUIRES_DIFFERENT_PAYMENT_METHOD"
