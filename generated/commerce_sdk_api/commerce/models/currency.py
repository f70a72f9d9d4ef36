"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class Currency(OpenEnum):
    """A currency of the platform, by its ISO 4217 code."""

    USD = "USD"
    JPY = "JPY"
