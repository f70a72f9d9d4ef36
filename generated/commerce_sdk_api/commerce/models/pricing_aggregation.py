"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingAggregation(OpenEnum):
    """How usage within a cycle is put together."""

    LATEST = "LATEST"
    SUM = "SUM"
