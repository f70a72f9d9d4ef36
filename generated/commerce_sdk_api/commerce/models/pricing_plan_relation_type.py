"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingPlanRelationType(OpenEnum):
    """How one plan came from another."""

    ADVANTAGE_PRICING = "ADVANTAGE_PRICING"
    NEXT_PRICING = "NEXT_PRICING"
    SYNTHETIC_GENERATED = "SYNTHETIC_GENERATED"
    CURRENCY_GENERATED = "CURRENCY_GENERATED"
