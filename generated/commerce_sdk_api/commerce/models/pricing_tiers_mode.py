"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingTiersMode(OpenEnum):
    """How the tiers of a price are put together."""

    GRADUATED = "GRADUATED"
    VOLUME = "VOLUME"
