"""Generated from openapi/storefront.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class NextOrderStatus(OpenEnum):
    """A status that an order can be taken to."""

    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
