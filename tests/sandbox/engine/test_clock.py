"""The sandbox's time: bounded, and back at its start with a reset."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import anyio
import httpx
import pytest

from commerce_sdk import CommerceClient, new_item
from commerce_sdk.sandbox import ACCOUNTS, TOKEN, Sandbox
from commerce_sdk.sandbox.engine import ManualClock, Platform, Server
from tests.sandbox.engine.serving import Asked, a_document, asking
from tests.support.worlds import OFFERING

END = datetime(9999, 1, 1, tzinfo=UTC).timestamp()
CENTURY = 100 * 365 * 86_400


@pytest.mark.parametrize("start", [math.nan, math.inf, -1.0, END, 1_750_000_000_000.0])
def test_a_clock_begins_on_the_calendar(start: float) -> None:
    with pytest.raises(ValueError, match="a clock shows seconds from 1970 to the end of 9998, not"):
        ManualClock(start)


@pytest.mark.parametrize("seconds", [math.nan, math.inf, -1.0, END])
def test_what_leads_off_the_calendar_moves_nothing(seconds: float) -> None:
    clock = ManualClock(5.0)
    with pytest.raises(ValueError, match=r"a clock shows|time does not run backwards"):
        clock.advance(seconds)
    assert clock.time() == 5.0
    clock.advance(END - 6)
    assert clock.time() == END - 1


def test_what_only_grows_is_not_taken_back_by_a_reset() -> None:
    clock = ManualClock(5.0)
    before = clock.monotonic()
    clock.advance(60)
    assert clock.monotonic() - before == 60
    clock.reset()
    clock.advance(1)
    assert (clock.time(), clock.monotonic() - before) == (6.0, 61)


@pytest.mark.anyio
async def test_sleeping_moves_it_on_and_lets_others_run() -> None:
    clock, done = ManualClock(), list[float]()

    async def other() -> None:
        done.append(clock.monotonic())

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(other)
        for _ in range(10):
            await clock.sleep(60)
        assert done
    assert 0 < done[0] <= 600
    await clock.sleep(-1)
    assert clock.monotonic() == 600
    with pytest.raises(ValueError, match="a clock shows"):
        await clock.sleep(math.inf)


@pytest.mark.anyio
async def test_it_is_the_clock_of_a_client_and_of_the_platform_at_once() -> None:
    clock = ManualClock()
    sandbox = Sandbox(clock=clock, limits=False)
    sandbox.switches.pending = 3_000
    sandbox.fail_next("place_order", 503, times=3)
    began = clock.time()
    async with CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url="http://127.0.0.1/commerce/api",
        transport=httpx.ASGITransport(app=sandbox),
        clock=clock,
    ) as commerce:
        placed = await commerce.orders.place(items=[new_item(OFFERING)])
        assert (await placed.result(deadline=4_000)).order_id == placed.order_id
    assert 3_000 < clock.time() - began < 4_000


@pytest.mark.anyio
async def test_a_reset_takes_the_clock_back_to_its_start() -> None:
    clock = ManualClock(1_000.0)
    clock.advance(5)
    server = one_of(clock)
    assert clock.time() == 1_005.0
    async with asking(server) as client:
        await client.post("/_sandbox/advance", json={"seconds": 60})
        assert clock.time() == 1_065.0
        assert (await client.post("/_sandbox/reset")).status_code == 204
    assert clock.time() == 1_000.0
    clock.advance(1)
    server.reset()
    assert clock.time() == 1_000.0


@pytest.mark.anyio
async def test_the_last_advance_that_fits_leaves_a_server_that_answers() -> None:
    server = one_of(ManualClock())
    async with asking(server) as client:
        for _ in range(81):
            moved = await client.post("/_sandbox/advance", json={"seconds": CENTURY})
            if moved.status_code != 200:
                break
        assert moved.status_code == 400
        assert moved.json()["detail"].startswith("a clock shows seconds from 1970 to the end of")
        nowhere = await client.get("/nowhere")
    assert (nowhere.status_code, nowhere.json()["timestamp"][:2]) == (404, "99")


def one_of(clock: ManualClock) -> Server:
    """A server whose errors say when they were."""
    fault = {"type": "object", "properties": {"timestamp": {"type": "string"}}}
    answers = {
        "204": {},
        "404": {"x-error": "f", "content": {"application/json": {"schema": fault}}},
    }
    document = a_document("/a", {"responses": answers}, **{"x-error-families": {"f": {}}})
    return Server(Platform(document, lambda world: Asked()), clock=clock)
