"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class InvoiceFeeType(OpenEnum):
    """A kind of fee."""

    ADMIN_FEE = "ADMIN_FEE"
