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
    shown=("page-size",),
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
    shown=("errorResponseVersion",),
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
    shown=("errorResponseVersion",),
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

LIST_QUOTES = Operation(
    id="list_quotes",
    method="GET",
    path="/v1/quotes",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="data", next="next_id"
    ),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    shown=("page-size", "status-filter"),
    error_families=(
        (400, "quotes"),
        (401, "platform"),
        (403, "quotes"),
        (404, "quotes"),
        (409, "quotes"),
        (429, "quotes"),
        (500, "quotes"),
        (502, "platform"),
        (503, "platform"),
        (504, "quotes"),
    ),
)

GET_QUOTE = Operation(
    id="get_quote",
    method="GET",
    path="/v2/quotes/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "quotes"),
        (401, "platform"),
        (403, "quotes"),
        (404, "quotes"),
        (409, "quotes"),
        (429, "quotes"),
        (500, "quotes"),
        (502, "platform"),
        (503, "platform"),
        (504, "quotes"),
    ),
)

DOWNLOAD_QUOTE = Operation(
    id="download_quote",
    method="GET",
    path="/v3/quotes/{id}/download",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="transaction_account_id", required=True),),
    error_families=(
        (400, "quotes"),
        (401, "platform"),
        (403, "quotes"),
        (404, "quotes"),
        (409, "quotes"),
        (429, "quotes"),
        (500, "quotes"),
        (502, "platform"),
        (503, "platform"),
        (504, "quotes"),
    ),
)

LIST_INVOICES = Operation(
    id="list_invoices",
    method="GET",
    path="/v2/invoices",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="data", next="next_id"
    ),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    shown=("status-filter", "page-size"),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_INVOICE = Operation(
    id="get_invoice",
    method="GET",
    path="/v2/invoices/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

DOWNLOAD_INVOICE = Operation(
    id="download_invoice",
    method="GET",
    path="/v1/invoices/{invoiceId}/download",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=200, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="transaction_account_id", required=True),),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)

LIST_INVOICE_GROUPS = Operation(
    id="list_invoice_groups",
    method="GET",
    path="/v2/invoice-groups",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="data", next="next_id"
    ),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    shown=("page-size",),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_INVOICE_GROUP = Operation(
    id="get_invoice_group",
    method="GET",
    path="/v2/invoice-groups/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_CREDIT_NOTE = Operation(
    id="get_credit_note",
    method="GET",
    path="/v2/credit-notes/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_CREDIT_NOTE_SUMMARY = Operation(
    id="get_credit_note_summary",
    method="GET",
    path="/v2/credit-notes/summary",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    error_families=(
        (400, "invoices"),
        (401, "invoices"),
        (403, "invoices"),
        (404, "invoices"),
        (429, "invoices"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_ENTITLEMENT = Operation(
    id="get_entitlement",
    method="GET",
    path="/v4/entitlements/{entitlementId}/details",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)

GET_ENTITLEMENT_V2 = Operation(
    id="get_entitlement_v2",
    method="GET",
    path="/v2/entitlements/{entitlementId}/details",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=3000, seconds=60, scope="credential"),),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)

LIST_ENTITLEMENTS = Operation(
    id="list_entitlements",
    method="GET",
    path="/v1/entitlements",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="data", next="next_id"
    ),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=True),),
    shown=("page-size", "status-filter"),
    error_families=(
        (207, "entitlements"),
        (400, "entitlements"),
        (401, "entitlements"),
        (403, "platform"),
        (404, "entitlements"),
        (405, "entitlements"),
        (409, "entitlements"),
        (415, "entitlements"),
        (429, "platform"),
        (500, "entitlements"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_ENTITLEMENT_DISPLAY_INFO = Operation(
    id="get_entitlement_display_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/display-info",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="transaction", argument="x_transaction_account", required=False),),
    error_families=(
        (207, "entitlements"),
        (400, "entitlements"),
        (401, "entitlements"),
        (403, "platform"),
        (404, "entitlements"),
        (405, "entitlements"),
        (409, "entitlements"),
        (415, "entitlements"),
        (429, "platform"),
        (500, "entitlements"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_ENTITLEMENT_PARTNER_INFO = Operation(
    id="get_entitlement_partner_info",
    method="GET",
    path="/v1/entitlements/{entitlementId}/partner-acquisition-info",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    error_families=(
        (400, "gateway"),
        (401, "gateway"),
        (403, "platform"),
        (404, "gateway"),
        (429, "platform"),
        (500, "gateway"),
        (502, "platform"),
        (503, "gateway"),
    ),
)

LIST_PRODUCTS = Operation(
    id="list_products",
    method="GET",
    path="/v2/products",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="values", next="next_id"
    ),
    shown=("status", "page-size"),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_PRODUCT = Operation(
    id="get_product",
    method="GET",
    path="/v2/products/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

LIST_OFFERINGS = Operation(
    id="list_offerings",
    method="GET",
    path="/v2/products/{productId}/offerings",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="values", next="next_id"
    ),
    shown=("status", "creation-type", "page-size", "hosting-type"),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_PARTNER_OPT_OUT = Operation(
    id="get_partner_opt_out",
    method="GET",
    path="/v1/product-ignore-rule/{productId}/promotion-type/partner",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    shown=("hosting-type",),
    error_families=(
        (400, "promotions"),
        (401, "platform"),
        (403, "platform"),
        (404, "promotions"),
        (409, "promotions"),
        (423, "promotions"),
        (429, "platform"),
        (500, "promotions"),
        (502, "platform"),
        (503, "platform"),
    ),
)

LIST_PARTNER_OPT_OUTS = Operation(
    id="list_partner_opt_outs",
    method="GET",
    path="/v1/product-ignore-rule/promotion-type/partner",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    shown=("hosting-type",),
    error_families=(
        (400, "promotions"),
        (401, "platform"),
        (403, "platform"),
        (404, "promotions"),
        (409, "promotions"),
        (423, "promotions"),
        (429, "platform"),
        (500, "promotions"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_OFFERING = Operation(
    id="get_offering",
    method="GET",
    path="/v3/offerings/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

LIST_RELATED_OFFERINGS = Operation(
    id="list_related_offerings",
    method="GET",
    path="/v1/offerings/{id}/related/{type}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="values", next="next_id"
    ),
    shown=("page-size",),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

LIST_PRICING_PLANS = Operation(
    id="list_pricing_plans",
    method="GET",
    path="/v2/offerings/{offeringId}/pricing-plans",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=600, seconds=60, scope="credential"),),
    pagination=Pagination(
        strategy="cursor", cursor="start_id", size="page_size", items="values", next="next_id"
    ),
    shown=("status", "activation-reason-code", "page-size"),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_PRICING_PLAN = Operation(
    id="get_pricing_plan",
    method="GET",
    path="/v2/pricing-plans/{id}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=900, seconds=60, scope="credential"),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

UPDATE_PRICING_PLAN = Operation(
    id="update_pricing_plan",
    method="PUT",
    path="/v2/pricing-plans/{id}",
    success=(200,),
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

CREATE_PRICING_PLAN = Operation(
    id="create_pricing_plan",
    method="POST",
    path="/v2/pricing-plans",
    success=(200,),
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

DELETE_PRICING_PLAN = Operation(
    id="delete_pricing_plan",
    method="DELETE",
    path="/v1/pricing-plans/{id}",
    success=(204,),
    retry=RetryRule(kind="never", read_back="get_pricing_plan"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=False),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

GET_PRICING_CHANGE = Operation(
    id="get_pricing_change",
    method="GET",
    path="/v2/pricing-changes/{pricingChangeId}",
    success=(200,),
    retry=RetryRule(kind="safe"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

UPDATE_PRICING_CHANGE = Operation(
    id="update_pricing_change",
    method="PUT",
    path="/v2/pricing-changes/{pricingChangeId}",
    success=(200,),
    retry=RetryRule(kind="never", read_back="get_pricing_change"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

CREATE_PRICING_CHANGE = Operation(
    id="create_pricing_change",
    method="POST",
    path="/v2/pricing-changes",
    success=(200,),
    retry=RetryRule(kind="never"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

DELETE_PRICING_CHANGE = Operation(
    id="delete_pricing_change",
    method="DELETE",
    path="/v1/pricing-changes/{pricingChangeId}",
    success=(204,),
    retry=RetryRule(kind="never", read_back="get_pricing_change"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
    ),
)

EXECUTE_PRICING_CHANGE = Operation(
    id="execute_pricing_change",
    method="PUT",
    path="/v2/pricing-changes/{pricingChangeId}/execute",
    success=(202,),
    retry=RetryRule(kind="never", read_back="get_pricing_change"),
    rate_limits=(RateLimit(limit=100, seconds=60, scope="credential"),),
    tenants=(Tenant(kind="catalog", argument="x_catalog_account", required=True),),
    error_families=(
        (400, "catalog"),
        (401, "catalog"),
        (403, "catalog"),
        (404, "catalog"),
        (409, "catalog"),
        (423, "catalog"),
        (429, "platform"),
        (502, "platform"),
        (503, "platform"),
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
    "list_quotes": LIST_QUOTES,
    "get_quote": GET_QUOTE,
    "download_quote": DOWNLOAD_QUOTE,
    "list_invoices": LIST_INVOICES,
    "get_invoice": GET_INVOICE,
    "download_invoice": DOWNLOAD_INVOICE,
    "list_invoice_groups": LIST_INVOICE_GROUPS,
    "get_invoice_group": GET_INVOICE_GROUP,
    "get_credit_note": GET_CREDIT_NOTE,
    "get_credit_note_summary": GET_CREDIT_NOTE_SUMMARY,
    "get_entitlement": GET_ENTITLEMENT,
    "get_entitlement_v2": GET_ENTITLEMENT_V2,
    "list_entitlements": LIST_ENTITLEMENTS,
    "get_entitlement_display_info": GET_ENTITLEMENT_DISPLAY_INFO,
    "get_entitlement_partner_info": GET_ENTITLEMENT_PARTNER_INFO,
    "list_products": LIST_PRODUCTS,
    "get_product": GET_PRODUCT,
    "list_offerings": LIST_OFFERINGS,
    "get_partner_opt_out": GET_PARTNER_OPT_OUT,
    "list_partner_opt_outs": LIST_PARTNER_OPT_OUTS,
    "get_offering": GET_OFFERING,
    "list_related_offerings": LIST_RELATED_OFFERINGS,
    "list_pricing_plans": LIST_PRICING_PLANS,
    "get_pricing_plan": GET_PRICING_PLAN,
    "update_pricing_plan": UPDATE_PRICING_PLAN,
    "create_pricing_plan": CREATE_PRICING_PLAN,
    "delete_pricing_plan": DELETE_PRICING_PLAN,
    "get_pricing_change": GET_PRICING_CHANGE,
    "update_pricing_change": UPDATE_PRICING_CHANGE,
    "create_pricing_change": CREATE_PRICING_CHANGE,
    "delete_pricing_change": DELETE_PRICING_CHANGE,
    "execute_pricing_change": EXECUTE_PRICING_CHANGE,
}
