"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class PricingChargeType(OpenEnum):
    """How a charge element is charged."""

    METERED = "METERED"
    LICENSED = "LICENSED"
    AUTO_SCALING = "AUTO_SCALING"
