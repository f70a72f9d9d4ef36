"""A process that is killed while it places an order leaves one order or none, and the next process
finds it or places it: in the end there is exactly one."""

from __future__ import annotations

import asyncio
import dataclasses
import multiprocessing
import random
import uuid
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from commerce_sdk import ApiError, CommerceClient, NotFound, OrderHandle, defaults, new_item
from commerce_sdk.sandbox import QUOTES, Sandbox
from commerce_sdk.sandbox.faults import (
    CutAfterApplying,
    CutBeforeApplying,
    Drip,
    Fault,
    SlowAccept,
)
from tests.commerce.orders import victim
from tests.support.servers import Served, served
from tests.support.worlds import OFFERING

TIMES = 200
TROUBLE: list[Fault | None] = [
    *(None, None, SlowAccept(0.02), Drip(0.0001)),
    *(CutBeforeApplying(), CutAfterApplying(reset=True)),
]
LOOKS: list[Fault | None] = [None, None, CutBeforeApplying(), CutAfterApplying(reset=True)]


@pytest.fixture
def platform() -> Iterator[Served]:
    sandbox = Sandbox(limits=False)
    sandbox.switches.pending = sandbox.switches.processing = 0.01
    with served(sandbox) as running:
        yield running


def new_quote(platform: Served) -> tuple[str, int]:
    """A quote that nobody has ordered yet."""
    quotes = platform.sandbox.platform.quotes
    like = quotes.held[next(iter(QUOTES))]
    seed = dataclasses.replace(like.seed, id=str(uuid.uuid4()))
    quotes.held[seed.id] = dataclasses.replace(like, seed=seed)
    return seed.id, seed.version


@pytest.mark.asyncio
async def test_two_hundred_processes_are_killed_and_each_order_is_there_once(
    platform: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each order shows late, is looked for and read through cuts, and is followed to its end."""
    monkeypatch.setattr(defaults, "POLL_INTERVAL", 0.02)
    chance, seen = random.Random(20261121), Counter[str]()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.commerce.orders.victim"])
    switches, orders = platform.sandbox.switches, platform.sandbox.orders
    for _ in range(TIMES):
        switches.apply_after = chance.choice([0.0, 0.0, 0.02])
        switches.visible_after = chance.choice([0.02, 0.05, 0.3])
        switches.on_duplicate = chance.choice(["replay", "conflict", "locked"])
        for method, faults in (("POST", TROUBLE), ("GET", LOOKS)):
            fault = chance.choice(faults)
            if fault is not None:
                platform.proxy.plan(fault, method=method)
        quote = new_quote(platform) if chance.random() < 0.3 else None
        async with victim.client(platform.direct) as commerce:
            parts: Any = {"items": [new_item(OFFERING)]}
            if quote is not None:
                parts = {"quote_id": quote[0], "quote_version": quote[1]}
            prepared = commerce.orders.prepare(**parts)
            kept, token = prepared.to_json(), prepared.token
            before = len(orders.receipts)

            arguments = (platform.url, kept, quote, chance.random() < 0.5)
            process = context.Process(target=victim.place, args=arguments, daemon=True)
            process.start()
            await asyncio.sleep(chance.random() * chance.choice([0.03, 0.1]))
            process.kill()
            process.join(10)

            reached = prepared.order_id in orders.held
            seen["placed" if process.exitcode == 0 else "killed"] += 1
            seen["it had reached the platform" if reached else "it had not"] += 1
            if process.exitcode != 0 and reached:
                seen["killed after it had reached the platform"] += 1
            platform.proxy.forget()
            if chance.random() < 0.3:
                platform.sandbox.fail_next("place_order", chance.choice([401, 403, 422]))
                seen["refused"] += 1
            handle = await found_or_placed(commerce, token, kept, quote, seen)
            assert handle.order_id == prepared.order_id
            platform.proxy.plan(
                *[fault for fault in chance.sample(LOOKS, 2) if fault], method="GET"
            )
            async with victim.client(platform.url) as elsewhere:
                again = await elsewhere.orders.place(kept)
                order = await again.result(deadline=20, poll_interval=0.02)
            assert order.order_id == prepared.order_id
            platform.proxy.forget()

        received = orders.receipts[before:]
        assert {receipt.order_id for receipt in received} == {prepared.order_id}
        assert len({receipt.digest for receipt in received}) == 1
    assert len(orders.held) == TIMES
    assert min(seen.values()) >= TIMES / 20, seen


async def found_or_placed(
    commerce: CommerceClient,
    token: str,
    kept: bytes,
    quote: tuple[str, int] | None,
    seen: Counter[str],
) -> OrderHandle:
    """What a service does after a crash: resume it; place it again where it does not show."""
    try:
        handle = await commerce.orders.resume(token)
    except NotFound as error:
        assert error.maybe_applied is True
    else:
        seen["resumed"] += 1
        return handle
    while True:
        try:
            if quote is not None:
                handle = await commerce.orders.place(quote_id=quote[0], quote_version=quote[1])
            else:
                handle = await commerce.orders.place(kept)
        except ApiError as refused:
            assert refused.maybe_applied is True, "called unplaced, and it may be there"
            seen["refused, and not believed"] += 1
        else:
            seen["placed again"] += 1
            return handle
