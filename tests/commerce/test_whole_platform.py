"""Every operation of the document, through the facade, against the sandbox."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import (
    CommerceClient,
    Conflict,
    CurrencyMismatch,
    InvalidRequest,
    Money,
    NotFound,
    PermissionDenied,
    cancel_item,
    new_item,
)
from commerce_sdk.models import (
    Invoice,
    Order,
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanItemInput,
    PricingPlanTierInput,
    PricingPlanUpdateInput,
    Quote,
)
from commerce_sdk.sandbox import ACCOUNTS, CATALOG_ACCOUNT, QUOTES, YEN_QUOTE
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.worlds import OFFERING, World, world

pytestmark = pytest.mark.anyio

QUOTE, VERSION = next(iter(QUOTES.items()))
DOCUMENT = json.loads((ROOT / "src/commerce_sdk/sandbox/documents/commerce.json").read_text())


@pytest.fixture
async def here() -> AsyncIterator[World]:
    async with world(catalog_account=CATALOG_ACCOUNT) as each:
        yield each


async def ordered(commerce: CommerceClient, quote: str = QUOTE, version: int = VERSION) -> Order:
    placed = await commerce.orders.place(quote_id=quote, quote_version=version)
    return await placed.result()


async def invoice_of(commerce: CommerceClient, order: Order) -> Invoice:
    async for invoice in commerce.invoices.list():
        if any(line.order_id == order.order_id for line in invoice.items or ()):
            return invoice
    raise AssertionError("no invoice of the order")


def plan_of(offering_id: str, currency: str = "USD", **tier: Any) -> PricingPlanInput:
    tier = tier or {"unit_amount": Money.of("7.75", currency)}
    return PricingPlanInput(
        offering_id=offering_id, primary_cycle_id="MONTHLY", currency=currency, items=[item(**tier)]
    )


def item(**tier: Any) -> PricingPlanItemInput:
    return PricingPlanItemInput(
        charge_type="LICENSED",
        charge_element="user",
        tiers_mode="GRADUATED",
        prorate_on_usage_change="NONE",
        charge_element_aggregation_type="LATEST",
        tiers=[PricingPlanTierInput(floor=1, **tier)],
    )


# -- One life ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("account", "quote", "version", "currency"),
    [(0, QUOTE, VERSION, "USD"), (1, *YEN_QUOTE, "JPY")],
)
async def test_a_quote_its_order_and_its_invoice_agree_to_the_last_unit(
    here: World, account: int, quote: str, version: int, currency: str
) -> None:
    commerce = here.commerce.for_account(ACCOUNTS[account])
    read = await commerce.quotes.get(quote)
    preview = await commerce.orders.preview(quote, version)
    order = await ordered(commerce, quote, version)
    invoice = await invoice_of(commerce, order)

    assert read.upcoming_bills is not None
    bills = read.upcoming_bills
    assert bills.total == invoice.total
    assert bills.sub_total == invoice.subtotal
    assert bills.tax == invoice.tax
    assert invoice.total is not None
    assert invoice.total.currency == currency
    lines = [(line.sub_total, line.tax, line.total) for line in bills.lines or ()]
    assert lines == [(line.subtotal, line.tax, line.total) for line in invoice.items or ()]
    assert [line.total for line in bills.lines or ()] != []
    margins = [line.margins[0].amount for line in bills.lines or () if line.margins]
    assert margins == [line.margins[0].amount for line in invoice.items or () if line.margins]
    assert len(preview.items or ()) == len(order.items or ()) == len(lines)
    assert (await commerce.quotes.get(quote)).status == "ACCEPTED"
    on_the_wire = (bills.to_dict()["total"], invoice.to_dict()["total"])
    assert on_the_wire[0] == on_the_wire[1] * (100 if currency == "USD" else 1)


async def test_an_entitlement_appears_with_the_success_of_its_order(here: World) -> None:
    commerce = here.commerce
    placed = await commerce.orders.place(items=[new_item(OFFERING, quantities={"user": 25})])
    assert await commerce.entitlements.list().collect() == []
    order = await placed.result()
    assert order.items is not None
    info = order.items[0].processing_info
    assert info is not None
    assert info.entitlement is not None
    entitlement_id = str(info.entitlement.id)

    (listed,) = await commerce.entitlements.list(status="ACTIVE").collect()
    v4 = await commerce.entitlements.get(entitlement_id)
    v2 = await commerce.entitlements.get_v2(entitlement_id)
    shown = await commerce.entitlements.display_info(entitlement_id)
    partner = await commerce.entitlements.partner_info(entitlement_id)

    assert listed.entitlement_id == v4.entitlement_id == v2.entitlement_id == entitlement_id
    assert shown.provisioned_resource is not None
    assert partner.provisioned_resource is not None
    assert partner.provisioned_resource.ari == shown.provisioned_resource.ari
    assert [each.quantity for each in v4.opted_quantities or ()] == [25]

    version = str(v4.version)
    cancelled = await commerce.orders.place(items=[cancel_item(entitlement_id, version)])
    await cancelled.result()
    assert (await commerce.entitlements.get(entitlement_id)).status == "INACTIVE"
    assert await commerce.entitlements.list(status="ACTIVE").collect() == []


async def test_what_was_cancelled_is_given_back(here: World) -> None:
    commerce = here.commerce
    order = await ordered(commerce)
    invoice = await invoice_of(commerce, order)
    line = (invoice.items or [])[0]
    entitlement = await commerce.entitlements.get(str(line.entitlement_id))
    before = await commerce.credit_notes.summary(str(invoice.id), str(line.entitlement_id))
    item = cancel_item(str(line.entitlement_id), str(entitlement.version))
    await (await commerce.orders.place(items=[item])).result()
    summary = await commerce.credit_notes.summary(str(invoice.id), str(line.entitlement_id))

    assert before.credit_notes_issued == []
    assert summary.entitlement_amount_details is not None
    assert summary.entitlement_amount_details.refunded == line.total
    (note,) = summary.credit_notes_issued or ()
    assert (await commerce.credit_notes.get(str(note.id))).items[0].total == line.total  # type: ignore[index]


async def test_invoices_are_paid_in_time_and_can_be_told_apart(here: World) -> None:
    commerce = here.commerce
    order = await ordered(commerce)
    (unpaid,) = await commerce.invoices.list(status="UNPAID").collect()
    assert await commerce.invoices.list(status="PAID").collect() == []
    here.clock.advance(7200)
    (paid,) = await commerce.invoices.list(status="PAID").collect()

    assert unpaid.id == paid.id
    assert (unpaid.status, paid.status) == ("OPEN", "PAID")
    assert (await commerce.invoices.get(str(paid.id))).paid_at is not None
    assert order.invoice_group_id in (None, paid.invoice_group)
    groups = await commerce.invoice_groups.list().collect()
    assert paid.invoice_group in [group.id for group in groups]
    assert (await commerce.invoice_groups.get(str(groups[0].id))).currency == "USD"


# -- The catalogue -------------------------------------------------------------------------------


async def test_the_catalogue_is_read_from_product_to_price(here: World) -> None:
    commerce = here.commerce
    products = await commerce.products.list(page_size=2, status="ACTIVE").collect()
    assert (await commerce.products.get(str(products[0].id))).name == products[0].name
    offerings = await commerce.products.offerings(str(products[0].id), status="ACTIVE").collect()
    offering = await commerce.offerings.get(str(offerings[0].id))
    plans = await commerce.offerings.pricing_plans(
        str(offering.id), activation_reasons=["DEFAULT_PRICING"]
    ).collect()
    by_currency = {str(plan.currency): plan for plan in plans}
    tiers = {code: plan.items[0].tiers for code, plan in by_currency.items() if plan.items}
    dollars, yen = tiers["USD"] or [], tiers["JPY"] or []

    assert dollars[0].unit_amount == Money.of("7.75", "USD")
    assert yen[0].unit_amount == Money.of(900, "JPY")
    assert (
        await commerce.offerings.pricing_plans(
            str(offering.id), activation_reasons=["ADVANTAGE_PRICING", "EARLY_ACCESS_PRICING"]
        ).collect()
        == []
    )
    related = await commerce.offerings.related(str(offering.id), "APP_DEPENDENCE").collect()
    assert [each.name for each in related] == ["Charts for Tracker"]


async def test_twelve_decimals_of_a_cent_are_read_from_text(here: World) -> None:
    offering = await here.commerce.products.offerings(await partner_product(here)).first()
    assert offering is not None
    plan = await here.commerce.offerings.pricing_plans(str(offering.id)).first()
    assert plan is not None
    tier = plan.items[0].tiers[0]  # type: ignore[index]
    assert tier.unit_amount_decimal == Money.of("0.12500000000001", "USD")
    assert tier.to_dict()["unitAmountDecimal"] == "12.500000000001"


async def partner_product(here: World) -> str:
    products = await here.commerce.products.list().collect()
    return next(str(each.id) for each in products if each.catalog_account_id == CATALOG_ACCOUNT)


async def test_which_products_are_left_out_of_promotions(here: World) -> None:
    out = await here.commerce.products.partner_opt_outs()
    (product,) = out.product_ids or ()
    assert (await here.commerce.products.partner_opt_out(product)).ignored is True
    assert (await here.commerce.products.partner_opt_out(await partner_product(here))).ignored is (
        False
    )


# -- Prices are written ---------------------------------------------------------------------------


async def draft(here: World, currency: str = "USD", **tier: Any) -> Any:
    offering = await here.commerce.products.offerings(await partner_product(here)).first()
    assert offering is not None
    return await here.commerce.pricing_plans.create(plan_of(str(offering.id), currency, **tier))


async def test_a_plan_is_written_changed_and_deleted_in_its_own_minor_units(here: World) -> None:
    plans = here.commerce.pricing_plans
    made = await draft(here, unit_amount=Money.of("7.75", "USD"))
    sent = json.loads(here.transport.requests[-1].content)
    changes = PricingPlanUpdateInput(
        primary_cycle_id="MONTHLY", items=[item(flat_amount=Money.of("10", "USD"))]
    )
    changed = await plans.update(made, changes)
    written = json.loads(here.transport.requests[-1].content)

    assert sent["items"][0]["tiers"] == [{"floor": 1, "unitAmount": 775}]
    assert made.status == "DRAFT"
    assert made.items[0].tiers[0].unit_amount == Money.of("7.75", "USD")
    assert written["items"][0]["tiers"] == [{"floor": 1, "flatAmount": 1000}]
    assert written["version"] == made.version
    assert changed.version == made.version + 1
    with pytest.raises(Conflict):
        await plans.update(made, changes)
    again = await plans.update(str(made.id), changes, currency="USD")
    assert again.version == made.version + 2
    await plans.delete(str(made.id))
    with pytest.raises(NotFound):
        await plans.get(str(made.id))


async def test_yen_are_written_as_they_are(here: World) -> None:
    made = await draft(here, "JPY", unit_amount=Money.of(1234, "JPY"))
    sent = json.loads(here.transport.requests[-1].content)
    assert sent["items"][0]["tiers"] == [{"floor": 1, "unitAmount": 1234}]
    assert made.items[0].tiers[0].unit_amount == Money.of(1234, "JPY")


@pytest.mark.parametrize(
    ("currency", "tier", "complaint"),
    [
        (
            "USD",
            {"unit_amount": Money.of(1000, "JPY")},
            r"items\[0\].tiers\[0\].unitAmount: the amount is in JPY, the request is for USD",
        ),
        (
            "USD",
            {"unit_amount": Money.of("7.755", "USD")},
            r"items\[0\].tiers\[0\].unitAmount: USD 7.755 is no whole number of minor units",
        ),
        (
            "USD",
            {"unit_amount_decimal": Money.of("1E-15", "USD")},
            r"items\[0\].tiers\[0\].unitAmountDecimal: .*13 decimals",
        ),
        ("JPY", {"unit_amount": Money.of("0.5", "JPY")}, "no whole number of minor units"),
    ],
)
async def test_a_plan_that_would_be_wrong_is_refused_before_it_is_sent(
    here: World, currency: str, tier: dict[str, Any], complaint: str
) -> None:
    with pytest.raises((InvalidRequest, CurrencyMismatch), match=complaint):
        await here.commerce.pricing_plans.create(plan_of("o", currency, **tier))
    assert not here.transport.requests


async def test_yen_in_a_dollar_plan_are_refused_when_it_is_changed(here: World) -> None:
    made = await draft(here)
    changes = PricingPlanUpdateInput(
        primary_cycle_id="MONTHLY", items=[item(unit_amount=Money.of(1000, "JPY"))]
    )
    sent = len(here.transport.requests)
    with pytest.raises(CurrencyMismatch, match="the amount is in JPY, the request is for USD"):
        await here.commerce.pricing_plans.update(made, changes)
    with pytest.raises(CurrencyMismatch):
        await here.commerce.pricing_plans.update(str(made.id), changes, currency="USD")
    with pytest.raises(InvalidRequest, match="currency: is needed with a bare id"):
        await here.commerce.pricing_plans.update(str(made.id), changes)
    with pytest.raises(InvalidRequest, match="currency: the plan is in USD"):
        await here.commerce.pricing_plans.update(made, changes, currency="JPY")
    assert len(here.transport.requests) == sent


async def test_a_change_is_written_changed_and_deleted(here: World) -> None:
    changes = here.commerce.pricing_changes
    made = await draft(here)
    begins = {"activate": {"pricingPlanId": made.id, "activationReasonCode": "DEFAULT_PRICING"}}
    change = await changes.create(PricingChangeInput.from_dict({"changes": [begins]}))
    update = PricingChangeUpdateInput(description="for spring")
    changed = await changes.update(str(change.id), update)
    assert (await changes.get(str(change.id))).description == changed.description == "for spring"
    await changes.delete(str(change.id))
    with pytest.raises(NotFound):
        await changes.get(str(change.id))


# -- Accounts ------------------------------------------------------------------------------------


async def test_the_account_comes_from_the_client_and_from_nowhere_else(here: World) -> None:
    nobody = CommerceClient(token="t", base_url="http://127.0.0.1/x", transport=here.transport)
    for call, setting in (
        (nobody.quotes.get("q"), "transaction_account"),
        (nobody.pricing_plans.create(plan_of("o")), "catalog_account"),
    ):
        with pytest.raises(InvalidRequest, match=f"{setting}: .* needs it: set it on the client"):
            await call
    with pytest.raises(InvalidRequest, match="transaction_account"):
        nobody.invoices.download("i")
    with pytest.raises(InvalidRequest, match="transaction_account"):
        await nobody.invoices.list().first()
    assert not here.transport.requests


async def test_another_account_sees_nothing(here: World) -> None:
    other = here.commerce.for_account(ACCOUNTS[2])
    with pytest.raises(NotFound):
        await other.quotes.get(QUOTE)
    with pytest.raises(PermissionDenied):
        await here.commerce.for_account("00000000-0000-4000-8000-000000000000").quotes.get(QUOTE)


async def test_the_version_of_errors_is_asked_for_where_the_client_was_told_to(here: World) -> None:
    await here.commerce.orders.place(items=[new_item(OFFERING)])
    assert "errorResponseVersion" not in here.transport.requests[-1].url.params
    async with world(error_response_version="v2") as told:
        await told.commerce.orders.place(items=[new_item(OFFERING)])
        assert told.transport.requests[-1].url.params["errorResponseVersion"] == "v2"
        await told.commerce.for_account(ACCOUNTS[0]).orders.create(items=[new_item(OFFERING)])
        assert told.transport.requests[-1].url.params["errorResponseVersion"] == "v2"
    with pytest.raises(InvalidRequest, match="error_response_version: expected one of v1, v2"):
        CommerceClient(token="t", error_response_version="v3")


# -- All of it -----------------------------------------------------------------------------------


async def everything(here: World, folder: Path) -> None:
    """Calls each operation at least once."""
    commerce = here.commerce
    await test_a_quote_its_order_and_its_invoice_agree_to_the_last_unit(
        here, 0, QUOTE, VERSION, "USD"
    )
    await test_what_was_cancelled_is_given_back(here)
    here.sandbox.reset()
    await test_an_entitlement_appears_with_the_success_of_its_order(here)
    here.sandbox.reset()
    await test_invoices_are_paid_in_time_and_can_be_told_apart(here)
    await test_the_catalogue_is_read_from_product_to_price(here)
    await test_which_products_are_left_out_of_promotions(here)
    await test_a_plan_is_written_changed_and_deleted_in_its_own_minor_units(here)
    await test_a_change_is_written_changed_and_deleted(here)
    created = await commerce.orders.create(items=[new_item(OFFERING)])
    order = await created.result()
    assert order.items is not None
    await commerce.orders.get_by_item(created.order_id, str(order.items[0].order_item_id))
    assert await commerce.orders.list().first()
    quotes: list[Quote] = await commerce.quotes.list(status="OPEN").collect()
    assert quotes
    (invoice, *_) = await commerce.invoices.list().collect()
    await commerce.quotes.download(str(quotes[0].id)).save(folder / "quote.pdf")
    await commerce.invoices.download(str(invoice.id)).save(folder / "invoice.pdf")
    plan = await draft(here)
    begins = {"activate": {"pricingPlanId": plan.id, "activationReasonCode": "DEFAULT_PRICING"}}
    change = await commerce.pricing_changes.create(
        PricingChangeInput.from_dict({"changes": [begins]})
    )
    await (await commerce.pricing_changes.execute(str(change.id))).result()
    assert (await commerce.pricing_plans.get(str(plan.id))).status == "ACTIVE"


async def test_every_operation_of_the_document_is_reached_by_the_facade(
    here: World, tmp_path: Path
) -> None:
    called = set()
    reset = here.sandbox.reset

    def noted_reset() -> None:
        called.update(here.sandbox.calls)
        reset()

    here.sandbox.reset = noted_reset  # type: ignore[method-assign]
    await everything(here, tmp_path)

    called.update(here.sandbox.calls)
    assert called == set(OPERATIONS)
    assert len(called) == 39
