"""Generated from openapi/commerce.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OfferingPricingType(OpenEnum):
    """Whether and how an offering is paid for."""

    EXTERNAL = "EXTERNAL"
    FREE = "FREE"
    LIMITED_FREE = "LIMITED_FREE"
    PAID = "PAID"
