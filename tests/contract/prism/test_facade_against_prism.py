"""Every call of the Commerce facade against Prism, which judges requests by the document itself."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import AsyncIterator, Callable

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceClient,
    OrderFailed,
    amend_item,
    app_on,
    cancel_item,
    change_account_item,
    new_item,
    part_of_family,
    reactivate_item,
    relates,
    revert_trial_item,
    transition_item,
    under_enterprise,
)
from commerce_sdk.commerce.orders.items import Item
from commerce_sdk.commerce.orders.namespace import Orders
from commerce_sdk.commerce.orders.tokens import OrderToken
from tests.contract.prism.conftest import Prism

pytestmark = pytest.mark.anyio

ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"
CATALOG_ACCOUNT = "5f1d7c1e-7a0b-4b57-9a52-0f4f3a7c2d10"
INVOICE_GROUP = "2f100e51-b40a-4d9a-8809-63b1ffdde012"
FINISHED = "0aed15e5-3d09-4319-800d-d65a5e73f783"
PLACED = "ff34629f-cc52-4fae-a8e3-364257229805"
QUOTE = "5b2ad6d4-8d9c-4a3e-9f0a-1c3c8f4b7e21"
ENTITLEMENT = "3e54ef62-8c14-33ab-9625-5de436e5625b"
OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"
OTHER_OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
PLAN = "99eb1387-befd-47bc-a2e6-9e66eb086281"
COMPLAINT = re.compile(r"violation|did not pass", re.IGNORECASE)
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
THEN = datetime.datetime(2026, 7, 17, 9, 37, 19, tzinfo=datetime.UTC)


class Judged(httpx.AsyncBaseTransport):
    """Asks Prism for an example by name, and keeps what it said about each request."""

    def __init__(self) -> None:
        self._below = httpx.AsyncHTTPTransport()
        self.example: dict[str, str] = {}
        self.calls: list[str] = []
        self.violations: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        route = f"{request.method} {request.url.path}"
        if "start-id" in request.url.params:
            route += " on"
        if route in self.example:
            request.headers["Prefer"] = f"example={self.example[route]}"
        response = await self._below.handle_async_request(request)
        self.calls.append(f"{route} {response.status_code}")
        if "sl-violations" in response.headers:
            self.violations.append(f"{route}: {response.headers['sl-violations']}")
        return await _about_what_was_asked(request, response)

    async def aclose(self) -> None:
        await self._below.aclose()


async def _about_what_was_asked(request: httpx.Request, response: httpx.Response) -> httpx.Response:
    """Examples have ids of their own, and an answer about another thing is not believed."""
    asked = _ID.findall(request.url.path)
    if not asked or "json" not in response.headers.get("content-type", ""):
        return response
    document = json.loads(await response.aread())
    if not isinstance(document, dict):
        return response
    for name in {"id", "entitlementId"} & document.keys():
        document[name] = asked[0]
    return httpx.Response(response.status_code, json=document)


@pytest.fixture
def prism(prism_of: Callable[[str], Prism]) -> Prism:
    return prism_of("commerce")


@pytest.fixture
def judged() -> Judged:
    return Judged()


@pytest.fixture
async def commerce(prism: Prism, judged: Judged) -> AsyncIterator[CommerceClient]:
    before = len(prism.log)
    async with CommerceClient(
        token="a-token",
        transaction_account=ACCOUNT,
        catalog_account=CATALOG_ACCOUNT,
        error_response_version="v2",
        base_url=prism.url,
        transport=judged,
        retry=None,
    ) as client:
        yield client
    assert judged.calls, "nothing reached Prism"
    assert all(call.split()[-1].startswith("2") for call in judged.calls), judged.calls
    assert judged.violations == []
    assert not COMPLAINT.search(prism.log[before:]), prism.log


def every_kind_of_item() -> list[Item]:
    site = new_item(OTHER_OFFERING)
    product = new_item(
        OFFERING,
        quantities={"user": 100},
        pricing_plan_id=PLAN,
        ends_at=THEN,
        skip_trial=True,
        promotion_codes=["PROMO_CODE"],
        relations=[part_of_family(item=site), under_enterprise(ENTITLEMENT)],
        next_billing_anchor=THEN,
        metadata={"team": "blue"},
    )
    return [
        site,
        product,
        new_item(OTHER_OFFERING, relations=[app_on(item=product), relates("X", ENTITLEMENT)]),
        amend_item(
            ENTITLEMENT,
            "2",
            OFFERING,
            quantities={"user": 150},
            relations=[app_on(ENTITLEMENT)],
            immediate=True,
            next_billing_anchor=THEN,
        ),
        cancel_item(ENTITLEMENT, "1", immediate=False, metadata={"why": "unused"}),
        reactivate_item(ENTITLEMENT, "3", OFFERING, ends_at=THEN, promotion_codes=["BACK"]),
        change_account_item(
            ENTITLEMENT, "4", invoice_group_id=INVOICE_GROUP, transaction_account_id=ACCOUNT
        ),
        revert_trial_item(ENTITLEMENT, "5"),
        transition_item(
            ENTITLEMENT,
            apply_after=THEN,
            from_offering=OFFERING,
            to_offering=OTHER_OFFERING,
            from_pricing_plan=PLAN,
            to_pricing_plan=PLAN,
        ),
    ]


async def test_place_with_every_kind_of_item(commerce: CommerceClient, judged: Judged) -> None:
    placed = await commerce.orders.place(
        items=every_kind_of_item(),
        invoice_group_id=INVOICE_GROUP,
        metadata={"provisionRequestId": "07fb4851-986a-438d-8749-e2c07851c6ca"},
        order_intent_id=QUOTE,
        source="ORDER_ITEMS",
        order_id=PLACED,
    )
    state = await placed.refresh()

    assert placed.order_id == PLACED
    assert placed.status_url is not None
    assert state.status == "PENDING"
    assert judged.calls == ["POST /v4/orders 202", f"GET /v4/orders/{PLACED} 200"]


async def test_place_by_quote(commerce: CommerceClient, judged: Judged) -> None:
    placed = await commerce.orders.place(
        quote_id=QUOTE, quote_version=2, order_id=PLACED, metadata={"team": "blue"}
    )

    assert placed.order_id == PLACED
    assert judged.calls == ["POST /v4/orders 202"]


async def test_create_with_every_kind_of_item(commerce: CommerceClient, judged: Judged) -> None:
    judged.example[f"GET /v2/orders/{PLACED}"] = "under_way"

    placed = await commerce.orders.create(items=every_kind_of_item(), order_id=PLACED)
    state = await placed.refresh()

    assert placed.answer is not None
    assert [item.item_id for item in placed.answer.items or ()] == ["O1"]
    assert state.status == "SYNC_ORDER"
    assert judged.calls == ["POST /v2/orders 201", f"GET /v2/orders/{PLACED} 200"]


async def test_create_by_quote(commerce: CommerceClient) -> None:
    placed = await commerce.orders.create(quote_id=QUOTE, quote_version=2, order_id=PLACED)

    assert placed.order_id == PLACED


async def test_get(commerce: CommerceClient, judged: Judged) -> None:
    order = await commerce.orders.get(FINISHED)

    assert order.order_id == FINISHED
    assert len(order.items or ()) == 2
    assert judged.calls == [f"GET /v2/orders/{FINISHED} 200"]


async def test_get_by_item(commerce: CommerceClient, judged: Judged) -> None:
    order = await commerce.orders.get_by_item(FINISHED, f"{FINISHED}-1")

    assert [item.order_item_id for item in order.items or ()] == [f"{FINISHED}-1"]
    assert judged.calls == [f"GET /v2/orders/{FINISHED}/orderItem/{FINISHED}-1 200"]


async def test_list_over_two_pages(commerce: CommerceClient, judged: Judged) -> None:
    judged.example = {"GET /v2/orders": "first_page", "GET /v2/orders on": "last_page"}

    orders = await commerce.orders.list(page_size=50, invoice_group=INVOICE_GROUP).collect(limit=10)

    assert [order.order_id for order in orders] == [PLACED, "78e519c2-2277-40dd-82b2-efb08d6290ad"]
    assert judged.calls == ["GET /v2/orders 200", "GET /v2/orders on 200"]


@pytest.mark.parametrize(
    ("example", "order_id", "status"),
    [
        ("pending", PLACED, "PENDING"),
        ("processing", PLACED, "PROCESSING"),
        ("success", FINISHED, "SUCCESS"),
        ("failed", PLACED, "FAILED"),
        ("sync_order", FINISHED, "SYNC_ORDER"),
    ],
)
async def test_status(
    commerce: CommerceClient, judged: Judged, example: str, order_id: str, status: str
) -> None:
    judged.example[f"GET /v4/orders/{order_id}"] = example

    state = await commerce.orders.status(order_id)

    assert state.status == status


@pytest.mark.parametrize("example", ["success", "sync_order"])
async def test_resume_and_result(commerce: CommerceClient, judged: Judged, example: str) -> None:
    judged.example[f"GET /v4/orders/{FINISHED}"] = example
    token = str(OrderToken(account=ACCOUNT, order_id=FINISHED, api="v4"))

    placed = await commerce.orders.resume(token)
    order = await placed.result()

    assert order.order_id == FINISHED


async def test_wait_all(commerce: CommerceClient, judged: Judged) -> None:
    judged.example[f"GET /v4/orders/{FINISHED}"] = "success"
    token = str(OrderToken(account=ACCOUNT, order_id=FINISHED, api="v4"))

    placed = await commerce.orders.resume(token)
    async with commerce.orders.wait_all([placed], deadline=30) as done:
        assert [(await handle.result()).order_id async for handle in done] == [FINISHED]


async def test_follow_asks_when_its_handle_is_asked(
    commerce: CommerceClient, judged: Judged
) -> None:
    token = str(OrderToken(account=ACCOUNT, order_id=FINISHED, api="v2"))

    placed = commerce.orders.follow(token)
    assert judged.calls == []
    await placed.refresh()

    assert judged.calls == [f"GET /v2/orders/{FINISHED} 200"]


async def test_resume_of_a_failed_order(commerce: CommerceClient, judged: Judged) -> None:
    judged.example[f"GET /v4/orders/{PLACED}"] = "failed"
    token = str(OrderToken(account=ACCOUNT, order_id=PLACED, api="v4"))

    placed = await commerce.orders.resume(token)
    with pytest.raises(OrderFailed) as caught:
        await placed.result()

    assert caught.value.problems
    assert caught.value.coupling_violations
    assert caught.value.graph_violations


async def test_preview(commerce: CommerceClient, judged: Judged) -> None:
    order = await commerce.orders.preview(QUOTE, 2, order_intent_id=FINISHED)

    assert len(order.items or ()) == 1
    assert judged.calls == ["POST /v2/order-intent/preview 200"]


def test_no_call_of_the_facade_is_left_out() -> None:
    calls = {name for name in vars(Orders) if not name.startswith("_")}

    assert calls - {"prepare"} == {
        *("place", "create", "resume", "follow", "get", "get_by_item", "status", "list"),
        *("preview", "wait_all"),
    }


async def test_prism_really_judges(prism: Prism) -> None:
    before = len(prism.log)
    headers = {"Authorization": "Bearer a-token", "X-transaction-account": ACCOUNT}
    body = {"orderId": "no-uuid", "items": [{"type": "CREATION_ORDER", "itemId": 1}]}

    async with httpx.AsyncClient(base_url=prism.url, headers=headers) as client:
        wrong_body = await client.post("/v4/orders", json=body)
        no_account = await client.get(f"/v4/orders/{PLACED}", headers={"X-transaction-account": ""})
        page_of_text = await client.get("/v2/orders", params={"page-size": "many"})

    for refused in (wrong_body, no_account, page_of_text):
        assert refused.status_code == 422
        assert refused.headers["sl-violations"]
    assert "orderId" in wrong_body.headers["sl-violations"]
    with anyio.fail_after(10):
        while not COMPLAINT.search(prism.log[before:]):  # noqa: ASYNC110 - a file tells nobody
            await anyio.sleep(0.01)
