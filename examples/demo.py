"""The demo: a sandbox of its own, the cookbook's orders, and a connection cut before your eyes.

Run it with `make demo`. Everything stays on this machine.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import sys
import tempfile
import textwrap
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx

from commerce_sdk import CommerceClient, CommerceError, OrderFailed, OrderHandle, new_item
from commerce_sdk.models import OrderRequest
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, QUOTES, TOKEN, YEN_QUOTE
from commerce_sdk.sandbox.faults import CutAfterApplying, FaultProxy

SAMPLES = Path(__file__).resolve().parent.parent / "tests" / "data" / "samples"
PLACEHOLDERS = {
    "{{$randomUUID}}": "11111111-1111-4111-8111-111111111111",
    "{{jiraFamilyContainerEntitlementId}}": "22222222-2222-4222-8222-222222222222",
}
OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"
PAST_ORDERS = 60

COLOURS = {"SUCCESS": "32", "FAILED": "31", "PENDING": "90", "PROCESSING": "33"}
PLAIN = not sys.stdout.isatty()
WIDTH = shutil.get_terminal_size().columns
IN_ASCII = str.maketrans({"…": "...", "·": "*", "─": "-"})


def paint(text: str, colour: str | None) -> str:
    return text if PLAIN or colour is None else f"\033[{colour}m{text}\033[0m"


def shown(text: str) -> str:
    """The text in what the terminal can show."""
    try:
        text.encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        text = text.translate(IN_ASCII).encode("ascii", "replace").decode()
    return text


def say(text: str, colour: str | None = None, *, first: str = "   ", hang: int = 2) -> None:
    """Print within the terminal's width; no word is broken."""
    wrapped = textwrap.wrap(
        shown(text),
        width=WIDTH,
        initial_indent=first,
        subsequent_indent=" " * (len(first) + hang),
        break_long_words=False,
        break_on_hyphens=False,
    )
    for line in wrapped:
        print(paint(line, colour))


def title(number: int, text: str) -> None:
    print()
    say(text, "1", first=f"{number}  ", hang=0)


@asynccontextmanager
async def sandbox_process() -> AsyncIterator[str]:
    """The sandbox as a process of its own; gives its address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "commerce_sdk.sandbox", "--seed", "7", "--pace", "6"),
        *("--past-orders", str(PAST_ORDERS)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        said = (await process.stdout.readline()).decode().split()
        if said[:2] != ["sandbox", "ready"]:
            raise SystemExit("the sandbox did not start; its own message stands above")
        yield said[2]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


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


async def place_cookbook(commerce: CommerceClient) -> list[tuple[str, str, str, str]]:
    title(1, "The cookbook's orders, placed through v4 and followed to their end")
    rows = []

    async def one(name: str, request: OrderRequest) -> None:
        account = commerce.for_account(str(request.transaction_account_id))
        placed = await account.orders.place(request)
        await follow(name, placed)
        order = await placed.result()
        entitlements = [
            item.processing_info.entitlement.id
            for item in order.items or ()
            if item.processing_info and item.processing_info.entitlement
        ]
        count = len(entitlements)
        plural = "entitlement" if count == 1 else "entitlements"
        rows.append((name, str(order.slug), "SUCCESS", f"{count} {plural}"))

    await asyncio.gather(*(one(name, request) for name, request in cookbook()))
    return sorted(rows)


async def list_orders(commerce: CommerceClient) -> tuple[str, str, str, str]:
    title(2, "The account's orders, page by page")
    pages = orders = 0
    async for page in commerce.orders.list(page_size=25).pages():
        pages, orders = pages + 1, orders + len(page.items)
        newest, oldest = page.items[0], page.items[-1]
        say(f"page {pages}: {len(page.items):>2} orders, {newest.slug} … {oldest.slug}")
    return "list of orders", "-", "complete", f"{orders} orders on {pages} pages"


async def fail_one(commerce: CommerceClient) -> tuple[str, str, str, str]:
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


async def survive_a_cut(
    commerce: CommerceClient, proxy: FaultProxy, address: str
) -> tuple[str, str, str, str]:
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


async def see_a_life(
    commerce: CommerceClient, who: str, quote: tuple[str, int]
) -> tuple[str, str, str, str]:
    """Quote, preview, order, entitlement and invoice of one customer."""
    quote_id, version = quote
    read = await commerce.quotes.get(quote_id)
    bills = read.upcoming_bills
    assert bills is not None
    assert bills.total is not None
    say(f"{who}: quote {read.number} {bills.total}  (on the wire {bills.to_dict()['total']})")
    preview = await commerce.orders.preview(quote_id, version)
    placed = await commerce.orders.place(quote_id=quote_id, quote_version=version)
    order = await placed.result(deadline=60)
    counts = f"{len(preview.items or ())} and {len(order.items or ())}"
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
    return f"quote in {bills.total.currency}", str(order.slug), "SUCCESS", f"{invoice.total} billed"


async def see_lives(commerce: CommerceClient) -> list[tuple[str, str, str, str]]:
    title(
        5,
        "A quote in cents becomes an order, an entitlement and an invoice in dollars; then in yen",
    )
    return [
        await see_a_life(commerce, "dollars", next(iter(QUOTES.items()))),
        await see_a_life(commerce.for_account(ACCOUNTS[1]), "yen", YEN_QUOTE),
    ]


def table(rows: list[tuple[str, str, str, str]]) -> None:
    """What came of everything; where it is narrow, an order's name stands on a line of its own."""
    head = ("what", "order", "end", "result")
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(4)]
    is_narrow = 3 + sum(widths) + 2 * 3 > WIDTH
    columns = (0, 2, 3) if is_narrow else (0, 1, 2, 3)
    rule = ["─" * width for width in widths]
    print()
    for number, row in enumerate((head, rule, *rows)):
        cells = [shown(row[column]).ljust(widths[column]) for column in columns]
        if number == 0:
            cells = [paint(cell, "1") for cell in cells]
        cells[-2] = paint(cells[-2], COLOURS.get(row[2]))
        print("   " + "  ".join(cells).rstrip())
        if is_narrow and number > 1 and row[1] != "-":
            say(row[1], first=" " * 5)
    print()


async def main() -> None:
    """The whole demo."""
    began = time.monotonic()
    print(paint("commerce-sdk", "1;36"))
    say("one client, one sandbox, nothing leaves this machine")
    async with sandbox_process() as address:
        parts = urlsplit(address)
        assert parts.hostname is not None
        assert parts.port is not None
        async with (
            FaultProxy(parts.hostname, parts.port) as proxy,
            CommerceClient(
                token=TOKEN, transaction_account=ACCOUNTS[0], base_url=proxy.url(parts.path)
            ) as commerce,
        ):
            rows = await place_cookbook(commerce)
            rows.append(await list_orders(commerce))
            rows.append(await fail_one(commerce))
            rows.append(await survive_a_cut(commerce, proxy, address))
            rows += await see_lives(commerce)
    table(rows)
    print(f"   done in {time.monotonic() - began:.1f} s\n")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except CommerceError as error:
        raise SystemExit(f"{type(error).__name__}: {error}") from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
