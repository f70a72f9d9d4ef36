"""Each operation of the storefront, built with what it needs and no more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commerce_sdk import Money
from commerce_sdk.document.operation import Request
from commerce_sdk_api.storefront.api.auth import log_in, log_out, refresh_login
from commerce_sdk_api.storefront.api.orders import (
    create_order,
    get_order,
    list_orders,
    update_order_status,
)
from commerce_sdk_api.storefront.api.products import (
    create_product,
    delete_product,
    get_product,
    list_products,
    update_product,
)
from commerce_sdk_api.storefront.models import (
    LoginInput,
    OrderInput,
    OrderItemInput,
    OrderStatusInput,
    ProductInput,
    ProductUpdateInput,
    RefreshInput,
)

ID = "8c0d7a52-2f0f-4f43-8f0c-6f3d3a1f9a10"
PRICE = Money.of("44.5", "USD")
BOOT: Mapping[str, Any] = {
    "sku": "BOOT",
    "name": "Boot",
    "price": 44.5,
    "currency": "USD",
    "stock": 1,
    "category": "footwear",
}
ORDERED: Mapping[str, Any] = {"customerId": ID, "items": [{"productId": ID, "quantity": 1}]}
SENT: dict[str, tuple[Request[Any], Any]] = {
    "log_in": (
        log_in.build(body=LoginInput(email="jane@example.com", password="s3cr3t!")),
        {"email": "jane@example.com", "password": "s3cr3t!"},
    ),
    "refresh_login": (
        refresh_login.build(body=RefreshInput(refresh_token="once")),
        {"refreshToken": "once"},
    ),
    "log_out": (log_out.build(), None),
    "list_products": (list_products.build(), None),
    "create_product": (
        create_product.build(
            body=ProductInput(
                sku="BOOT",
                name="Boot",
                price=PRICE,
                stock=1,
                category="footwear",
                currency="USD",
            )
        ),
        BOOT,
    ),
    "get_product": (get_product.build(product_id=ID), None),
    "update_product": (
        update_product.build(product_id=ID, body=ProductUpdateInput(price=PRICE)),
        {"price": 44.5, "currency": "USD"},
    ),
    "delete_product": (delete_product.build(product_id=ID), None),
    "list_orders": (list_orders.build(), None),
    "create_order": (
        create_order.build(
            body=OrderInput(customer_id=ID, items=[OrderItemInput(product_id=ID, quantity=1)])
        ),
        ORDERED,
    ),
    "get_order": (get_order.build(order_id=ID), None),
    "update_order_status": (
        update_order_status.build(order_id=ID, body=OrderStatusInput(status="shipped")),
        {"status": "shipped"},
    ),
}
"""Each operation with what it needs and no more, and the body that goes out."""
