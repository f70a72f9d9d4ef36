"""Orders, a list, a failure, a cut connection, and quotes that are billed."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from commerce_sdk import CommerceClient, OrderFailed, OrderHandle, new_item, required
from commerce_sdk.models import OrderRequest
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, QUOTES, YEN_QUOTE
from commerce_sdk.sandbox.faults import CutAfterApplying, FaultProxy
from examples.demo.screen import COLOURS, Row, paint, say, title

SAMPLES = Path(__file__).resolve().parents[2] / "tests" / "data" / "samples"
PLACEHOLDERS = {
    "{{$randomUUID}}": "11111111-1111-4111-8111-111111111111",
    "{{jiraFamilyContainerEntitlementId}}": "22222222-2222-4222-8222-222222222222",
}
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


def cookbook() -> Iterator[tuple[str, OrderRequest]]:
    """The cookbook's orders as published, each without its used order id."""
    for path in sorted(SAMPLES.glob("order-create-request.*.json")):
        text = path.read_text(encoding="utf-8")
        for placeholder, value in PLACEHOLDERS.items():
            text = text.replace(placeholder, value)
        content: dict[str, Any] = {**json.loads(text), "orderId": ""}
        yield path.name.split(".")[1], OrderRequest.from_dict(content)


async def follow(name: str, placed: OrderHandle) -> list[str]:
    """Show an order's status as it changes."""
    began = time.monotonic()
    seen: list[str] = []
    async for state in placed.updates(deadline=60, poll_interval=0.05):
        status = str(state.status)
        if seen[-1:] != [status]:
            seen.append(status)
            elapsed = f"{time.monotonic() - began:4.1f} s"
            print(f"   {name:<24} {paint(f'{status:<11}', COLOURS.get(status))} {elapsed}")
    return seen


async def place_cookbook(commerce: CommerceClient) -> list[Row]:
    title(1, "The cookbook's orders, placed through v4 and followed to their end")
    rows: list[Row] = []

    async def one(name: str, request: OrderRequest) -> None:
        account = commerce.for_account(str(request.transaction_account_id))
        placed = await account.orders.place(request)
        await follow(name, placed)
        order = await placed.result()
        entitlements = [
            item.processing_info.entitlement.id
            for item in required(order.items, "order.items")
            if item.processing_info and item.processing_info.entitlement
        ]
        count = len(entitlements)
        plural = "entitlement" if count == 1 else "entitlements"
        rows.append((name, str(order.slug), "SUCCESS", f"{count} {plural}"))

    await asyncio.gather(*(one(name, request) for name, request in cookbook()))
    return sorted(rows)


async def list_orders(commerce: CommerceClient) -> Row:
    title(2, "The account's orders, page by page")
    pages = orders = 0
    async for page in commerce.orders.list(page_size=25).pages():
        pages, orders = pages + 1, orders + len(page.items)
        newest, oldest = page.items[0], page.items[-1]
        say(f"page {pages}: {len(page.items):>2} orders, {newest.slug} … {oldest.slug}")
    return "list of orders", "-", "complete", f"{orders} orders on {pages} pages"


async def fail_one(commerce: CommerceClient) -> Row:
    title(3, "An order that fails, and why")
    placed = await commerce.orders.place(items=[new_item(FAILING_OFFERING)])
    await follow("not for sale", placed)
    try:
        await placed.result()
    except OrderFailed as failed:
        for problem in failed.problems:
            say(f"· {problem}", "31")
        return "not for sale", "-", "FAILED", f"{len(failed.problems)} typed reasons"
    raise SystemExit("the order should have failed")


async def survive_a_cut(commerce: CommerceClient, proxy: FaultProxy, address: str) -> Row:
    title(4, "The connection is cut after the platform took the order, before it could answer")
    prepared = commerce.orders.prepare(items=[new_item(OFFERING)])
    say(f"prepared and kept before anything is sent: {prepared.order_id}")
    proxy.plan(CutAfterApplying(), method="POST")
    placed = await commerce.orders.place(prepared)
    say("the answer was cut; the SDK asked what happened and found the order", "33")
    await follow("cut connection", placed)
    order = await placed.result()
    parts = urlsplit(address)
    async with httpx.AsyncClient() as outside:
        state = await outside.get(f"{parts.scheme}://{parts.netloc}/_sandbox/state")
    received = [entry["order_id"] for entry in state.json()["receipts"]].count(prepared.order_id)
    held = prepared.order_id in state.json()["orders"]
    say(f"asked of the sandbox itself: {received} request received, {int(held)} order held")
    if (received, held) != (1, True):
        raise SystemExit("the order was not placed exactly once")
    return "cut connection", str(order.slug), "SUCCESS", "placed once"


async def see_a_life(commerce: CommerceClient, who: str, quote: tuple[str, int]) -> Row:
    """Quote, preview, order, entitlement and invoice of one customer."""
    quote_id, version = quote
    read = await commerce.quotes.get(quote_id)
    bills = required(read.upcoming_bills, "upcoming_bills")
    total = required(bills.total, "upcoming_bills.total")
    say(f"{who}: quote {read.number} {total}  (on the wire {bills.to_dict()['total']})")
    preview = await commerce.orders.preview(quote_id, version)
    placed = await commerce.orders.place(quote_id=quote_id, quote_version=version)
    order = await placed.result(deadline=60)
    counts = f"{len(required(preview.items))} and {len(required(order.items))}"
    say(f"preview and order have {counts} items", first=" " * 5)
    async for entitlement in commerce.entitlements.list():
        if entitlement.order is not None and entitlement.order.id == order.order_id:
            say(f"entitlement {entitlement.slug} is {entitlement.status}", first=" " * 5)
    async for invoice in commerce.invoices.list():
        if any(each.order_id == order.order_id for each in invoice.items or ()):
            break
    else:
        raise SystemExit("the order has no invoice")
    wire = invoice.to_dict()["total"]
    say(f"invoice {invoice.number} {invoice.total}  (on the wire {wire})", first=" " * 5)
    if bills.total != invoice.total:
        raise SystemExit(f"the quote says {bills.total}, the invoice {invoice.total}")
    with tempfile.TemporaryDirectory() as folder:
        saved = await commerce.invoices.download(str(invoice.id)).save(Path(folder) / "invoice.pdf")
        size = saved.stat().st_size
    say(f"{bills.total} == {invoice.total}, and its PDF has {size} bytes", "32", first=" " * 5)
    return f"quote in {total.currency}", str(order.slug), "SUCCESS", f"{invoice.total} billed"


async def see_lives(commerce: CommerceClient) -> list[Row]:
    title(
        5,
        "A quote in cents becomes an order, an entitlement and an invoice in dollars; then in yen",
    )
    return [
        await see_a_life(commerce, "dollars", next(iter(QUOTES.items()))),
        await see_a_life(commerce.for_account(ACCOUNTS[1]), "yen", YEN_QUOTE),
    ]
