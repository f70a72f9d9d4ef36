"""Relations to another item of the same order, by the item itself or by its label."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    InvalidRequest,
    amend_item,
    app_on,
    new_item,
    part_of_family,
    reactivate_item,
    relates,
    under_enterprise,
)
from tests.support.clients import client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

OTHER = "799958b5-36bb-4a3d-9289-9fd2986352a7"
ENTITLEMENT = "1036832a-8660-4293-9178-3a12b19bc67c"
WAYS: dict[str, tuple[Callable[..., Any], str]] = {
    "app_on": (app_on, "APP_DEPENDENCE"),
    "under_enterprise": (under_enterprise, "ENTERPRISE"),
    "part_of_family": (part_of_family, "FAMILY_CONTAINER"),
    "relates": (lambda *given, **named: relates("OTHER", *given, **named), "OTHER"),
}
EACH = pytest.mark.parametrize(("way", "kind"), WAYS.values(), ids=list(WAYS))


async def sent(*items: Any) -> list[dict[str, Any]]:
    """The items of an order as the server gets them."""
    bodies: list[dict[str, Any]] = []

    def answer(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return httpx.Response(200, json={"orderId": bodies[-1]["orderId"]})

    async with client(answer) as commerce:
        await commerce.orders.place(items=list(items))
    (body,) = bodies
    listed: list[dict[str, Any]] = body["items"]
    return listed


def by_item(kind: str, label: str) -> list[dict[str, str]]:
    """The relations of an item that hangs on another one of its order."""
    return [{"relationshipType": kind, "referenceType": "ORDER_ITEM", "itemId": label}]


@EACH
async def test_by_the_item_itself_it_names_the_label_that_the_item_gets(
    way: Callable[..., Any], kind: str
) -> None:
    host = new_item(OFFERING)
    _, first, second = await sent(
        new_item(OTHER), host, new_item(OTHER, relations=[way(item=host)])
    )
    assert first["itemId"] == "O2"
    assert second["relatesFromEntitlements"] == by_item(kind, first["itemId"])


@EACH
async def test_by_a_label_of_ones_own_it_names_that(way: Callable[..., Any], kind: str) -> None:
    items = [
        new_item(OFFERING, item_id="host"),
        new_item(OTHER, relations=[way(item="host")]),
    ]
    assert (await sent(*items))[1]["relatesFromEntitlements"] == by_item(kind, "host")


@EACH
async def test_an_item_that_comes_later_can_be_named(way: Callable[..., Any], kind: str) -> None:
    host = new_item(OFFERING)
    first, second = await sent(new_item(OTHER, relations=[way(item=host)]), host)
    assert first["relatesFromEntitlements"] == by_item(kind, second["itemId"])


@EACH
async def test_what_is_changed_or_brought_back_can_hang_on_an_item_too(
    way: Callable[..., Any], kind: str
) -> None:
    host = new_item(OFFERING)
    for make in (amend_item, reactivate_item):
        changed = make(ENTITLEMENT, "1", OTHER, relations=[way(item=host)])
        first, second = await sent(host, changed)
        assert second["relatesFromEntitlements"] == by_item(kind, first["itemId"])


@EACH
async def test_by_an_entitlement_it_names_no_item(way: Callable[..., Any], kind: str) -> None:
    (only,) = await sent(new_item(OTHER, relations=[way(ENTITLEMENT)]))
    assert only["relatesFromEntitlements"] == [
        {"relationshipType": kind, "referenceType": "ENTITLEMENT", "entitlementId": ENTITLEMENT}
    ]


@EACH
def test_exactly_one_of_the_two_is_given(way: Callable[..., Any], kind: str) -> None:
    for given in ({}, {"entitlement_id": ENTITLEMENT, "item": new_item(OFFERING)}):
        with pytest.raises(InvalidRequest, match="entitlement_id: give an entitlement id, or item"):
            way(**given)


@EACH
async def test_an_item_of_no_order_is_refused(way: Callable[..., Any], kind: str) -> None:
    with pytest.raises(InvalidRequest):
        await sent(new_item(OTHER, relations=[way(item=new_item(OFFERING))]))
