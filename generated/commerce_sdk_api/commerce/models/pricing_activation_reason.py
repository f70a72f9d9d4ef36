"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingActivationReason(OpenEnum):
    """Why a plan is brought into force."""

    DEFAULT_PRICING = "DEFAULT_PRICING"
    ADVANTAGE_PRICING = "ADVANTAGE_PRICING"
    EXPERIMENTAL_PRICING = "EXPERIMENTAL_PRICING"
    EARLY_ACCESS_PRICING = "EARLY_ACCESS_PRICING"
