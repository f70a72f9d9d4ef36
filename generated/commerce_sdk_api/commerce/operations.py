"""What the document says of each operation.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from commerce_sdk.operation import Operation, Pagination, RateLimit, RetryRule, Tenant

SERVER = "https://api.atlassian.com/commerce/api"
"""Where the platform is served, as the document says."""

LIST_ORDERS = Operation(
    id="list_orders",
    method="GET",
    path="/v2/orders",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="data", next="next_id"
    ),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

CREATE_ORDER = Operation(
    id="create_order",
    method="POST",
    path="/v2/orders",
    success=(201,),
    retry=RetryRule(kind="keyed", key="orderId", read_back="get_order"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=False),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

GET_ORDER = Operation(
    id="get_order",
    method="GET",
    path="/v2/orders/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

GET_ORDER_ITEM = Operation(
    id="get_order_item",
    method="GET",
    path="/v2/orders/{orderId}/orderItem/{orderItemId}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

PREVIEW_ORDER = Operation(
    id="preview_order",
    method="POST",
    path="/v2/order-intent/preview",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

PLACE_ORDER = Operation(
    id="place_order",
    method="POST",
    path="/v4/orders",
    success=(202,),
    retry=RetryRule(kind="keyed", key="orderId", read_back="get_order_status"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=False),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

GET_ORDER_STATUS = Operation(
    id="get_order_status",
    method="GET",
    path="/v4/orders/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "orders"),
        (401, "orders"),
        (403, "orders"),
        (404, "orders"),
        (405, "orders"),
        (409, "orders"),
        (415, "orders"),
        (422, "orders"),
        (423, "orders"),
        (429, "orders"),
        (500, "orders"),
        (501, "orders"),
        (502, "orders"),
        (503, "orders"),
    ),
)

OPERATIONS: dict[str, Operation] = {
    "list_orders": LIST_ORDERS,
    "create_order": CREATE_ORDER,
    "get_order": GET_ORDER,
    "get_order_item": GET_ORDER_ITEM,
    "preview_order": PREVIEW_ORDER,
    "place_order": PLACE_ORDER,
    "get_order_status": GET_ORDER_STATUS,
}
