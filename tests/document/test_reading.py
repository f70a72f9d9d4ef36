"""Reading answers: whatever deviates from the document reads, comes back the same, or is a
`DecodeError`; never another exception."""

from __future__ import annotations

import copy
import datetime
import json
import pickle
import warnings
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from commerce_sdk.document.json_api.answers import ListMeta, ResourceList
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.model import Model, parse_json, read_json
from commerce_sdk.document.reading import UnknownVariant
from commerce_sdk.errors import DecodeError
from commerce_sdk.models import (
    Order,
    OrderItem,
    OrderItemType,
    OrderPage,
    OrderState,
    OrderStatus,
    PlacedOrder,
)
from commerce_sdk.money import Money
from tests.conftest import DATA

SAMPLE = json.loads((DATA / "samples" / "order-get-response.v2.json").read_text())
ANSWERS = [
    *((path, PlacedOrder) for path in sorted(DATA.glob("samples/order-create-response.*"))),
    (DATA / "samples" / "order-get-response.v2.json", Order),
]


@pytest.mark.parametrize(("path", "model"), ANSWERS, ids=lambda value: getattr(value, "stem", ""))
def test_every_sample_reads_and_comes_back_the_same(path: Any, model: type[Model]) -> None:
    content = path.read_bytes()

    read = read_json(model, content)

    assert read.to_dict() == json.loads(content)
    assert json.loads(read.to_json()) == json.loads(content)
    assert read == model.from_dict(json.loads(content))
    assert read.unknown_fields == {}


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in entries:
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def changed(path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    order = copy.deepcopy(SAMPLE)
    target = order
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return order


@cache
def properties(kind: type) -> tuple[str, ...]:
    return tuple(name for name in dir(kind) if isinstance(getattr(kind, name), property))


def look_everywhere(node: Any, seen: dict[int, Any] | None = None) -> None:
    """Read every attribute of a model and of all that hangs on it, once each, for resources link in
    circles; none of them is a float."""
    seen = {} if seen is None else seen
    if isinstance(node, Model | Resource | ResourceList | ListMeta):
        if id(node) in seen:
            return
        seen[id(node)] = node
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            values = [getattr(node, name) for name in properties(type(node))]
        look_everywhere(values, seen)
        repr(node)
    elif isinstance(node, list):
        for entry in node:
            look_everywhere(entry, seen)
    elif isinstance(node, dict):
        for entry in node.values():
            look_everywhere(entry, seen)
    else:
        assert not isinstance(node, float)
        assert not isinstance(node, Money) or isinstance(node.amount, Decimal)


@pytest.mark.parametrize("path", list(places(SAMPLE)), ids=str)
def test_null_anywhere_reads_and_comes_back(path: tuple[Any, ...]) -> None:
    order = changed(path, None)

    read = read_json(Order, json.dumps(order).encode())

    assert read.to_dict() == order
    look_everywhere(read)


@pytest.mark.parametrize("path", list(places(SAMPLE)), ids=str)
@pytest.mark.parametrize(
    "value", ["a text", 7, -1, 1.5, True, [], {}, [[1]], {"a": {"b": 1}}], ids=repr
)
def test_another_value_anywhere_reads_and_comes_back_or_is_a_decode_error(
    path: tuple[Any, ...], value: Any
) -> None:
    order = changed(path, value)
    try:
        read = read_json(Order, json.dumps(order).encode())
    except DecodeError as error:
        assert error.path.startswith("$.")
        assert not _is_scalar(_at(path))
    else:
        assert read.to_dict() == parse_json(json.dumps(order).encode())
        look_everywhere(read)


def _is_scalar(value: Any) -> bool:
    return isinstance(value, str | int | float)


def _at(path: tuple[Any, ...]) -> Any:
    node: Any = SAMPLE
    for step in path:
        node = node[step]
    return node


@pytest.mark.parametrize("path", list(places(SAMPLE)), ids=str)
def test_a_field_missing_anywhere_reads_as_none(path: tuple[Any, ...]) -> None:
    order = copy.deepcopy(SAMPLE)
    target = order
    for step in path[:-1]:
        target = target[step]
    del target[path[-1]]

    read = read_json(Order, json.dumps(order).encode())

    assert read.to_dict() == order
    look_everywhere(read)


def test_absent_and_null_both_read_none_and_are_told_apart() -> None:
    read = read_json(Order, b'{"slug": null, "orderId": "x"}')

    assert (read.slug, read.invoice_group_id, read.order_id) == (None, None, "x")
    assert (read.is_set("slug"), read.is_set("invoice_group_id"), read.is_set("order_id")) == (
        True,
        False,
        True,
    )
    with pytest.raises(AttributeError):
        read.is_set("no_such_name")


def test_unknown_fields_are_kept_and_shown() -> None:
    read = read_json(Order, b'{"orderId": "x", "brandNew": {"deep": [1.10]}}')

    assert read.unknown_fields == {"brandNew": {"deep": [Decimal("1.10")]}}
    assert read.to_json() == b'{"orderId":"x","brandNew":{"deep":[1.10]}}'


def test_an_unknown_enum_value_reads_compares_and_goes_back() -> None:
    read = read_json(OrderState, b'{"status": "PAUSED"}')

    status = read.status
    assert status == "PAUSED"
    assert isinstance(status, OrderStatus)
    assert hash(status) == hash("PAUSED")
    assert status != OrderStatus.FAILED
    assert status not in list(OrderStatus)
    assert read.to_dict() == {"status": "PAUSED"}
    assert pickle.loads(pickle.dumps(status)) == status


def test_a_known_enum_value_is_the_member() -> None:
    assert read_json(OrderState, b'{"status": "FAILED"}').status is OrderStatus.FAILED
    assert OrderItem.from_dict({"type": "REBILL_ORDER"}).type is OrderItemType.REBILL_ORDER


@pytest.mark.parametrize(
    "variant",
    [
        {"referenceType": "PLANET", "relationshipType": "ORBITS", "planetId": "p"},
        {"relationshipType": "ENTERPRISE", "entitlementId": "e"},
        {"referenceType": None, "entitlementId": "e"},
        {"referenceType": 5},
        {},
    ],
    ids=str,
)
def test_an_unknown_variant_stays_readable_and_goes_back(variant: dict[str, Any]) -> None:
    known = {"referenceType": "ENTITLEMENT", "relationshipType": "ENTERPRISE", "entitlementId": "e"}
    content = {"relatesFromEntitlements": [known, variant]}

    read = read_json(OrderItem, json.dumps(content).encode())

    relations = read.relates_from_entitlements
    assert relations is not None
    assert type(relations[0]).__name__ == "EntitlementRelation"
    assert isinstance(relations[1], UnknownVariant)
    assert relations[1].fields == variant
    assert relations[1].kind == (
        variant.get("referenceType") if variant.get("referenceType") == "PLANET" else None
    )
    assert read.to_dict() == content


def test_nulls_inside_a_list_are_left_out_of_the_attribute_only() -> None:
    read = read_json(Order, b'{"items": [null, {"itemId": "O1"}, null]}')

    assert [item.item_id for item in read.items or ()] == ["O1"]
    assert read.to_dict() == {"items": [None, {"itemId": "O1"}, None]}


@pytest.mark.parametrize(("text", "value"), [("1.0", 1), ("1E2", 100), ("-0.0", 0), ("7", 7)])
def test_a_whole_number_written_as_a_fraction_reads_as_an_integer(text: str, value: int) -> None:
    content = f'{{"resetOptions": {{}}, "quoteLineItemDetailsReference": {{"version": {text}}}}}'

    read = read_json(OrderItem, content.encode())

    reference = read.quote_line_item_details_reference
    assert reference is not None
    assert reference.version == value
    assert type(reference.version) is int
    assert read.to_dict() == parse_json(content.encode())


def test_an_instant_is_aware_and_goes_back_as_the_same_integer() -> None:
    read = read_json(Order, b'{"createdDate": 1721418338715}')

    assert read.created_date == datetime.datetime(
        2024, 7, 19, 19, 45, 38, 715000, tzinfo=datetime.UTC
    )
    assert read.to_json() == b'{"createdDate":1721418338715}'


@pytest.mark.parametrize(
    "raw", [99999999999999999, -99999999999999999, 10**30, 253402300800000, -62135596800001]
)
def test_an_instant_outside_the_calendar_reads_as_the_raw_integer(raw: int) -> None:
    read = Order.from_dict({"createdDate": raw})

    assert read.created_date == raw
    assert read.to_dict() == {"createdDate": raw}


def test_numbers_keep_every_digit() -> None:
    content = b'{"metadata":{},"additionalTriggeredOrders":[],"x":12345678901234567.89,"y":1E-30}'

    assert json.loads(read_json(Order, content).to_json(), parse_float=Decimal) == json.loads(
        content, parse_float=Decimal
    )


@pytest.mark.parametrize(
    ("content", "message", "path"),
    [
        (b"", "empty", "$"),
        (b"   ", "empty", "$"),
        (b"<!doctype html><p>Bad gateway", "HTML", "$"),
        (b'{"orderId": "78e5', "not a whole JSON document", "$"),
        (b'{"orderId": "\xff\xfe"}', "not UTF-8", "$"),
        (b"[" * 100_000, "too deeply", "$"),
        (b'{"additionalTriggeredOrders":[' * 5_000, "too deeply", "$"),
        (b"[]", "an object should stand here, a list came", "$"),
        (b"null", "an object should stand here, null came", "$"),
        (b'"text"', "an object should stand here, text came", "$"),
        (b'{"items": {}}', "a list should stand here, an object came", "$.items"),
        (b'{"items": [3]}', "an object should stand here, a number came", "$.items[0]"),
        (b'{"metadata": "a"}', "an object should stand here, text came", "$.metadata"),
        (b'{"orderId": NaN}', "not a whole JSON document", "$"),
        (b'{"createdDate": 1e99999999999999999999}', "too large", "$"),
    ],
)
def test_what_cannot_be_read_at_all_is_a_decode_error_with_its_place(
    content: bytes, message: str, path: str
) -> None:
    with pytest.raises(DecodeError, match=message) as caught:
        read_json(Order, content)

    assert caught.value.path == path
    assert "78e5" not in str(caught.value)


def test_a_repr_is_bounded() -> None:
    page = OrderPage.from_dict({"data": [SAMPLE] * 50})

    assert len(repr(page)) <= 1024


def test_models_are_values() -> None:
    read = Order.from_dict(SAMPLE)

    assert copy.deepcopy(read) == read
    assert pickle.loads(pickle.dumps(read)) == read
    with pytest.raises(AttributeError):
        read._slug = "x"  # type: ignore[misc]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=8,
)
field_names = st.sampled_from(
    ["orderId", "slug", "items", "metadata", "createdDate", "additionalTriggeredOrders", "status"]
)


@settings(max_examples=400, deadline=None)
@given(st.dictionaries(field_names | st.text(max_size=8), json_values, max_size=5))
def test_any_object_reads_and_comes_back_or_is_a_decode_error(content: dict[str, Any]) -> None:
    try:
        read = read_json(Order, json.dumps(content).encode())
    except DecodeError:
        return
    assert read.to_dict() == content
    look_everywhere(read)


@pytest.mark.parametrize("depth", range(50, 1000, 50))
def test_however_deep_an_answer_is_it_comes_back_or_is_a_decode_error(depth: int) -> None:
    opened, closed = b'{"additionalTriggeredOrders":[' * depth, b"]}" * depth
    try:
        given_back = read_json(Order, opened + b"{}" + closed).to_dict()
    except DecodeError as error:
        assert "too deeply" in str(error)
        return
    for _ in range(depth):
        (given_back,) = given_back["additionalTriggeredOrders"]
    assert given_back == {}
