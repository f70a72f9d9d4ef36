"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class QuoteContractType(OpenEnum):
    """Whether a quote keeps to the standard contract."""

    STANDARD = "STANDARD"
    NON_STANDARD = "NON_STANDARD"
