"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class StartsAtType(OpenEnum):
    """How the start of a term is given."""

    TIMESTAMP = "TIMESTAMP"
