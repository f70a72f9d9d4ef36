"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class ProrationBehaviour(OpenEnum):
    """How part of a cycle is charged; by the names not at all, invoiced at once, or put on the
    next invoice."""

    NONE = "NONE"
    ALWAYS_INVOICE = "ALWAYS_INVOICE"
    CREATE_PRORATIONS = "CREATE_PRORATIONS"
