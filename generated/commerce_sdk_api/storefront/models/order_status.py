"""Generated from openapi/storefront.yaml; not edited by hand."""

from commerce_sdk.document.open_enums import OpenEnum


class OrderStatus(OpenEnum):
    """Where an order stands. That it begins as `pending` follows from that being no status to
    change to; how the others follow each other is not published."""

    PENDING = "pending"
    CONFIRMED = "confirmed"
    SHIPPED = "shipped"
    DELIVERED = "delivered"
    CANCELLED = "cancelled"
    REFUNDED = "refunded"
