"""Ten thousand placements under random trouble, seeded, on a virtual clock; the platform is asked at
the end of each what it has."""

from __future__ import annotations

import json
import random
from collections import Counter

import httpx
import pytest

from commerce_sdk import CommerceError, new_item
from tests.orders.planted import PLANTED, Planted
from tests.orders.test_placed_once import status
from tests.support.worlds import (
    OFFERING,
    Fault,
    World,
    cut_after,
    cut_before,
    half_a_body,
    html_after,
    refused,
    world,
)

pytestmark = pytest.mark.anyio
INTENTS = 5000
SEEDS = {"asyncio": 0, "trio": INTENTS}
BELIEVED = (400, 401, 403, 404, 405, 415, 422, 429)
"""Refusals that a platform means: it answers them before it acts, never after."""


class Backlog(httpx.AsyncBaseTransport):
    """The way to the platform, on which requests can be stuck until long after their sender has
    given up on them."""

    def __init__(self, here: World) -> None:
        self._below = here.transport._below
        self._clock = here.clock
        self._stuck: list[tuple[float, httpx.Request]] = []
        here.transport._below = self

    def stick(self, request: httpx.Request, seconds: float) -> None:
        self._stuck.append((self._clock.time() + seconds, request))

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self.deliver()
        return await self._below.handle_async_request(request)

    async def deliver(self) -> None:
        due = [each for each in self._stuck if each[0] <= self._clock.time()]
        self._stuck = [each for each in self._stuck if each not in due]
        for _, request in sorted(due, key=lambda each: each[0]):
            fresh = httpx.Request(
                request.method, request.url, headers=request.headers, content=request.content
            )
            await self._below.handle_async_request(fresh)


def late(seconds: float) -> Fault:
    async def fault(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        assert isinstance(below, Backlog)
        below.stick(request, seconds)
        return await cut_before(request, below)

    return fault


TROUBLE: list[Fault | None] = [
    *(None, None, None, refused, cut_before, cut_after, half_a_body, html_after),
    *(late(seconds) for seconds in (0.2, 3.0, 20.0, 300.0)),
    *(status(code, after=False) for code in BELIEVED),
    *(status(code, after=a) for code in (302, 408, 409, 423, 500, 503, 520) for a in (False, True)),
]


class Looks:
    """Holds each request to place an order against what could be known when it was sent."""

    def __init__(self, here: World) -> None:
        self._here = here
        self._last_look_worked = False
        self.sent: set[bytes] = set()
        self.blind: list[str] = []
        here.transport.on_request = self

    def __call__(self, request: httpx.Request, passes: bool) -> None:
        if request.method != "POST":
            self._last_look_worked = passes
            return
        body = json.loads(request.content)
        self.sent.add(request.content)
        held = self._here.sandbox.orders.held.get(body["orderId"])
        readable = held is not None and held.visible_at <= self._here.clock.time()
        if readable and self._last_look_worked:
            self.blind.append(body["orderId"])
        if readable and len(self._here.transport.requests) > 1:
            before = [each.method for each in self._here.transport.requests[:-1]]
            if before[-1] == "POST":
                self.blind.append(body["orderId"])
        self._last_look_worked = False


async def one_intent(number: int) -> str:
    """Place one order through random trouble; returns how that ended."""
    chance = random.Random(number)
    async with world(seed=number) as here:
        backlog, looks = Backlog(here), Looks(here)
        switches = here.sandbox.switches
        switches.apply_after = chance.choice([0.0, 0.0, 0.5, 4.0, 30.0, 90.0])
        switches.visible_after = chance.choice([0.0, 0.0, 0.5, 7.0, 40.0, 500.0])
        switches.on_duplicate = chance.choice(["replay", "conflict", "locked"])
        reads_fail = chance.random() < 0.4
        posts = [chance.choice(TROUBLE) for _ in range(chance.randrange(6))]
        gets = [chance.choice(TROUBLE) for _ in range(chance.randrange(8) * reads_fail)]
        here.transport.faults["POST"].extend(posts)
        here.transport.faults["GET"].extend(gets)
        orders, held = here.commerce.orders, here.sandbox.orders.held
        prepared = orders.prepare(items=[new_item(OFFERING)])
        error: CommerceError | None = None
        try:
            placed = await chance.choice([orders.place, orders.create])(prepared)
            assert placed.order_id == prepared.order_id
        except CommerceError as raised:
            error = raised
        here.clock.advance(1000)
        await backlog.deliver()

        if error is None:
            assert prepared.order_id in held
        else:
            assert (error.order_id, error.token) == (prepared.order_id, prepared.token) or (
                json.loads(error.token or "")["order"] == prepared.order_id
            )
            assert error.maybe_applied in (True, False)
            if error.maybe_applied is False:
                assert prepared.order_id not in held, f"called unplaced: {posts}, {error}"
        received = here.sandbox.orders.receipts
        assert len(looks.sent) <= 1, "every attempt sends the same bytes"
        assert {receipt.order_id for receipt in received} <= {prepared.order_id}
        assert len({receipt.digest for receipt in received}) <= 1
        assert len(held) <= 1
        assert not looks.blind, "nothing is sent again that can be read"
        return "placed" if error is None else type(error).__name__


async def test_no_trouble_places_an_order_twice_or_hides_it(anyio_backend_name: str) -> None:
    first, ends = SEEDS[anyio_backend_name], Counter[str]()
    for number in range(first, first + INTENTS):
        ends[await one_intent(number)] += 1
    assert ends["placed"] > INTENTS / 3
    assert len(ends) > 8, "the trouble was not as varied as it should be"


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.name)
async def test_a_bug_would_be_noticed(bug: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    bug.plant(monkeypatch)

    async def until_it_shows() -> None:
        for number in range(INTENTS):
            await one_intent(number)

    with pytest.raises(AssertionError):
        await until_it_shows()
