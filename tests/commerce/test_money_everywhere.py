"""Money in the models of the whole platform: each amount in its own unit and currency."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import CurrencyMismatch, Money
from commerce_sdk.document.model import parse_json, read_json
from commerce_sdk.models import CreditNoteSummary, Invoice, PricingPlan, Quote

XXX = "XXX"


def quote(total: str, *currencies: str | None, **bills: str) -> Quote:
    """A quote of so many lines; amounts are given as they stand on the wire."""
    lines = [
        f'{{"currency": {json.dumps(currency)}, "total": {total}, "taxItems": [{{"tax": {total}}}],'
        f' "margins": [{{"amount": {total}, "blendedComputation": {{"newGlp": {total}}}}}]}}'
        for currency in currencies
    ]
    parts = {"total": total, "lines": f"[{', '.join(lines)}]", **bills}
    content = ", ".join(f'"{name}": {value}' for name, value in parts.items())
    return read_json(Quote, f'{{"upcomingBills": {{{content}}}}}'.encode())


def invoice(total: str, currency: str | None) -> Invoice:
    content = (
        f'{{"currency": {json.dumps(currency)}, "total": {total}, "appliedBalance": {total},'
        f' "items": [{{"currency": {json.dumps(currency)}, "total": {total},'
        f' "taxItems": [{{"tax": {total}}}]}}]}}'
    )
    return read_json(Invoice, content.encode())


def total_of(read: Quote) -> Money:
    assert read.upcoming_bills is not None
    assert read.upcoming_bills.total is not None
    return read.upcoming_bills.total


@pytest.mark.parametrize(
    ("currency", "minor", "major"),
    [
        ("USD", "186008", "1860.08"),
        ("USD", "12345678901234567", "123456789012345.67"),
        ("USD", "0.1", "0.001"),
        ("USD", "1E-12", "0.00000000000001"),
        ("USD", "-5", "-0.05"),
        ("JPY", "270577", "270577"),
        ("JPY", "12345678901234567", "12345678901234567"),
        ("JPY", "-1", "-1.0"),
        ("BHD", "1234", "1.234"),
    ],
)
def test_a_quote_in_minor_units_is_an_invoice_in_major_ones(
    currency: str, minor: str, major: str
) -> None:
    quoted, billed = quote(minor, currency, currency), invoice(major, currency)

    assert total_of(quoted) == billed.total == Money.of(major, currency)
    assert quoted.upcoming_bills is not None
    assert billed.applied_balance == billed.total
    (line, _), (item,) = quoted.upcoming_bills.lines or (), billed.items or ()
    assert line.total == item.total
    assert line.tax_items is not None
    assert item.tax_items is not None
    assert line.tax_items[0].tax == item.tax_items[0].tax == billed.total
    margin = (line.margins or [])[0]
    assert margin.amount == billed.total
    assert margin.blended_computation is not None
    assert margin.blended_computation.new_glp == billed.total
    assert parse_json(quoted.to_json())["upcomingBills"]["total"] == Decimal(minor)
    assert parse_json(billed.to_json())["total"] == Decimal(major)


@pytest.mark.parametrize(
    "currencies", [(), (None,), ("USD", "JPY"), ("ZZZ",), ("",)], ids=lambda each: str(each)
)
def test_totals_of_lines_without_one_currency_keep_their_number(
    currencies: tuple[Any, ...],
) -> None:
    total = total_of(quote("186008", *currencies))

    assert (total.currency, total.amount, total.unit) == (XXX, 186008, "minor")
    with pytest.raises(CurrencyMismatch):
        total + Money.of(1, "USD")
    assert total.in_currency("USD") == Money.of("1860.08", "USD")
    assert total.in_currency("JPY") == Money.of(186008, "JPY")


def test_lines_that_mix_keep_their_own_currency() -> None:
    read = quote("100", "USD", "JPY")
    assert read.upcoming_bills is not None
    totals = [line.total for line in read.upcoming_bills.lines or ()]
    assert totals == [Money.of(1, "USD"), Money.of(100, "JPY")]


def test_what_was_given_back_is_in_the_currency_of_its_notes() -> None:
    def summary(*currencies: str) -> Money | None:
        notes = [{"currency": each, "items": [{"total": 5}]} for each in currencies]
        data = {
            "entitlementAmountDetails": {"total": 7, "refunded": Decimal("5.5")},
            "creditNotesIssued": notes,
        }
        read = CreditNoteSummary.from_dict(data)
        assert read.to_dict() == data
        assert read.entitlement_amount_details is not None
        return read.entitlement_amount_details.refunded

    assert summary("USD") == summary("USD", "USD") == Money.of("5.5", "USD")
    assert summary("JPY") == Money.of("5.5", "JPY")
    nameless = [summary(), summary("USD", "JPY")]
    assert [each and (each.currency, each.unit) for each in nameless] == [(XXX, "major")] * 2


@pytest.mark.parametrize(("currency", "unit"), [("USD", "0.125"), ("JPY", "12.5")])
def test_the_tiers_of_a_plan_are_in_its_currency(currency: str, unit: str) -> None:
    tier = {"floor": 1, "unitAmount": None, "unitAmountDecimal": "12.500000000000"}
    data = {"currency": currency, "items": [{"tiers": [tier, {"flatAmount": 1000}]}]}

    read = PricingPlan.from_dict(data)

    assert read.items is not None
    first, second = read.items[0].tiers or ()
    assert first.unit_amount is None
    assert first.unit_amount_decimal == Money.of(unit, currency)
    assert second.flat_amount == Money.from_minor(1000, currency)
    assert read.to_dict() == data
