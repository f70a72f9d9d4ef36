"""A PATCH sends what it was given, and no amount without the currency that it is in."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from commerce_sdk import CurrencyMismatch, InvalidRequest, Money
from commerce_sdk.money import from_wire
from tests.codegen.golden.shop.api.articles import change_article, change_fees
from tests.codegen.golden.shop.api.bills import create_bill, create_plan
from tests.codegen.golden.shop.models import (
    ArticleChange,
    FeesChange,
    LineInput,
    PartInput,
    PlanInput,
)


def sent(change: ArticleChange) -> Any:
    return json.loads(change_article.build(sku="AB-1", body=change).body or b"", parse_float=str)


@pytest.mark.parametrize(
    ("code", "text", "minor", "major", "exact"),
    [
        ("USD", "12.34", 1234, "12.34", "12.34"),
        ("JPY", "12", 12, 12, "12"),
        ("BHD", "1.234", 1234, "1.234", "1.234"),
        ("USD", "0", 0, None, "0"),
        ("XAF", "12.00", 12, "12.00", "12.00"),
    ],
)
def test_each_amount_goes_in_its_unit_with_its_currency(
    code: str, text: str, minor: int, major: Any, exact: str
) -> None:
    amount = Money.of(text, code)
    assert sent(ArticleChange(price=amount)) == {"price": minor, "priceCurrency": code}
    assert sent(ArticleChange(exact_price=amount)) == {"exactPrice": exact, "priceCurrency": code}
    if major is not None:
        assert sent(ArticleChange(list_price=amount)) == {
            "listPrice": major,
            "priceCurrency": code,
        }


def test_what_is_no_amount_goes_alone() -> None:
    assert sent(ArticleChange(name="a")) == {"name": "a"}
    assert sent(ArticleChange(name="a", price_currency=None)) == {
        "name": "a",
        "priceCurrency": None,
    }
    assert sent(ArticleChange(price_currency="USD")) == {"priceCurrency": "USD"}
    assert sent(ArticleChange(parts=[PartInput(sku="AB-1")])) == {"parts": [{"sku": "AB-1"}]}


def test_a_part_with_a_field_for_its_currency_has_it_filled_too() -> None:
    part = PartInput(price=Money.of(1, "EUR"))
    wanted = {"price": 100, "currency": "EUR"}
    assert part.to_dict() == wanted
    for given in ({}, {"price_currency": "EUR"}, {"price": Money.of(2, "EUR")}):
        change = ArticleChange(parts=[part, PartInput(sku="AB-1")], **given)
        assert sent(change)["parts"] == [wanted, {"sku": "AB-1"}]
        assert sent(change)["priceCurrency"] == "EUR"


YEN, EURO = Money.of(5, "JPY"), Money.of(5, "EUR")
DIFFERENT: list[Callable[[], ArticleChange]] = [
    lambda: ArticleChange(price=YEN, price_currency="EUR"),
    lambda: ArticleChange(price=YEN, list_price=EURO),
    lambda: ArticleChange(price=YEN, parts=[PartInput(price=EURO)]),
    lambda: ArticleChange(price_currency="JPY", parts=[PartInput(price=EURO)]),
    lambda: ArticleChange(price=YEN, parts=[PartInput(sku="AB-1", currency="EUR")]),
    lambda: ArticleChange(parts=[PartInput(price=YEN), PartInput(price=EURO, currency="EUR")]),
]


@pytest.mark.parametrize("change", DIFFERENT)
def test_amounts_in_another_currency_are_refused(change: Callable[[], ArticleChange]) -> None:
    with pytest.raises(CurrencyMismatch):
        sent(change())


def test_an_amount_beside_a_currency_of_null_is_refused() -> None:
    with pytest.raises(InvalidRequest, match=r"^priceCurrency: is required beside an amount$"):
        sent(ArticleChange(price=YEN, price_currency=None))


def test_an_amount_that_has_no_currency_is_refused_until_it_is_said() -> None:
    nameless = from_wire(5, None, "minor")
    says = r" has no currency that is known; give it one with in_currency\('EUR'\)$"
    with pytest.raises(InvalidRequest, match=rf"^price: XXX 5 \(minor units\){says}") as caught:
        sent(ArticleChange(price=nameless))
    assert caught.value.path == "price"
    # Also where it is said that there is none: the wire may have said one that is not known.
    with pytest.raises(InvalidRequest, match=rf"^price: .*{says}"):
        sent(ArticleChange(price=nameless, price_currency="XXX"))
    parts = [PartInput(sku="AB-1"), PartInput(price=nameless)]
    with pytest.raises(InvalidRequest, match=rf"^parts\[1\]\.price: .*{says}"):
        sent(ArticleChange(parts=parts))
    plan = PlanInput(currency="XXX", tiers=[LineInput(amount=nameless)])
    with pytest.raises(InvalidRequest, match=rf"^tiers\[0\]\.amount: .*{says}"):
        create_plan.build(body=plan)
    with pytest.raises(CurrencyMismatch):
        sent(ArticleChange(price=nameless, price_currency="EUR"))
    assert sent(ArticleChange(price=nameless.in_currency("JPY")))["priceCurrency"] == "JPY"


def test_what_was_sent_reads_back_as_it_was() -> None:
    change = ArticleChange(price=EURO, parts=[PartInput(price=EURO)])
    read = ArticleChange.from_dict(change.to_dict())
    assert (read.price, read.price_currency) == (EURO, "EUR")
    assert read.to_dict() == change.to_dict()


def test_a_body_without_a_field_for_it_is_told_what_it_has_to_be_in() -> None:
    body = FeesChange(handling=YEN)
    assert change_fees.build(sku="AB-1", body=body, currency="JPY").body == b'{"handling":5}'
    with pytest.raises(CurrencyMismatch, match=r"^handling: the amount is in JPY"):
        change_fees.build(sku="AB-1", body=body, currency="EUR")
    assert change_fees.build(sku="AB-1", body=FeesChange(note="a")).body == b'{"note":"a"}'
    assert "currency" not in change_article.build.__annotations__
    assert "currency" in create_bill.build.__annotations__


def test_a_body_that_has_to_name_its_currency_is_held_to_it() -> None:
    plan = PlanInput(currency="EUR", tiers=[LineInput(amount=EURO)])
    assert create_plan.build(body=plan).body == b'{"currency":"EUR","tiers":[{"amount":500}]}'
    with pytest.raises(CurrencyMismatch):
        create_plan.build(body=PlanInput(currency="EUR", tiers=[LineInput(amount=YEN)]))
