"""Every other call of the facade against Prism, which judges requests by the document itself."""

from __future__ import annotations

import datetime
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import CommerceClient, Money, Paginator
from commerce_sdk.models import (
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanItemInput,
    PricingPlanTierInput,
    PricingPlanUpdateInput,
)
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.contract.prism.test_facade_against_prism import Judged, commerce, judged, prism

__all__ = ("commerce", "judged", "prism")
pytestmark = pytest.mark.anyio

THEN = datetime.datetime(2026, 7, 17, 9, 37, 19, tzinfo=datetime.UTC)
ID = "3e54ef62-8c14-33ab-9625-5de436e5625b"
ITEMS = [
    PricingPlanItemInput(
        cycle_id="MONTHLY",
        charge_type="LICENSED",
        charge_element="user",
        tiers_mode="GRADUATED",
        prorate_on_usage_change="NONE",
        charge_element_aggregation_type="LATEST",
        tiers=[
            PricingPlanTierInput(floor=1, ceiling=10, flat_amount=Money.of(10, "USD")),
            PricingPlanTierInput(floor=11, unit_amount_decimal=Money.of("0.12500000000001", "USD")),
        ],
    )
]
CHANGES = PricingChangeInput.from_dict(
    {
        "offeringId": ID,
        "description": "for spring",
        "changes": [
            {"activate": {"pricingPlanId": ID, "activationReasonCode": "DEFAULT_PRICING"}},
            {"deactivate": {"pricingPlanId": ID, "maxNewQuoteDate": 1760000000000}},
        ],
    }
)
Ask = Callable[[CommerceClient], Awaitable[Any]]


def page(paginator: Paginator[Any]) -> Awaitable[Any]:
    return anext(aiter(paginator.pages(after="c")))


def whole(operation: str) -> Any:
    return pytest.param(operation, id=operation)


CALLS: dict[str, Ask] = {
    "list_quotes": lambda c: page(
        c.quotes.list(status="OPEN", invoice_group=ID, quote_number="Q-1", page_size=5)
    ),
    "get_quote": lambda c: c.quotes.get(ID),
    "list_invoices": lambda c: page(
        c.invoices.list(status="UNPAID", invoice_group=ID, page_size=5)
    ),
    "get_invoice": lambda c: c.invoices.get(ID),
    "list_invoice_groups": lambda c: page(c.invoice_groups.list(page_size=5)),
    "get_invoice_group": lambda c: c.invoice_groups.get(ID),
    "get_credit_note": lambda c: c.credit_notes.get(ID),
    "get_credit_note_summary": lambda c: c.credit_notes.summary(ID, ID),
    "list_products": lambda c: page(c.products.list(status="ACTIVE", page_size=5)),
    "get_product": lambda c: c.products.get(ID),
    "list_offerings": lambda c: page(
        c.products.offerings(ID, status="ACTIVE", hosting_type="CLOUD", page_size=5)
    ),
    "get_partner_opt_out": lambda c: c.products.partner_opt_out(ID, hosting_type="CLOUD"),
    "list_partner_opt_outs": lambda c: c.products.partner_opt_outs(hosting_type="CLOUD"),
    "get_offering": lambda c: c.offerings.get(ID),
    "list_related_offerings": lambda c: page(
        c.offerings.related(ID, "APP_DEPENDENCE", page_size=5)
    ),
    "list_pricing_plans": lambda c: page(
        c.offerings.pricing_plans(
            ID,
            status="ACTIVE",
            activation_reasons=["DEFAULT_PRICING", "ADVANTAGE_PRICING"],
            page_size=5,
        )
    ),
    "get_pricing_plan": lambda c: c.pricing_plans.get(ID),
    "create_pricing_plan": lambda c: c.pricing_plans.create(
        PricingPlanInput(
            id=ID, offering_id=ID, primary_cycle_id="MONTHLY", currency="USD", items=ITEMS
        )
    ),
    "update_pricing_plan": lambda c: c.pricing_plans.update(
        ID,
        PricingPlanUpdateInput(primary_cycle_id="MONTHLY", items=ITEMS, version=1),
        currency="USD",
    ),
    "delete_pricing_plan": lambda c: c.pricing_plans.delete(ID),
    "get_pricing_change": lambda c: c.pricing_changes.get(ID),
    "create_pricing_change": lambda c: c.pricing_changes.create(CHANGES),
    "update_pricing_change": lambda c: c.pricing_changes.update(
        ID, PricingChangeUpdateInput(description="for summer", changes=CHANGES.changes)
    ),
    "delete_pricing_change": lambda c: c.pricing_changes.delete(ID),
    "list_entitlements": lambda c: page(
        c.entitlements.list(status="ACTIVE", invoice_group=ID, page_size=5)
    ),
    "get_entitlement": lambda c: c.entitlements.get(ID),
    "get_entitlement_v2": lambda c: c.entitlements.get_v2(ID),
    "get_entitlement_display_info": lambda c: c.entitlements.display_info(ID),
    "get_entitlement_partner_info": lambda c: c.entitlements.partner_info(ID),
}
ELSEWHERE = {
    "list_orders",
    "get_order",
    "get_order_item",
    "get_order_status",
    "create_order",
    "place_order",
    "preview_order",
    "execute_pricing_change",
    "download_quote",
    "download_invoice",
}


@pytest.mark.parametrize("operation", CALLS)
async def test_a_call(commerce: CommerceClient, judged: Judged, operation: str) -> None:
    await CALLS[operation](commerce)

    expected = OPERATIONS[operation]
    pattern = expected.path.partition("{")[0]
    assert len(judged.calls) == 1
    assert judged.calls[0].startswith(f"{expected.method} {pattern}")
    assert judged.calls[0].endswith(tuple(str(status) for status in expected.answers))


async def test_waiting_for_a_quote(commerce: CommerceClient) -> None:
    quote_id = str((await commerce.quotes.get(ID)).id)
    waiting = await commerce.quotes.wait(quote_id)
    assert waiting.state is not None
    assert waiting.state.id == quote_id


async def test_executing_a_change(commerce: CommerceClient) -> None:
    change_id = str((await commerce.pricing_changes.get(ID)).id)
    executed = await commerce.pricing_changes.execute(change_id, effective_date=THEN)
    assert executed.state is not None
    assert await commerce.pricing_changes.execute(change_id)


@pytest.mark.parametrize("kind", ["quotes", "invoices"])
async def test_a_download(commerce: CommerceClient, kind: str, tmp_path: Path) -> None:
    await getattr(commerce, kind).download(ID).save(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").stat().st_size


def test_every_operation_is_called_here_or_next_door() -> None:
    assert set(CALLS) | ELSEWHERE == set(OPERATIONS)
