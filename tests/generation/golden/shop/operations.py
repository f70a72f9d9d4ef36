"""What the document says of each operation.

Generated from shop.yaml; not edited by hand.
"""

from commerce_sdk.operation import Operation, Pagination, RateLimit, RetryRule, Tenant

SERVER = "https://shop.invalid/api"
"""Where the platform is served, as the document says."""

GET_BILL = Operation(
    id="get_bill",
    method="GET",
    path="/v1/bills/{billId}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_shop", required=True),),
    shown=("at", "kind", "full"),
    error_families=((207, "shop"), (404, "shop"), (503, "shop")),
)

PRINT_BILL = Operation(
    id="print_bill",
    method="GET",
    path="/v1/bills/{billId}/paper",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="shop", required=True),),
    shown=("colours",),
    error_families=((404, "shop"),),
)

SEND_BILL = Operation(
    id="send_bill",
    method="POST",
    path="/v1/bills/{billId}/paper",
    success=(202,),
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    error_families=(),
)

LIST_BILLS = Operation(
    id="list_bills",
    method="GET",
    path="/v1/bills",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(
        RateLimit(limit=10, seconds=1, scope="account"),
        RateLimit(limit=100, seconds=60, scope="account"),
    ),
    pagination=Pagination(strategy="cursor", cursor="start", items="data", next="next"),
    error_families=(),
)

CREATE_BILL = Operation(
    id="create_bill",
    method="POST",
    path="/v1/bills",
    success=(201, 204),
    retry=RetryRule(kind="keyed", key="id", read_back="get_bill"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    error_families=(),
)

CREATE_PLAN = Operation(
    id="create_plan",
    method="POST",
    path="/v1/plans",
    success=(204,),
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=10, seconds=1, scope="credential"),),
    error_families=(),
)

OPERATIONS: dict[str, Operation] = {
    "get_bill": GET_BILL,
    "print_bill": PRINT_BILL,
    "send_bill": SEND_BILL,
    "list_bills": LIST_BILLS,
    "create_bill": CREATE_BILL,
    "create_plan": CREATE_PLAN,
}
