"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingCohortInputType(OpenEnum):
    """How the customers who shall move can be chosen."""

    SUBSCRIPTIONS_BY_TIER = "SUBSCRIPTIONS_BY_TIER"
