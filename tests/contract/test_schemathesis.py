"""Schemathesis on the sandbox over HTTP: every operation, and a planted fault that it must find."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

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
from commerce_sdk.sandbox.commerce.document import commerce_document
from tests.conftest import ROOT
from tests.contract.runner import Run, labels, schemathesis
from tests.support.servers import on_loopback

Json = dict[str, Any]
HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/commerce.json"
OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"
DRAFTS = 60
"""As many plans and changes as can be written before none is left."""


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


def known_of(
    sandbox: Sandbox, clock: ManualClock, url: str, asked: Collection[str]
) -> dict[str, Any]:
    """Where the sandbox has something to find for the operations that are asked: what no document can
    say."""
    drafted = DRAFTS if any("pricing" in operation for operation in asked) else 1
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
        drafts = [_draft_plan(client) for _ in range(2 * drafted)]
        changes = [_draft_change(client) for _ in range(3 * drafted)]
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
        "update_pricing_plan": ("id", drafts[:drafted]),
        "delete_pricing_plan": ("id", drafts[drafted:]),
        "get_pricing_change": ("pricingChangeId", changes[:1]),
        "update_pricing_change": ("pricingChangeId", changes[:drafted]),
        "delete_pricing_change": ("pricingChangeId", changes[drafted : 2 * drafted]),
        "execute_pricing_change": ("pricingChangeId", changes[2 * drafted :]),
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


def ask(
    sandbox: Sandbox,
    clock: ManualClock,
    folder: Path,
    *options: str,
    cases: int,
    only: Collection[str] = (),
    app: ASGIApp | None = None,
) -> Run:
    """Schemathesis on a sandbox, or on what stands before it: on every operation, or on some only."""
    asked = only or sandbox.document.operations.keys()
    with on_loopback(app or sandbox) as there:
        url = str(there.base_url).rstrip("/") + sandbox.document.base_path
        return schemathesis(
            *(DOCUMENT, url, folder, "-H", f"Authorization: Bearer {TOKEN}", "-n", str(cases)),
            *(*options, *(f"--include-operation-id={operation}" for operation in only)),
            hooks=HERE / "mending.py",
            known=known_of(sandbox, clock, url, asked),
            config=HERE / "schemathesis.toml",
        )


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def clean(folder: Path, *options: str, cases: int, only: Collection[str] = ()) -> Run:
    """A run on a sandbox of its own that finds nothing."""
    clock = ManualClock()
    run = ask(Sandbox(limits=False, clock=clock), clock, folder, *options, cases=cases, only=only)
    run.check_clean()
    return run


def test_the_sandbox_keeps_to_the_document(tmp_path: Path, cases: int) -> None:
    run = clean(tmp_path, cases=cases)
    operations = labels(commerce_document())

    def little() -> list[str]:
        return [each for each in operations if run.statuses[each].total() < cases]

    def ask_again(*asked: str) -> None:
        only = [operations[label] for label in asked]
        again = clean(tmp_path, "--phases", "fuzzing", cases=cases, only=only)
        for label in asked:
            run.statuses[label] += again.statuses[label]

    # Among others some operations are asked little; in a run of those, and at last alone, each
    # gets its cases.
    if asked_little := little():
        ask_again(*asked_little)
    for label in little():
        ask_again(label)

    assert len(operations) == 39
    run.check(operations, cases)


class Altered:
    """The sandbox, but for the answers of one operation, which are altered on the way."""

    def __init__(self, sandbox: Sandbox, operation: str, alter: Callable[[Json], Json]) -> None:
        known = sandbox.document.operations[operation]
        self._sandbox = sandbox
        self._alter = alter
        self._method = known.method
        self._path = sandbox.document.base_path + re.sub(r"\{\w+\}", "[^/]+", known.path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        meant = scope.get("method") == self._method and re.fullmatch(self._path, scope["path"])
        began: list[Message] = []

        async def altered(message: Message) -> None:
            if message["type"] == "http.response.start":
                began.append(message)
                return
            status = began[0]["status"]
            content = json.loads(message["body"])
            response = JSONResponse(self._alter(content) if status == 200 else content, status)
            await response(scope, receive, send)

        await self._sandbox(scope, receive, altered if meant else send)


def slug_is_number(answer: Json) -> Json:
    """A number where the document has a text."""
    return {**answer, "slug": 5}


def status_is_unknown(answer: Json) -> Json:
    """A status that the document does not list."""
    return {**answer, "status": "DONE"} if answer["status"] == "SYNC_ORDER" else answer


@pytest.mark.parametrize(
    ("operation", "planted", "label"),
    [
        ("get_order", slug_is_number, "GET /v2/orders/{id}"),
        ("get_order_status", status_is_unknown, "GET /v4/orders/{id}"),
    ],
)
def test_a_planted_fault_is_caught(
    operation: str,
    planted: Callable[[Json], Json],
    label: str,
    clock: ManualClock,
    tmp_path: Path,
) -> None:
    sandbox = Sandbox(limits=False, clock=clock)

    run = ask(
        *(sandbox, clock, tmp_path, "--phases", "examples,fuzzing"),
        app=Altered(sandbox, operation, planted),
        cases=25,
        only=[operation],
    )

    assert run.exit_code == 1, run.output
    assert (label, "response_schema_conformance") in run.failures, run.output
