"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class BillUntilReference(OpenEnum):
    """A named instant until which is billed in advance."""

    END_TIME = "END_TIME"
