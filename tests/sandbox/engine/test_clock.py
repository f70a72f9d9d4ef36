"""The sandbox's time: bounded, and back at its start with a reset."""

from __future__ import annotations

import math
from datetime import UTC, datetime

import pytest

from commerce_sdk.sandbox.engine import ManualClock, Platform, Server
from tests.sandbox.engine.serving import Asked, a_document, asking

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
