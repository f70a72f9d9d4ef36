"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.open_enum import OpenEnum


class StartsAtType(OpenEnum):
    """How the start of a term is given."""

    TIMESTAMP = "TIMESTAMP"
