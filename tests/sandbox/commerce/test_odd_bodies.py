"""Whatever a body holds, the sandbox answers: what cannot be is a 400 with a document, never a 500."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import ACCOUNTS, CATALOG_ACCOUNT, TOKEN, ManualClock, Sandbox
from commerce_sdk.sandbox.commerce.document import commerce_document

pytestmark = pytest.mark.anyio
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
JSON = {"Content-Type": "application/json", "Authorization": f"Bearer {TOKEN}"}
ACCOUNT = {"X-transaction-account": ACCOUNTS[0]}

UNREADABLE = [
    b"",
    b"nonsense",
    b"\xff",
    b'"\xed\xa0\x80"',
    b"NaN",
    b'{"seconds": -Infinity}',
    b'{"seconds": 1e999}',
    b'{"on_duplicate": "\\ud800"}',
    b'{"\\ud800": 1}',
    b"[" * 100_000,
    b"1" * 5000,
]
ODD = [
    *('"\\ud800"', '{"\\ud800": 1}', "1e999", "-1e999", "1" * 400, "-1", "1e308", "0.1"),
    *("true", "null", '""', '"\\u0000"', '"\\ud83d\\ude00"', "[]", "{}", "[[]]", '{"": {}}'),
    *("[" * 200 + "]" * 200, str(2**63), '"2026-01-02"'),
]

ORDER: dict[str, Any] = {
    "orderId": "11111111-1111-4111-8111-111111111111",
    "metadata": {"a": "b"},
    "items": [
        {
            "type": "CREATION_ORDER",
            "itemId": "O1",
            "offeringId": OFFERING,
            "chargeQuantities": [{"chargeElement": "user", "quantity": 5}],
            "name": "n",
        }
    ],
}


def asked(sandbox: Sandbox) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app=sandbox)
    return httpx.AsyncClient(transport=transport, base_url="http://sandbox")


def places(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    for key, value in node.items() if isinstance(node, dict) else enumerate(node):
        yield (*path, key)
        if isinstance(value, dict | list):
            yield from places(value, (*path, key))


def planted(path: tuple[Any, ...], odd: str, whole: dict[str, Any] = ORDER) -> bytes:
    order = copy.deepcopy(whole)
    target: Any = order
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = "PLANTED"
    return json.dumps(order).replace('"PLANTED"', odd).encode()


@pytest.mark.parametrize("version", ["v2", "v4"])
@pytest.mark.parametrize("path", [*places(ORDER), ("odd",)], ids=str)
async def test_an_odd_value_anywhere_in_an_order_is_answered(
    path: tuple[Any, ...], version: str
) -> None:
    sandbox = Sandbox(clock=ManualClock(), limits=False)
    async with asked(sandbox) as client:
        for odd in ODD:
            answer = await client.post(
                f"/commerce/api/{version}/orders",
                content=planted(path, odd),
                headers={**JSON, **ACCOUNT},
            )
            assert answer.status_code < 500, (odd, answer.text)
            assert answer.json()
            if answer.status_code < 300:
                listed = await client.get("/commerce/api/v2/orders", headers={**JSON, **ACCOUNT})
                assert listed.status_code == 200
                sandbox.reset()
            if "ud800" in odd or "e999" in odd:
                assert answer.status_code == 400
                assert "no JSON document" in answer.text


USAGE: dict[str, Any] = {
    "trial": {
        "skipTrial": False,
        "offeringId": OFFERING,
        "startTimestamp": 1_750_000_000_000,
        "endTimestamp": 1_750_100_000_000,
        "behaviourAtEndOfTrial": "CONVERT_TO_PAID",
    },
    "chargingDetails": {
        "chargeQuantities": [{"chargeElement": "user", "quantity": 5}, None],
    },
}


@pytest.mark.parametrize("path", [*places(USAGE)], ids=str)
async def test_what_is_ordered_at_odd_values_can_be_looked_at_for_ever(
    path: tuple[Any, ...],
) -> None:
    sandbox = Sandbox(clock=ManualClock(), limits=False)
    whole = {**ORDER, "items": [{**ORDER["items"][0], "optedUsageOptions": USAGE}]}
    looks, taken = ["v1/entitlements", "v2/invoices", "v2/orders"], 0
    async with asked(sandbox) as client:
        for odd in ODD:
            answer = await client.post(
                "/commerce/api/v4/orders",
                content=planted(("items", 0, "optedUsageOptions", *path), odd, whole),
                headers={**JSON, **ACCOUNT},
            )
            assert answer.status_code < 500, (odd, answer.text)
            taken += answer.status_code == 202
            for _ in range(3):
                sandbox.clock.advance(40 * 86_400)  # type: ignore[attr-defined]
                for look in looks:
                    shown = await client.get(f"/commerce/api/{look}", headers={**JSON, **ACCOUNT})
                    assert shown.status_code == 200, (odd, look, shown.text)
            sandbox.reset()
    assert taken


@pytest.mark.parametrize("version", ["", "0", "7", "-1", "\u00b2", "\u0663", "9" * 5000, "v7"])
async def test_an_entitlement_may_be_named_at_any_version(version: str) -> None:
    item = {
        "type": "AMENDMENT_ORDER",
        "itemId": "O1",
        "offeringId": OFFERING,
        "entitlement": {"id": OFFERING, "version": version},
    }
    sandbox = Sandbox(clock=ManualClock(), limits=False)
    async with asked(sandbox) as client:
        answer = await client.post(
            "/commerce/api/v2/orders",
            content=json.dumps({"orderId": ORDER["orderId"], "items": [item]}),
            headers={**JSON, **ACCOUNT},
        )
        assert answer.status_code == 201
        sandbox.clock.advance(10)  # type: ignore[attr-defined]
        path = f"/commerce/api/v2/orders/{ORDER['orderId']}"
        shown = await client.get(path, headers={**JSON, **ACCOUNT})
    assert shown.status_code == 200
    known = shown.json()["items"][0]["processingInfo"]["entitlement"]
    assert known == {"id": OFFERING, "version": "8" if version == "7" else "1"}


@pytest.mark.parametrize(
    "operation",
    [each for each in commerce_document().operations.values() if each.body is not None],
    ids=lambda operation: operation.id,
)
async def test_what_cannot_be_read_is_refused_by_every_operation(operation: Any) -> None:
    path = operation.path
    for name in operation.path_names:
        path = path.replace(f"{{{name}}}", OFFERING)
    query = {
        each.name: CATALOG_ACCOUNT if each.tenant == "catalog" else ACCOUNTS[0]
        for each in operation.parameters
        if each.tenant and each.place == "query"
    }
    async with asked(Sandbox(clock=ManualClock(), limits=False)) as client:
        for content in UNREADABLE[1 if not operation.body.required else 0 :]:
            answer = await client.request(
                operation.method,
                "/commerce/api" + path,
                params=query,
                content=content,
                headers={**JSON, **ACCOUNT},
            )
            assert answer.status_code == 400, (content[:20], answer.text)


@pytest.mark.parametrize("route", ["switches", "advance"])
@pytest.mark.parametrize(
    "content", [*UNREADABLE, *map(str.encode, ODD)], ids=lambda c: repr(c[:12])
)
async def test_what_is_no_object_changes_nothing(route: str, content: bytes) -> None:
    sandbox = Sandbox(clock=ManualClock())
    before, switches = sandbox.clock.time(), copy.copy(sandbox.switches)
    async with asked(sandbox) as client:
        answer = await client.post(f"/_sandbox/{route}", content=content)
        assert (await client.get("/_sandbox/state")).status_code == 200
    harmless = content == b"{}" and route == "switches"
    assert answer.status_code == (200 if harmless else 400)
    assert answer.json()["detail" if not harmless else "pending"]
    assert (sandbox.clock.time(), sandbox.switches) == (before, switches)


@pytest.mark.parametrize("odd", [odd for odd in ODD if odd != "0.1"], ids=lambda odd: odd[:12])
@pytest.mark.parametrize(
    ("route", "name"),
    [("switches", "pending"), ("switches", "on_duplicate"), ("advance", "seconds")],
)
async def test_an_odd_value_changes_nothing(route: str, name: str, odd: str) -> None:
    sandbox = Sandbox(clock=ManualClock())
    before, switches = sandbox.clock.time(), copy.copy(sandbox.switches)
    content = '{"processing": 7, "NAME": ODD}' if route == "switches" else '{"NAME": ODD}'
    async with asked(sandbox) as client:
        answer = await client.post(
            f"/_sandbox/{route}", content=content.replace("NAME", name).replace("ODD", odd)
        )
    assert answer.status_code == 400
    assert answer.json()["detail"]
    assert (sandbox.clock.time(), sandbox.switches) == (before, switches)


@pytest.mark.parametrize("switch", ["pending", "processing", "apply_after", "visible_after"])
async def test_a_switch_that_is_a_time_takes_seconds(switch: str) -> None:
    async with asked(Sandbox(clock=ManualClock())) as client:
        for wanted in (0, 0.1, 3):
            answer = await client.post("/_sandbox/switches", json={switch: wanted})
            assert (answer.status_code, answer.json()[switch]) == (200, wanted)
