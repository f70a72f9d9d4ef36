"""What the document says of each operation, for those who want to know it of all; each endpoint
holds its own.

Generated from openapi/commerce.yaml; not edited by hand.
"""

from commerce_sdk.document.operation import Operation

from .api.credit_notes import get_credit_note, get_credit_note_summary
from .api.entitlements import (
    get_entitlement,
    get_entitlement_display_info,
    get_entitlement_partner_info,
    get_entitlement_v2,
    list_entitlements,
)
from .api.invoice_groups import get_invoice_group, list_invoice_groups
from .api.invoices import download_invoice, get_invoice, list_invoices
from .api.offerings import get_offering, list_pricing_plans, list_related_offerings
from .api.orders import (
    create_order,
    get_order,
    get_order_item,
    get_order_status,
    list_orders,
    place_order,
    preview_order,
)
from .api.pricing_changes import (
    create_pricing_change,
    delete_pricing_change,
    execute_pricing_change,
    get_pricing_change,
    update_pricing_change,
)
from .api.pricing_plans import (
    create_pricing_plan,
    delete_pricing_plan,
    get_pricing_plan,
    update_pricing_plan,
)
from .api.products import (
    get_partner_opt_out,
    get_product,
    list_offerings,
    list_partner_opt_outs,
    list_products,
)
from .api.quotes import download_quote, get_quote, list_quotes

OPERATIONS: dict[str, Operation] = {
    each.id: each
    for each in (
        list_orders.OPERATION,
        create_order.OPERATION,
        get_order.OPERATION,
        get_order_item.OPERATION,
        preview_order.OPERATION,
        place_order.OPERATION,
        get_order_status.OPERATION,
        list_quotes.OPERATION,
        get_quote.OPERATION,
        download_quote.OPERATION,
        list_invoices.OPERATION,
        get_invoice.OPERATION,
        download_invoice.OPERATION,
        list_invoice_groups.OPERATION,
        get_invoice_group.OPERATION,
        get_credit_note.OPERATION,
        get_credit_note_summary.OPERATION,
        get_entitlement.OPERATION,
        get_entitlement_v2.OPERATION,
        list_entitlements.OPERATION,
        get_entitlement_display_info.OPERATION,
        get_entitlement_partner_info.OPERATION,
        list_products.OPERATION,
        get_product.OPERATION,
        list_offerings.OPERATION,
        get_partner_opt_out.OPERATION,
        list_partner_opt_outs.OPERATION,
        get_offering.OPERATION,
        list_related_offerings.OPERATION,
        list_pricing_plans.OPERATION,
        get_pricing_plan.OPERATION,
        update_pricing_plan.OPERATION,
        create_pricing_plan.OPERATION,
        delete_pricing_plan.OPERATION,
        get_pricing_change.OPERATION,
        update_pricing_change.OPERATION,
        create_pricing_change.OPERATION,
        delete_pricing_change.OPERATION,
        execute_pricing_change.OPERATION,
    )
}
