"""Every operation of Commerce through the facade, with one id in every place that takes one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from commerce_sdk import CommerceClient, new_item
from commerce_sdk.models import (
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanUpdateInput,
)

ID = "0aed15e5-3d09-4319-800d-d65a5e73f783"
PLAN = {"offeringId": ID, "currency": "USD", "primaryCycleId": "MONTHLY", "items": []}
ACTIVATE = {"activate": {"pricingPlanId": ID, "activationReasonCode": "DEFAULT_PRICING"}}


async def parts_of(download: Any) -> bytes:
    async with download as parts:
        return b"".join([part async for part in parts])


async def placed(commerce: CommerceClient, id_: str) -> Any:
    order = commerce.orders.prepare(items=[new_item(ID)], order_id=id_)
    return await commerce.orders.place(order, fresh=True)


Call = Callable[[CommerceClient, Any], Awaitable[Any]]
EVERY_CALL: dict[str, Call] = {
    "list_orders": lambda c, x: c.orders.list(invoice_group=x).collect(),
    "create_order": lambda c, x: c.orders.create(items=[new_item(x)]),
    "get_order": lambda c, x: c.orders.get(x),
    "get_order_item": lambda c, x: c.orders.get_by_item(x, x),
    "preview_order": lambda c, x: c.orders.preview(x, 1),
    "place_order": placed,
    "get_order_status": lambda c, x: c.orders.status(x),
    "list_quotes": lambda c, x: c.quotes.list(quote_number=x, invoice_group=x).collect(),
    "get_quote": lambda c, x: c.quotes.get(x),
    "download_quote": lambda c, x: parts_of(c.quotes.download(x)),
    "list_invoices": lambda c, x: c.invoices.list(invoice_group=x).collect(),
    "get_invoice": lambda c, x: c.invoices.get(x),
    "download_invoice": lambda c, x: parts_of(c.invoices.download(x, source_system=x)),
    "list_invoice_groups": lambda c, x: c.invoice_groups.list().collect(),
    "get_invoice_group": lambda c, x: c.invoice_groups.get(x),
    "get_credit_note": lambda c, x: c.credit_notes.get(x),
    "get_credit_note_summary": lambda c, x: c.credit_notes.summary(x, x),
    "get_entitlement": lambda c, x: c.entitlements.get(x),
    "get_entitlement_v2": lambda c, x: c.entitlements.get_v2(x),
    "list_entitlements": lambda c, x: c.entitlements.list().collect(),
    "get_entitlement_display_info": lambda c, x: c.entitlements.display_info(x),
    "get_entitlement_partner_info": lambda c, x: c.entitlements.partner_info(x),
    "list_products": lambda c, x: c.products.list().collect(),
    "get_product": lambda c, x: c.products.get(x),
    "list_offerings": lambda c, x: c.products.offerings(x).collect(),
    "get_partner_opt_out": lambda c, x: c.products.partner_opt_out(x),
    "list_partner_opt_outs": lambda c, x: c.products.partner_opt_outs(),
    "get_offering": lambda c, x: c.offerings.get(x),
    "list_related_offerings": lambda c, x: c.offerings.related(x, x).collect(),
    "list_pricing_plans": lambda c, x: c.offerings.pricing_plans(x).collect(),
    "get_pricing_plan": lambda c, x: c.pricing_plans.get(x),
    "update_pricing_plan": lambda c, x: c.pricing_plans.update(
        x, PricingPlanUpdateInput(primary_cycle_id="ANNUAL"), currency="USD"
    ),
    "create_pricing_plan": lambda c, x: c.pricing_plans.create(
        PricingPlanInput.from_dict({**PLAN, "primaryCycleId": x})
    ),
    "delete_pricing_plan": lambda c, x: c.pricing_plans.delete(x),
    "get_pricing_change": lambda c, x: c.pricing_changes.get(x),
    "update_pricing_change": lambda c, x: c.pricing_changes.update(
        x, PricingChangeUpdateInput(description=x)
    ),
    "create_pricing_change": lambda c, x: c.pricing_changes.create(
        PricingChangeInput.from_dict({"changes": [ACTIVATE], "description": x})
    ),
    "delete_pricing_change": lambda c, x: c.pricing_changes.delete(x),
    "execute_pricing_change": lambda c, x: c.pricing_changes.execute(x),
}
FOLLOWED: dict[str, Call] = {
    "a quote": lambda c, x: _end(c.quotes.wait(x)),
    "a change": lambda c, x: _end(c.pricing_changes.wait(x)),
    "a change executed": lambda c, x: _end(c.pricing_changes.execute(x)),
    "an order placed": lambda c, x: _end(placed(c, x)),
    "an order": lambda c, x: _end(c.orders.resume(_token(c, x))),
    "an order by quote": lambda c, x: _end(c.orders.place(quote_id=x, quote_version=1)),
}


def _token(commerce: CommerceClient, id_: str) -> str:
    return commerce.orders.prepare(items=[new_item(ID)], order_id=id_).token


async def _end(handle: Awaitable[Any]) -> Any:
    return await (await handle).result(deadline=60)
