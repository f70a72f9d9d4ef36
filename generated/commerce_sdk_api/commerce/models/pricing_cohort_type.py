"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingCohortType(OpenEnum):
    """How the customers who move are chosen."""

    DEFAULT = "DEFAULT"
    SUBSCRIPTIONS_BY_TIER = "SUBSCRIPTIONS_BY_TIER"
