"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteLineProrationBehaviour(OpenEnum):
    """How a change within a cycle would be billed."""

    CREATE_PRORATIONS = "CREATE_PRORATIONS"
    NONE = "NONE"
