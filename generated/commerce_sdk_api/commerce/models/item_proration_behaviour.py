"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ItemProrationBehaviour(OpenEnum):
    """Whether part of a cycle is asked to be invoiced at once."""

    NONE = "NONE"
    ALWAYS_INVOICE = "ALWAYS_INVOICE"
