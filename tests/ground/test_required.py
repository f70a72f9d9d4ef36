"""What has to be there: given back as it is, or missed by name."""

from __future__ import annotations

from typing import Any

import pytest

import commerce_sdk
from commerce_sdk import (
    UNSET,
    CommerceError,
    MissingValue,
    Money,
    NotLoaded,
    UnknownVariant,
    required,
)
from commerce_sdk.commerce_layer.models import Membership
from commerce_sdk.models import Invoice, Order, OrderItemStatus

THERE: dict[str, Any] = {
    "false": False,
    "zero": 0,
    "an empty text": "",
    "an empty list": [],
    "an empty dict": {},
    "no money at all": Money.zero("USD"),
    "an enum's unknown value": OrderItemStatus("BRAND_NEW"),
    "an unknown variant": UnknownVariant("type", {"type": "X"}),
    "a model of which nothing is known": Order.from_dict({}),
    "a text": "x",
}


@pytest.mark.parametrize("value", THERE.values(), ids=THERE)
def test_what_is_there_comes_back_as_it_is(value: Any) -> None:
    assert required(value) is value
    assert required(value, "it") is value


MISSING: dict[str, tuple[Any, str, str]] = {
    "none": (None, "it is None", "is None"),
    "unset": (UNSET, "it is UNSET", "give it one"),
    "not loaded": (NotLoaded(), "it was not loaded", "include=["),
    "not loaded, its ids known": (NotLoaded(("s3cret",)), "it was not loaded", "include=["),
}


@pytest.mark.parametrize(("value", "said", "advice"), MISSING.values(), ids=MISSING)
def test_what_is_missing_is_named_with_what_to_do(value: Any, said: str, advice: str) -> None:
    with pytest.raises(MissingValue) as caught:
        required(value, "member.role")
    error = caught.value
    assert isinstance(error, CommerceError)
    assert isinstance(error, ValueError)
    assert error.name == "member.role"
    assert str(error).startswith(f"member.role is missing: {said}\n")
    assert str(error).endswith(f"\n  {error.advice}")
    assert advice in (error.advice or "")
    assert "s3cret" not in str(error) + repr(error) + repr(vars(error))
    assert (error.operation, error.attempts, error.maybe_applied) == (None, (), None)


@pytest.mark.parametrize("value", [each[0] for each in MISSING.values()], ids=MISSING)
def test_without_a_name_it_says_that_something_was_required(value: Any) -> None:
    with pytest.raises(MissingValue, match=r"^a required value is missing: it ") as caught:
        required(value)
    assert caught.value.name is None


def test_of_answers() -> None:
    invoice = Invoice.from_dict({"total": 0, "currency": "USD", "items": []})
    assert required(invoice.total) == Money.zero("USD")
    assert required(invoice.items) == []
    for answer in ({}, {"items": None}):
        with pytest.raises(MissingValue, match=r"^items is missing: it is None"):
            required(Order.from_dict(answer).items, "items")
    member = {"id": "m", "attributes": {}, "relationships": {"role": {}}}
    with pytest.raises(MissingValue, match=r"^role is missing: it was not loaded"):
        required(Membership.from_dict(member).role, "role")


def test_both_are_public() -> None:
    assert {"MissingValue", "required"} <= set(dir(commerce_sdk))
