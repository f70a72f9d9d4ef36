"""The sandbox: the document's routes and checks, orders that live, and switches that do as they say."""

from __future__ import annotations

import json
import uuid
from typing import Any

import httpx
import jsonschema
import pytest

from commerce_sdk.sandbox import (
    ACCOUNTS,
    FAILING_OFFERING,
    QUOTES,
    TOKEN,
    ManualClock,
    Sandbox,
)
from commerce_sdk.sandbox.commerce.document import commerce_document
from commerce_sdk.sandbox.commerce.orders import OnDuplicate
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.operation import Operation

pytestmark = pytest.mark.anyio
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


class Platform:
    """Calls a sandbox in-process and holds every answer against the document."""

    def __init__(self, **settings: Any) -> None:
        self.clock = ManualClock()
        self.sandbox = Sandbox(clock=self.clock, **settings)
        self.document = self.sandbox.document

    async def __call__(
        self,
        method: str,
        path: str,
        *,
        account: str | None = ACCOUNTS[0],
        token: str | None = f"Bearer {TOKEN}",
        documented: bool = True,
        **parts: Any,
    ) -> httpx.Response:
        headers = {
            **({"X-transaction-account": account} if account else {}),
            **({"Authorization": token} if token else {}),
            **parts.pop("headers", {}),
        }
        transport = httpx.ASGITransport(app=self.sandbox)
        async with httpx.AsyncClient(transport=transport, base_url="http://sandbox") as client:
            answer = await client.request(
                method, self.document.base_path + path, headers=headers, **parts
            )
        if documented:
            self.assert_documented(method, path, answer)
        return answer

    def assert_documented(self, method: str, path: str, answer: httpx.Response) -> None:
        operation = next(
            operation
            for operation in self.document.operations.values()
            if operation.method == method and _matches(operation.path, path)
        )
        schema = _schema(operation, answer.status_code)
        assert schema is not None, f"{operation.id} documents no {answer.status_code}"
        components = {"components": self.document.content["components"]}
        jsonschema.validate(
            answer.json(), {**schema, **components}, jsonschema.Draft202012Validator
        )


def _schema(operation: Operation, status: int) -> Any:
    success = {each.status: each for each in operation.successes}.get(status)
    error = operation.errors.get(str(status))
    return success.schema if success else error.schema if error else None


def _matches(template: str, path: str) -> bool:
    wanted, got = template.split("/"), path.partition("?")[0].split("/")
    return len(wanted) == len(got) and all(
        step.startswith("{") or step == other for step, other in zip(wanted, got, strict=True)
    )


@pytest.fixture
def platform() -> Platform:
    return Platform(limits=False)


def order(order_id: str | None = None, **fields: Any) -> dict[str, Any]:
    item = {"type": "CREATION_ORDER", "itemId": "O1", "offeringId": OFFERING}
    return {"orderId": order_id or str(uuid.uuid4()), "items": [item], **fields}


async def test_a_v4_order_lives(platform: Platform) -> None:
    body = order()
    taken = await platform("POST", "/v4/orders", json=body)
    assert (taken.status_code, taken.json()["orderId"]) == (202, body["orderId"])
    path = f"/v4/orders/{body['orderId']}"
    seen = []
    for _ in range(5):
        state = (await platform("GET", path)).json()
        parts = [name for name in ("processingResult", "successResult", "error") if state[name]]
        seen.append((state["status"], parts))
        platform.clock.advance(1)
    assert seen == [
        ("PENDING", []),
        ("PROCESSING", ["processingResult"]),
        ("PROCESSING", ["processingResult"]),
        ("SUCCESS", ["successResult"]),
        ("SUCCESS", ["successResult"]),
    ]


async def test_a_v2_order_lives_and_shows_as_sync_order(platform: Platform) -> None:
    body = order()
    created = await platform("POST", "/v2/orders", json=body)
    assert created.status_code == 201
    assert created.json()["items"][0]["orderItemId"] == f"{body['orderId']}-1"
    statuses = []
    for _ in range(4):
        (item,) = (await platform("GET", f"/v2/orders/{body['orderId']}")).json()["items"]
        statuses.append(item["processingInfo"] and item["processingInfo"]["status"])
        platform.clock.advance(1)
    assert statuses == [None, "PROCESSING", "PROCESSING", "SUCCESS"]
    state = await platform("GET", f"/v4/orders/{body['orderId']}")
    assert state.json()["status"] == "SYNC_ORDER"
    item_path = f"/v2/orders/{body['orderId']}/orderItem/{body['orderId']}-1"
    assert len((await platform("GET", item_path)).json()["items"]) == 1
    assert (await platform("GET", item_path + "9")).status_code == 404


async def test_orders_fail_by_offering_and_by_script(platform: Platform) -> None:
    scripted = order()
    platform.sandbox.fail_order(scripted["orderId"], {"title": "because", "items": []})
    bought = order()
    bought["items"][0]["offeringId"] = FAILING_OFFERING
    for body, title in ((scripted, "because"), (bought, "The order cannot be carried out")):
        await platform("POST", "/v4/orders", json=body)
        platform.clock.advance(10)
        state = (await platform("GET", f"/v4/orders/{body['orderId']}")).json()
        assert (state["status"], state["error"]["title"]) == ("FAILED", title)
        (item,) = (await platform("GET", f"/v2/orders/{body['orderId']}")).json()["items"]
        assert item["processingInfo"]["status"] == "FAIL"


@pytest.mark.parametrize(("switch", "again"), [("replay", 202), ("conflict", 409), ("locked", 423)])
async def test_the_same_order_again_is_answered_as_the_switch_says(
    platform: Platform, switch: OnDuplicate, again: int
) -> None:
    platform.sandbox.switches.on_duplicate = switch
    body = order()
    assert (await platform("POST", "/v4/orders", json=body)).status_code == 202
    assert (await platform("POST", "/v4/orders", json=body)).status_code == again
    other = await platform("POST", "/v4/orders", json={**body, "metadata": {"a": "b"}})
    assert other.status_code == 422
    assert len(platform.sandbox.orders.held) == 1
    assert len(platform.sandbox.orders.receipts) == 3


async def test_an_order_is_applied_and_shows_later_when_asked_to(platform: Platform) -> None:
    platform.sandbox.switches.apply_after, platform.sandbox.switches.visible_after = 5.0, 7.0
    body = order()
    await platform("POST", "/v4/orders", json=body)
    for path in (f"/v4/orders/{body['orderId']}", f"/v2/orders/{body['orderId']}"):
        assert (await platform("GET", path)).status_code == 404
    platform.clock.advance(11.9)
    assert (await platform("GET", f"/v4/orders/{body['orderId']}")).status_code == 404
    platform.clock.advance(0.1)
    state = await platform("GET", f"/v4/orders/{body['orderId']}")
    assert state.json()["status"] == "SUCCESS"


async def test_lists_page_by_cursor_and_each_order_comes_once(platform: Platform) -> None:
    platform.sandbox.orders.seed_finished(ACCOUNTS[0], 11, "g")
    seen: list[str] = []
    query = "?page-size=4"
    for _ in range(3):
        page = (await platform("GET", "/v2/orders" + query)).json()
        seen += [entry["orderId"] for entry in page["data"]]
        query = f"?page-size=4&start-id={page.get('nextId')}"
    assert len(seen) == len(set(seen)) == 11
    assert "nextId" not in page
    assert (await platform("GET", "/v2/orders?start-id=nowhere")).status_code == 400
    assert (await platform("GET", "/v2/orders?page-size=0")).status_code == 400
    assert (await platform("GET", "/v2/orders?page-size=x")).status_code == 400
    assert not (await platform("GET", "/v2/orders?invoice-group=h")).json()["data"]


async def test_quotes_are_previewed_and_ordered_at_their_version(platform: Platform) -> None:
    (quote, version), *_ = QUOTES.items()
    body: dict[str, Any] = {"source": "QUOTE", "quote": {"id": quote, "version": version}}
    preview = await platform("POST", "/v2/order-intent/preview", json=body)
    assert preview.status_code == 200
    foreseen = preview.json()["items"][0]["processingInfo"]
    assert (foreseen["status"], foreseen["entitlement"]) == (None, None)
    assert foreseen["saleTransitionType"] == "NEW"
    assert not platform.sandbox.orders.held
    placed = await platform("POST", "/v4/orders", json={**body, "orderId": str(uuid.uuid4())})
    assert placed.status_code == 202
    old = {"source": "QUOTE", "quote": {"id": quote, "version": version + 1}}
    assert (await platform("POST", "/v2/order-intent/preview", json=old)).status_code == 409
    none = {"source": "QUOTE", "quote": {"id": str(uuid.uuid4()), "version": 1}}
    assert (await platform("POST", "/v2/order-intent/preview", json=none)).status_code == 404


async def test_only_known_tokens_and_accounts_get_in_and_accounts_are_apart(
    platform: Platform,
) -> None:
    body = order()
    await platform("POST", "/v4/orders", json=body)
    path = f"/v4/orders/{body['orderId']}"
    for token in (None, "Bearer wrong", "Basic !!", "Digest x"):
        answer = await platform("GET", path, token=token)
        assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert (await platform("GET", path, account=None)).status_code == 400
    assert (await platform("GET", path, account=str(uuid.uuid4()))).status_code == 403
    assert (await platform("GET", path, account=ACCOUNTS[1])).status_code == 404
    named = order(transactionAccountId=ACCOUNTS[1])
    assert (await platform("POST", "/v4/orders", json=named)).status_code == 403
    assert (await platform("POST", "/v4/orders", account=None, json=named)).status_code == 202
    assert (await platform("POST", "/v4/orders", account=None, json=order())).status_code == 400


@pytest.mark.parametrize(
    ("change", "status", "place"),
    [
        ({"orderId": "x"}, 400, "orderId: is no UUID"),
        ({"orderId": 5}, 400, "orderId: 5 is not of type 'string'"),
        ({"items": {}}, 400, "items: {} is not of type 'array'"),
        ({"items": []}, 422, "at least one item"),
        ({"source": "BARTER"}, 400, "source: is none of ORDER_ITEMS, QUOTE"),
        ({"source": "QUOTE"}, 400, "quote: is required"),
        ({"items": [{"itemId": "O1"}]}, 400, "items[0].type: is none of"),
        (
            {"items": [{"type": "CREATION_ORDER", "itemId": "O1"}]},
            400,
            "items[0].offeringId: is required",
        ),
        ({"metadata": {"a": 1}}, 400, "metadata.a: 1 is not of type 'string'"),
    ],
    ids=str,
)
async def test_a_wrong_body_is_refused_with_its_place(
    platform: Platform, change: dict[str, Any], status: int, place: str
) -> None:
    answer = await platform("POST", "/v4/orders", json={**order(), **change})
    assert answer.status_code == status
    assert place in answer.json()["detail"]
    assert not platform.sandbox.orders.held


async def test_a_wrong_item_is_named(platform: Platform) -> None:
    body = order()
    body["items"].append({"type": "CREATION_ORDER", "itemId": "O2", "offeringId": "x"})
    (item,) = (await platform("POST", "/v4/orders", json=body)).json()["items"]
    assert (item["itemId"], item["errors"][0]["field"]) == ("O2", "offeringId")
    body["items"][1] = {**body["items"][0]}
    assert (await platform("POST", "/v4/orders", json=body)).status_code == 422
    relation = {"relationshipType": "X", "referenceType": "ORDER_ITEM", "itemId": "O9"}
    body["items"][1].update(itemId="O2", relatesFromEntitlements=[relation])
    answer = await platform("POST", "/v4/orders", json=body)
    assert answer.json()["items"][0]["errors"][0]["field"] == "relatesFromEntitlements"


async def test_what_is_no_json_is_refused(platform: Platform) -> None:
    kind = {"Content-Type": "application/json"}
    for content in (b"", b"{", b"\xff", b"NaN", b"[" * 100_000):
        answer = await platform("POST", "/v4/orders", content=content, headers=kind)
        assert answer.status_code == 400
    plain = {"Content-Type": "text/plain"}
    assert (await platform("POST", "/v4/orders", content=b"{}", headers=plain)).status_code == 415


async def test_an_unknown_route_or_method_says_so(platform: Platform) -> None:
    missing = await platform("GET", "/v9/orders", documented=False)
    assert (missing.status_code, missing.json()["status"]) == (404, "404")
    wrong = await platform("DELETE", "/v2/orders", documented=False)
    assert wrong.status_code == 405
    assert set(wrong.headers["allow"].split(", ")) >= {"GET", "POST"}


async def test_the_published_limits_are_kept_in_a_sliding_window() -> None:
    platform = Platform()
    body = {"source": "QUOTE", "quote": {"id": next(iter(QUOTES)), "version": 2}}
    for _ in range(50):
        await platform("POST", "/v2/order-intent/preview", json=body)
    platform.clock.advance(30)
    answers = [
        (await platform("POST", "/v2/order-intent/preview", json=body)).status_code
        for _ in range(51)
    ]
    assert answers == [200] * 50 + [429]
    refused = await platform("POST", "/v2/order-intent/preview", json=body)
    assert refused.headers["retry-after"] == "30"
    assert (await platform("GET", "/v2/orders")).status_code == 200
    platform.clock.advance(30)
    assert (await platform("POST", "/v2/order-intent/preview", json=body)).status_code == 200


async def test_answers_can_be_scripted_before_and_after_acting(platform: Platform) -> None:
    platform.sandbox.fail_next("place_order", 503, times=2)
    platform.sandbox.fail_next("place_order", 502, after_applying=True, body=b"<html>")
    body = order()
    seen = []
    for _ in range(4):
        answer = await platform("POST", "/v4/orders", json=body, documented=False)
        seen.append((answer.status_code, len(platform.sandbox.orders.receipts)))
    assert seen == [(503, 0), (503, 0), (502, 1), (202, 2)]
    with pytest.raises(ValueError, match="'nothing' is no operation; there are"):
        platform.sandbox.fail_next("nothing")


async def test_it_can_be_looked_into_and_switched_from_outside(platform: Platform) -> None:
    body = order()
    await platform("POST", "/v4/orders", json=body)
    transport = httpx.ASGITransport(app=platform.sandbox)
    async with httpx.AsyncClient(
        transport=transport, base_url="http://sandbox/_sandbox"
    ) as outside:
        state = (await outside.get("/state")).json()
        assert list(state["orders"]) == [body["orderId"]]
        assert state["receipts"][0]["operation"] == "place_order"
        assert (await outside.post("/switches", json={"pending": 9.0})).json()["pending"] == 9.0
        assert (await outside.post("/switches", json={"no": 1})).status_code == 400
        before = platform.clock.time()
        assert (await outside.post("/advance", json={"seconds": 5})).json()["time"] == before + 5
        assert (await outside.post("/reset")).status_code == 204
        assert (await outside.get("/state")).json()["orders"] == {}


async def test_the_same_seed_gives_the_same_world() -> None:
    slugs = []
    for _ in range(2):
        platform = Platform(seed=3)
        answer = await platform("POST", "/v2/orders", json=order(OFFERING))
        slugs.append(json.dumps(answer.json()))
    assert slugs[0] == slugs[1]


@pytest.mark.parametrize("key", ["4XX", "default"])
async def test_an_error_may_be_documented_by_its_hundred_or_by_default(key: str) -> None:
    content = json.loads(json.dumps(commerce_document().content))
    answers = content["paths"]["/v2/orders/{id}"]["get"]["responses"]
    answers[key] = answers.pop("404")
    platform = Platform(document=Document(content))

    answer = await platform("GET", f"/v2/orders/{uuid.uuid4()}", documented=False)

    assert answer.status_code == 404
    assert (
        answer.json().keys()
        == (await Platform()("GET", f"/v2/orders/{uuid.uuid4()}")).json().keys()
    )
