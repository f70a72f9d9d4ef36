"""A `repr` looks at as much as it shows, however much there is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from commerce_sdk import Money
from commerce_sdk.document.json_api.answers import ListOf
from commerce_sdk.document.reading import UnknownVariant
from commerce_sdk_api.commerce.models import Order, OrderPage
from tests.codegen.golden.shop.models import BillInput, LineInput
from tests.support.resources import Organization, Role
from tests.support.steps import counted


class Noted(Decimal):
    """A number of the wire that notes how often it was shown."""

    shown = 0

    def __repr__(self) -> str:
        Noted.shown += 1
        return "1"


def order(items: int) -> dict[str, Any]:
    return {"orderId": "o", "items": [{"itemId": f"i{number}"} for number in range(items)]}


def nested(levels: int) -> Any:
    deep: Any = []
    for _ in range(levels):
        deep = [deep]
    return deep


def memberships(count: int) -> dict[str, Any]:
    rows = [{"type": "memberships", "id": f"m{number}"} for number in range(count)]
    links = {"memberships": {"data": rows}}
    one = {"type": "organizations", "id": "o", "relationships": links}
    return {"data": one, "included": rows}


LARGE: dict[str, Callable[[int], Any]] = {
    "a list of models": lambda many: Order.from_dict(order(many)),
    "models in models": lambda many: OrderPage.from_dict({"data": [order(many), order(many)]}),
    "a map": lambda many: Order.from_dict({"metadata": {f"k{n}": "v" for n in range(many)}}),
    "what is no model": lambda many: UnknownVariant(
        "kind", {"of": {f"k{n}": [Noted(1)] * many for n in range(many // 100)}}
    ),
    "a text": lambda many: Order.from_dict({"slug": "x" * many}),
    "a request": lambda many: BillInput(
        id="b", lines=[LineInput(amount=Money.of(number, "EUR")) for number in range(many)]
    ),
    "a resource": lambda many: Organization.from_dict(
        {"id": "o", "attributes": {"config": {"of": [[Noted(1)]] * many}}}
    ),
    "what a resource links to": lambda many: Organization.from_dict(memberships(many)),
    "a list of resources": lambda many: ListOf(lambda: Role).of_parts(
        {"data": [{"type": "roles", "id": f"r{number}"} for number in range(many)]}
    ),
    "how long a list of resources is": lambda many: (
        ListOf(lambda: Role).of_parts({"data": [], "meta": {"of": [Noted(1)] * many}}).meta
    ),
}


@pytest.mark.parametrize("make", LARGE.values(), ids=LARGE)
def test_ten_times_as_much_is_looked_at_no_longer(
    make: Callable[[int], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    repr(make(2000))  # loads what is loaded once
    looked = []
    for many in (2000, 20_000):
        value = make(many)
        monkeypatch.setattr(Noted, "shown", 0)
        with counted() as steps:
            text = repr(value)
        looked.append(steps.count + Noted.shown)
        assert len(text) == 1024
        assert text.endswith("…")
    assert looked[0] == looked[1] <= 10 * 1024


def test_what_fits_is_shown_whole() -> None:
    assert repr(Order.from_dict(order(2))) == (
        "Order(order_id='o', items=[OrderItem(item_id='i0'), OrderItem(item_id='i1')])"
    )
    assert repr(Order.from_dict({"items": [None], "metadata": {"a": None, "b": "it's"}})) == (
        "Order(items=[None], metadata={'a': None, 'b': \"it's\"})"
    )
    assert repr(UnknownVariant("kind", {"kind": "new", "of": [Decimal("1.0"), {}]})) == (
        "UnknownVariant(discriminator='kind', fields={'kind': 'new', 'of': [Decimal('1.0'), {}]})"
    )
    assert repr(BillInput(id="b", lines=(LineInput(amount=Money.of(1, "EUR")),))) == (
        "BillInput(id='b', lines=(LineInput(amount=Money.of('1', 'EUR')),))"
    )
    assert repr(Organization.from_dict(memberships(2))) == (
        "Organization(id='o', memberships=[Membership(id='m0'), Membership(id='m1')])"
    )


def test_what_is_nested_more_deeply_than_python_can_follow_is_shown() -> None:
    assert repr(UnknownVariant("k", {"k": nested(5000)})).endswith("[" * 900 + "…")
