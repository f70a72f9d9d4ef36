"""The models and enums of openapi/storefront.yaml, each loaded on first use.

The stub beside this file lists them for type checkers.
"""

from commerce_sdk.lazy import lazily

__getattr__, __dir__ = lazily(
    globals(),
    {
        "Category": ".category",
        "Error": ".error",
        "ErrorDetail": ".error_detail",
        "LoginInput": ".login_input",
        "NextOrderStatus": ".next_order_status",
        "Order": ".order",
        "OrderInput": ".order_input",
        "OrderItem": ".order_item",
        "OrderItemInput": ".order_item_input",
        "OrderPage": ".order_page",
        "OrderStatus": ".order_status",
        "OrderStatusInput": ".order_status_input",
        "Product": ".product",
        "ProductInput": ".product_input",
        "ProductPage": ".product_page",
        "ProductSort": ".product_sort",
        "ProductUpdateInput": ".product_update_input",
        "RefreshInput": ".refresh_input",
        "SortOrder": ".sort_order",
        "Token": ".token",
    },
)
