"""A process that is killed while it places an order leaves one order or none, and the next process
finds it or places it: in the end there is exactly one."""

from __future__ import annotations

import asyncio
import multiprocessing
import random
from collections import Counter
from collections.abc import Iterator

import pytest

from commerce_sdk import NotFound, new_item
from commerce_sdk.sandbox import Sandbox
from commerce_sdk.sandbox.faults import (
    CutAfterApplying,
    CutBeforeApplying,
    Drip,
    Fault,
    SlowAccept,
)
from tests.orders import victim
from tests.support.servers import Served, served
from tests.support.worlds import OFFERING

TIMES = 200
TROUBLE: list[Fault | None] = [
    *(None, None, SlowAccept(0.02), Drip(0.0001)),
    *(CutBeforeApplying(), CutAfterApplying(reset=True)),
]


@pytest.fixture
def platform() -> Iterator[Served]:
    with served(Sandbox(limits=False)) as running:
        yield running


@pytest.mark.asyncio
async def test_two_hundred_processes_are_killed_and_each_order_is_there_once(
    platform: Served,
) -> None:
    chance, seen = random.Random(20261121), Counter[str]()
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.orders.victim"])
    switches, orders = platform.sandbox.switches, platform.sandbox.orders
    for _ in range(TIMES):
        switches.apply_after = chance.choice([0.0, 0.0, 0.02])
        switches.visible_after = chance.choice([0.0, 0.0, 0.05, 0.3])
        switches.on_duplicate = chance.choice(["replay", "conflict", "locked"])
        fault = chance.choice(TROUBLE)
        if fault is not None:
            platform.proxy.plan(fault, method="POST")
        async with victim.client(platform.direct) as commerce:
            prepared = commerce.orders.prepare(items=[new_item(OFFERING)])
            kept, token = prepared.to_json(), prepared.token
            before = len(orders.receipts)

            process = context.Process(target=victim.place, args=(platform.url, kept))
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
            try:
                handle = await commerce.orders.resume(token)
                seen["resumed"] += 1
            except NotFound as error:
                assert error.maybe_applied is True
                handle = await commerce.orders.place(kept)
                seen["placed again"] += 1
            assert handle.order_id == prepared.order_id

        received = orders.receipts[before:]
        assert {receipt.order_id for receipt in received} == {prepared.order_id}
        assert len({receipt.digest for receipt in received}) == 1
    assert len(orders.held) == TIMES
    assert min(seen.values()) >= TIMES / 20, seen
