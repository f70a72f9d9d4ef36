"""Ten thousand placements under random trouble, seeded, on a virtual clock; the platform is asked at
the end of each what it has."""

from __future__ import annotations

import json
import random
import uuid
from collections import Counter
from contextlib import suppress
from datetime import UTC, datetime

import httpx
import pytest

from commerce_sdk import (
    ApiError,
    CommerceError,
    OrderHandle,
    PreparedOrder,
    new_item,
)
from commerce_sdk.sandbox import QUOTES
from tests.commerce.orders.planted import PLANTED, Planted
from tests.commerce.orders.test_placed_once import status
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


class Journal:
    """Every request of one placing in turn, what could be known when it was sent, and whether that
    was too late."""

    def __init__(self, here: World, not_after: datetime | None = None) -> None:
        self._transport, self._from = here.transport, len(here.transport.requests)
        self._held, self._clock = here.sandbox.orders.held, here.clock
        self._notes: list[tuple[bool, bool]] = []
        self._not_after = not_after
        self._late = 0
        here.transport.on_request = self._note

    def _note(self, request: httpx.Request, passes: bool) -> None:
        readable = False
        if request.method == "POST":
            held = self._held.get(json.loads(request.content)["orderId"])
            readable = held is not None and held.visible_at <= self._clock.time()
            now = datetime.fromtimestamp(self._clock.time(), UTC)
            self._late += self._not_after is not None and now >= self._not_after
        self._notes.append((passes, readable))

    def check(self, *, looks_first: bool) -> set[bytes]:
        """Hold each request to place an order against the looks before it; returns the bodies."""
        requests = self._transport.requests[self._from :]
        outcomes = self._transport.outcomes[self._from :]
        doubtful, looked, bodies, last_passed = looks_first, False, set[bytes](), False
        assert not self._late, "sent after the instant after which it was not to be"
        for request, outcome, (passes, readable) in zip(
            requests, outcomes, self._notes, strict=True
        ):
            if request.method == "GET":
                looked, last_passed = looked or outcome == 404, passes
                continue
            assert looked or not doubtful, "sent again without a look that was answered"
            assert not (doubtful and readable and last_passed), "sent again, and could be read"
            bodies.add(request.content)
            last_passed = False
            if outcome not in (401, 429) and "refused" not in request.extensions:
                doubtful, looked = True, False
        return bodies


LASTING = (302, 400, 401, 403, 405, 415, 422)
QUOTE, VERSION = next(iter(QUOTES.items()))
KINDS = ["fresh", "fresh", "word", "kept", "begun", "own id", "quote"]
LOOK_FIRST = {"kept", "begun", "quote"}


def prepared_as(kind: str, here: World) -> PreparedOrder:
    prepare = here.commerce.orders.prepare
    match kind:
        case "quote":
            return prepare(quote_id=QUOTE, quote_version=VERSION)
        case "own id":
            return prepare(items=[new_item(OFFERING)], order_id=str(uuid.UUID(int=1)))
    return prepare(items=[new_item(OFFERING)])


class Intent:
    """One order to place through random trouble, perhaps not for the first time."""

    def __init__(self, here: World, chance: random.Random) -> None:
        self.here, self.chance, self.late = here, chance, random.Random(chance.random())
        self.kind = chance.choice(KINDS)
        self.prepared = prepared_as(self.kind, here)
        self.orders, self.held = here.commerce.orders, here.sandbox.orders.held
        self.bodies = set[bytes]()
        self.backlog = Backlog(here)

    def _trouble(self) -> None:
        chance, faults = self.chance, self.here.transport.faults
        faults.clear()
        faults["POST"].extend(chance.choice(TROUBLE) for _ in range(chance.randrange(6)))
        reads_fail = chance.random() < 0.5
        faults["GET"].extend(
            chance.choice(TROUBLE) for _ in range(chance.randrange(12) * reads_fail)
        )

    def _not_after(self) -> datetime | None:
        seconds = self.late.choice([None, None, None, -5.0, -0.001, 0.2, 1.0, 3.0, 30.0])
        if seconds is None:
            return None
        return datetime.fromtimestamp(self.here.clock.time() + seconds, UTC)

    async def somebody_else(self) -> None:
        """Another process sends the same order first, and nobody hears how that ended."""
        kept = self.prepared.to_json()
        again = self.prepared if self.kind == "begun" else kept
        self._trouble()
        journal = Journal(self.here)
        with suppress(CommerceError):
            await self.orders.place(again, fresh=True)
        self.bodies |= journal.check(looks_first=False)
        self.here.clock.advance(self.chance.choice([0.0, 0.0, 1.0, 30.0]))
        await self.backlog.deliver()

    async def place(self) -> OrderHandle | CommerceError:
        self._trouble()
        not_after = self._not_after()
        journal = Journal(self.here, not_after)
        order = self.prepared.to_json() if self.kind in ("kept", "word") else self.prepared
        place = self.chance.choice([self.orders.place, self.orders.create])
        try:
            placed: OrderHandle | CommerceError = await place(
                order, fresh=self.kind == "word", not_after=not_after
            )
        except CommerceError as error:
            placed = error
        self.bodies |= journal.check(looks_first=self.kind in LOOK_FIRST)
        return placed

    def judge(self, error: CommerceError, before: bool) -> None:
        prepared = self.prepared
        assert error.order_id == prepared.order_id
        assert json.loads(error.token or "")["order"] == prepared.order_id
        assert error.maybe_applied in (True, False)
        if error.maybe_applied is False:
            assert not before, f"there before, and called unplaced: {self.kind}, {error}"
            assert prepared.order_id not in self.held, f"called unplaced: {self.kind}, {error}"

    async def to_its_end(self, placed: OrderHandle) -> None:
        """It shows late, and reads fail now and then; its end is found all the same."""
        assert placed.order_id == self.prepared.order_id
        assert placed.order_id in self.held, "called placed, and it is not there"
        for _ in range(20):
            try:
                assert (await placed.result(deadline=3000)).order_id == placed.order_id
            except ApiError as lasting:
                assert lasting.status in LASTING
            else:
                return
        raise AssertionError("it was not followed to its end")


async def one_intent(number: int) -> str:
    """Place one order through random trouble; returns how that ended."""
    chance = random.Random(number)
    async with world(seed=number) as here:
        switches = here.sandbox.switches
        switches.apply_after = chance.choice([0.0, 0.0, 0.5, 4.0, 30.0, 90.0])
        switches.visible_after = chance.choice([0.2, 0.5, 2.0, 7.0, 40.0, 500.0])
        switches.on_duplicate = chance.choice(["replay", "conflict", "locked"])
        intent = Intent(here, chance)
        likely = {"fresh": 0.0, "word": 0.0, "begun": 1.0}.get(intent.kind, 0.7)
        if chance.random() < likely:
            await intent.somebody_else()
        before = intent.prepared.order_id in intent.held
        placed = await intent.place()
        if isinstance(placed, OrderHandle):
            await intent.to_its_end(placed)
        here.clock.advance(1000)
        await intent.backlog.deliver()
        if isinstance(placed, CommerceError):
            intent.judge(placed, before)
        received, order_id = here.sandbox.orders.receipts, intent.prepared.order_id
        assert len(intent.bodies) <= 1, "every attempt sends the same bytes"
        assert {receipt.order_id for receipt in received} <= {order_id}
        assert len({receipt.digest for receipt in received}) <= 1
        assert len(intent.held) <= 1
        end = "placed" if isinstance(placed, OrderHandle) else type(placed).__name__
        return f"{intent.kind}: {end}"


async def test_no_trouble_places_an_order_twice_or_hides_it(anyio_backend_name: str) -> None:
    first, ends = SEEDS[anyio_backend_name], Counter[str]()
    for number in range(first, first + INTENTS):
        ends[await one_intent(number)] += 1
    for kind in KINDS:
        assert ends[f"{kind}: placed"] > INTENTS / 30, ends
        assert ends[f"{kind}: TooLate"] > INTENTS / 200, ends
    assert len(ends) > 30, "the trouble was not as varied as it should be"


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.name)
async def test_a_bug_would_be_noticed(bug: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    bug.plant(monkeypatch)

    async def until_it_shows() -> None:
        for number in range(INTENTS):
            await one_intent(number)

    with pytest.raises(AssertionError):
        await until_it_shows()
