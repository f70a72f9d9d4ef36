"""Schemathesis on the sandbox over HTTP: every operation, and a planted fault that it must find."""

from __future__ import annotations

import socket
import threading
import time
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from commerce_sdk.sandbox import (
    ACCOUNTS,
    CATALOG_ACCOUNT,
    FAILING_OFFERING,
    QUOTES,
    TOKEN,
    ManualClock,
    Sandbox,
)
from commerce_sdk.sandbox.commerce.catalogue import fixed_id
from commerce_sdk.sandbox.commerce.orders import Orders
from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.document import commerce
from tests.conftest import ROOT
from tests.contract.runner import Run, schemathesis, successes

HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/commerce.json"
CASES = 100
OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"
DRAFTS = 60
"""As many plans and changes as can be written before none is left."""


@contextmanager
def over_http(sandbox: Sandbox) -> Iterator[str]:
    # Named TCP outright: only then does asyncio switch off Nagle's algorithm, 40 ms an answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(
        uvicorn.Config(sandbox, log_level="error", access_log=False, lifespan="off")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    ends = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < ends, "the sandbox did not start"
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}{sandbox.document.base_path}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def order_in_every_stage(sandbox: Sandbox, clock: ManualClock, url: str) -> list[str]:
    """One order of each state that there is; the clock stands still afterwards."""
    stages = (("v2", OFFERING, 5), ("v4", FAILING_OFFERING, 5), ("v4", OFFERING, 5))
    stages += (("v4", OFFERING, 2), ("v4", OFFERING, 0))
    placed = []
    headers = {"Authorization": f"Bearer {TOKEN}", "X-transaction-account": ACCOUNTS[0]}
    with httpx.Client(base_url=url, headers=headers) as client:
        for number, (api, offering, seconds) in enumerate(stages):
            order = str(uuid.UUID(int=number, version=4))
            item = {"type": "CREATION_ORDER", "itemId": "O1", "offeringId": offering}
            body = {"orderId": order, "items": [item]}
            client.post(f"/{api}/orders", json=body).raise_for_status()
            clock.advance(seconds)
            placed.append(order)
        states = {client.get(f"/v4/orders/{order}").json()["status"] for order in placed}
    assert len(states) == len(stages), states
    return placed


def known_of(sandbox: Sandbox, clock: ManualClock, url: str) -> dict[str, Any]:
    """Where the sandbox has something to find: what no document can say."""
    orders = order_in_every_stage(sandbox, clock, url)
    headers = {
        "Authorization": f"Bearer {TOKEN}",
        "X-transaction-account": ACCOUNTS[0],
        "X-Catalog-Account": CATALOG_ACCOUNT,
    }
    with httpx.Client(base_url=url, headers=headers) as client:

        def ids(path: str, items: str, key: str = "id") -> list[str]:
            return [each[key] for each in client.get(path).raise_for_status().json()[items]]

        quote, version = next(iter(QUOTES.items()))
        products = ids("/v2/products", "values")
        offerings = [
            each
            for product in products
            for each in ids(f"/v2/products/{product}/offerings", "values")
        ]
        plans = ids(f"/v2/offerings/{OFFERING}/pricing-plans", "values")
        drafts = [_draft_plan(client) for _ in range(2 * DRAFTS)]
        changes = [_draft_change(client) for _ in range(3 * DRAFTS)]
        entitlements = ids("/v1/entitlements", "data", "entitlementId")
        invoices = ids("/v2/invoices", "data")
        note, invoice, entitlement = _credit_note(client, clock)
    by_path = {
        "get_order": ("id", orders),
        "get_order_status": ("id", orders),
        "get_quote": ("id", list(QUOTES)),
        "download_quote": ("id", list(QUOTES)),
        "get_invoice": ("id", invoices),
        "download_invoice": ("invoiceId", invoices),
        "get_invoice_group": ("id", [fixed_id(ACCOUNTS[0])]),
        "get_credit_note": ("id", [note]),
        "get_product": ("id", products),
        "list_offerings": ("productId", products),
        "get_partner_opt_out": ("productId", products),
        "get_offering": ("id", offerings),
        "list_pricing_plans": ("offeringId", offerings),
        "get_pricing_plan": ("id", plans),
        "update_pricing_plan": ("id", drafts[:DRAFTS]),
        "delete_pricing_plan": ("id", drafts[DRAFTS:]),
        "get_pricing_change": ("pricingChangeId", changes[:1]),
        "update_pricing_change": ("pricingChangeId", changes[:DRAFTS]),
        "delete_pricing_change": ("pricingChangeId", changes[DRAFTS : 2 * DRAFTS]),
        "execute_pricing_change": ("pricingChangeId", changes[2 * DRAFTS :]),
        "get_entitlement": ("entitlementId", entitlements),
        "get_entitlement_v2": ("entitlementId", entitlements),
        "get_entitlement_display_info": ("entitlementId", entitlements),
        "get_entitlement_partner_info": ("entitlementId", entitlements),
    }
    places: dict[str, list[dict[str, Any]]] = {
        operation: [{"path": {name: each}} for each in found]
        for operation, (name, found) in by_path.items()
    }
    places["get_order_item"] = [
        {"path": {"orderId": order, "orderItemId": f"{order}-1"}} for order in orders
    ]
    places["list_related_offerings"] = [
        {"path": {"id": each, "type": "APP_DEPENDENCE"}} for each in offerings
    ]
    places["get_credit_note_summary"] = [
        {"query": {"invoiceId": invoice, "entitlementId": entitlement}}
    ]
    places["list_orders"] = [{"query": {"start-id": each}} for each in orders]
    return {
        "accounts": {"transaction": ACCOUNTS[0], "catalog": CATALOG_ACCOUNT},
        "offering": OFFERING,
        "quote": {"id": quote, "version": version},
        "places": places,
        "cursors": {"list_orders": orders, "list_products": products},
    }


def _draft_plan(client: httpx.Client) -> str:
    body = {"offeringId": OFFERING, "primaryCycleId": "MONTHLY", "currency": "USD", "items": []}
    return str(client.post("/v2/pricing-plans", json=body).raise_for_status().json()["id"])


def _draft_change(client: httpx.Client) -> str:
    body = {"offeringId": OFFERING, "changes": []}
    return str(client.post("/v2/pricing-changes", json=body).raise_for_status().json()["id"])


def _credit_note(client: httpx.Client, clock: ManualClock) -> tuple[str, str, str]:
    """An order that is billed, then cancelled."""
    (billed, *_) = client.get("/v2/invoices").raise_for_status().json()["data"]
    entitlement = billed["items"][0]["entitlementId"]
    item = {
        "type": "CANCELLATION_ORDER",
        "itemId": "O1",
        "entitlement": {"id": entitlement, "version": "1"},
    }
    body = {"orderId": str(uuid.UUID(int=99, version=4)), "items": [item]}
    client.post("/v4/orders", json=body).raise_for_status()
    clock.advance(5)
    query = {"invoiceId": billed["id"], "entitlementId": entitlement}
    summary = client.get("/v2/credit-notes/summary", params=query).raise_for_status().json()
    return str(summary["creditNotesIssued"][0]["id"]), str(billed["id"]), str(entitlement)


def ask(sandbox: Sandbox, clock: ManualClock, folder: Path, *options: str, cases: int) -> Run:
    with over_http(sandbox) as url:
        return schemathesis(
            *(DOCUMENT, url, folder, "-H", f"Authorization: Bearer {TOKEN}", "-n", str(cases)),
            *options,
            hooks=HERE / "mending.py",
            known=known_of(sandbox, clock, url),
            config=HERE / "schemathesis.toml",
        )


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def clean(folder: Path, *options: str) -> Run:
    """A run on a sandbox of its own that finds nothing."""
    clock = ManualClock()
    run = ask(Sandbox(limits=False, clock=clock), clock, folder, *options, cases=CASES)
    assert not run.failures, run.output
    assert not run.errors
    assert run.exit_code == 0, run.output
    return run


def test_the_sandbox_keeps_to_the_document(tmp_path: Path) -> None:
    run = clean(tmp_path)
    operations = {f"{one.method} {one.path}": one.id for one in commerce().operations.values()}
    for label, operation in operations.items():
        # Among others some operations are asked little; alone each gets its cases.
        if run.statuses[label].total() < CASES:
            alone = clean(tmp_path, "--phases", "fuzzing", "--include-operation-id", operation)
            run.statuses[label] += alone.statuses[label]

    print(run.table())
    assert run.statuses.keys() == operations.keys()
    assert len(operations) == 39
    for label, seen in run.statuses.items():
        assert seen.total() >= CASES, f"{label}\n{run.table()}"
        assert successes(seen) >= 1, f"{label}\n{run.table()}"
        assert not any(status >= 500 for status in seen), f"{label}\n{run.table()}"


def slug_is_number(orders: Orders, call: Call) -> Json:
    """Answers a number where the document has a text."""
    return {**Orders.get_order(orders, call), "slug": 5}


def status_is_unknown(orders: Orders, call: Call) -> Json:
    """Answers a status that the document does not list."""
    state = Orders.get_order_status(orders, call)
    return {**state, "status": "DONE"} if state["status"] == "SYNC_ORDER" else state


@pytest.mark.parametrize(
    ("operation", "planted", "label"),
    [
        ("get_order", slug_is_number, "GET /v2/orders/{id}"),
        ("get_order_status", status_is_unknown, "GET /v4/orders/{id}"),
    ],
)
def test_a_planted_fault_is_caught(
    operation: str,
    planted: Callable[[Orders, Call], Json],
    label: str,
    clock: ManualClock,
    tmp_path: Path,
) -> None:
    sandbox = Sandbox(limits=False, clock=clock)
    setattr(sandbox.orders, operation, partial(planted, sandbox.orders))
    only = ("--include-operation-id", operation)

    run = ask(sandbox, clock, tmp_path, "--phases", "examples,fuzzing", *only, cases=25)

    assert run.exit_code == 1, run.output
    assert (label, "response_schema_conformance") in run.failures, run.output
