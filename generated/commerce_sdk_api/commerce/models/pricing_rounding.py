"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingRounding(OpenEnum):
    """Which way a quantity is rounded."""

    UP = "UP"
    DOWN = "DOWN"
