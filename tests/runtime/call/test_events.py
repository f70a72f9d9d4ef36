"""Every attempt ends with an event, and all events of one call have its id in common."""

from __future__ import annotations

import asyncio
import json
import logging
import random
from collections import Counter, defaultdict
from collections.abc import Awaitable, Callable
from contextlib import suppress
from contextvars import ContextVar
from typing import Any

import anyio
import anyio.lowlevel
import httpx
import pytest

from commerce_sdk import (
    CallNext,
    ClientClosed,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DecodeError,
    EndEvent,
    Hooks,
    LocalLimiter,
    MiddlewareCall,
    MiddlewareReply,
    PollEvent,
    RequestEvent,
    ResponseEvent,
    RetryEvent,
    RetryPolicy,
    WaitEvent,
    new_item,
)
from commerce_sdk.runtime.call.events import tell
from commerce_sdk.sandbox import ManualClock
from tests.support.clients import client
from tests.support.worlds import (
    OFFERING,
    VirtualClock,
    cut_after,
    cut_before,
    draw_from,
    half_a_body,
    refused,
    world,
)

pytestmark = pytest.mark.anyio
ITEMS = [new_item(OFFERING)]
QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.001)


def telling(to: Callable[[Any], object]) -> Hooks:
    return Hooks(request=to, response=to, end=to, retry=to, wait=to, poll=to)


def names(told: list[Any]) -> list[str]:
    return [type(each).__name__.removesuffix("Event") for each in told]


async def test_a_good_answer_ends_its_attempt() -> None:
    told: list[Any] = []
    async with client(
        lambda request: httpx.Response(200, json={"orderId": OFFERING}), hooks=telling(told.append)
    ) as commerce:
        await commerce.orders.get(OFFERING)
    assert names(told) == ["Request", "Response", "End"]
    end = told[-1]
    assert (end.operation, end.attempt, end.outcome) == ("get_order", 1, "status 200")
    assert (end.error, end.status, end.sent) == (None, 200, True)
    assert {each.call_id for each in told} == {end.call_id}
    assert len(end.call_id) == 32


@pytest.mark.parametrize(
    ("fault", "ends"),
    [
        (refused, ("ConnectionFailed", "not sent", None, False)),
        (cut_before, ("ConnectionFailed", "no answer", None, True)),
        (half_a_body, ("DecodeError", "an answer that cannot be read", 200, True)),
    ],
)
async def test_an_attempt_that_breaks_ends_too(fault: Any, ends: tuple[Any, ...]) -> None:
    told: list[Any] = []
    async with world(hooks=telling(told.append), retry=None, limiter=None) as here:
        here.transport.faults["GET"].append(fault)
        with pytest.raises((ConnectionFailed, DecodeError)):
            await here.commerce.orders.list().collect()
    (end,) = [each for each in told if isinstance(each, EndEvent)]
    assert told[-1] is end
    assert (end.error, end.outcome, end.status, end.sent) == ends


async def test_what_is_never_sent_ends_too() -> None:
    told: list[Any] = []
    hooks = telling(told.append)

    def no_token() -> str:
        raise ValueError

    async with client(lambda request: httpx.Response(200), hooks=hooks, auth=no_token) as commerce:
        with pytest.raises(CommerceError):
            await commerce.orders.get(OFFERING)
    assert [each for each in names(told) if each != "Wait"] == ["End"]
    assert (told[-1].error, told[-1].sent) == ("AuthenticationFailed", False)


async def test_a_call_that_is_cancelled_or_cut_by_closing_ends_too() -> None:
    told: list[Any] = []
    inside = anyio.Event()

    async def hold(request: httpx.Request) -> httpx.Response:
        inside.set()
        await anyio.sleep_forever()
        raise AssertionError

    commerce = client(httpx.MockTransport(hold), hooks=telling(told.append), deadline=None)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(commerce.orders.get, OFFERING)
        await inside.wait()
        tasks.cancel_scope.cancel()
    cancelled = anyio.get_cancelled_exc_class().__name__
    assert names(told) == ["Request", "End"]
    assert (told[-1].error, told[-1].outcome, told[-1].sent) == (cancelled, "broken off", True)

    told.clear()
    inside = anyio.Event()

    async def read() -> None:
        with pytest.raises(ClientClosed):
            await commerce.orders.get(OFFERING)

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(read)
        await inside.wait()
        await commerce.aclose(grace=0)
    assert names(told) == ["Request", "End"]


async def test_all_that_a_call_does_has_its_id() -> None:
    told: list[Any] = []
    async with world(hooks=telling(told.append), deadline=None) as here:
        here.transport.faults["POST"] += [refused, cut_after]
        placed = await here.commerce.orders.place(items=ITEMS)
        placing, told[:] = list(told), []
        await placed.result()
        polls, told[:] = list(told), []
        await here.commerce.orders.list(page_size=1).collect()
    assert {each.call_id for each in placing} == {placing[0].call_id}
    assert {"Retry", "Request", "End"} <= set(names(placing))
    operations = [each.operation for each in placing if isinstance(each, EndEvent)]
    assert operations[:2] == ["place_order", "place_order"]
    assert "get_order_status" in operations[2:], "looks are of the placing"
    for polled, before in zip(polls, [None, *polls], strict=False):
        if isinstance(polled, PollEvent):
            assert isinstance(before, EndEvent)
            assert polled.call_id == before.call_id
    looks = [each.call_id for each in polls if isinstance(each, PollEvent)]
    assert len(looks) == len(set(looks)), "a poll is a call of its own"
    pages = [each.call_id for each in told if isinstance(each, EndEvent)]
    assert len(pages) == len(set(pages)), "so is a page"


async def test_the_log_line_of_an_attempt_names_the_call(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "commerce_sdk")
    told: list[Any] = []
    async with world(hooks=telling(told.append), limiter=None) as here:
        here.transport.faults["GET"].append(cut_before)
        await here.commerce.orders.list().collect()
    lines = [each.getMessage() for each in caplog.records if "attempt" in each.getMessage()]
    assert len(lines) == 2
    assert all(f"call {told[0].call_id}," in line for line in lines)


async def test_an_id_is_made_only_for_those_who_ask(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr("os.urandom", lambda size: made.append(size) or bytes(size))
    async with client(lambda request: httpx.Response(404, json={})) as commerce:
        with pytest.raises(CommerceError):
            await commerce.orders.get(OFFERING)
    assert made == []


@pytest.mark.parametrize("hook", ["request", "response", "end"])
@pytest.mark.parametrize(
    "fault", [asyncio.CancelledError, GeneratorExit, BaseException, StopAsyncIteration]
)
async def test_whatever_a_hook_raises_breaks_nothing(
    hook: str, fault: type[BaseException], caplog: pytest.LogCaptureFixture
) -> None:
    def fails(event: Any) -> None:
        raise fault("mine")

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, json={"orderId": OFFERING})

    async with client(answer, hooks=Hooks(**{hook: fails})) as commerce:
        assert (await commerce.orders.get(OFFERING)).order_id == OFFERING
    assert f"a hook failed on a {hook.title()}Event" in caplog.text


@pytest.mark.parametrize("fault", [KeyboardInterrupt, SystemExit])
def test_what_ends_the_process_goes_on_through_a_hook(fault: type[BaseException]) -> None:
    def ends(event: str) -> None:
        raise fault

    with pytest.raises(fault):
        tell(ends, "an event")


async def test_a_hook_that_fails_at_the_end_breaks_nothing() -> None:
    def fails(event: EndEvent) -> None:
        raise ValueError

    async with world(hooks=Hooks(end=fails)) as here:
        await here.commerce.orders.list().collect()


# --- ten thousand calls


CALLS = 5000
"""On each event loop."""


MINE: ContextVar[anyio.CancelScope] = ContextVar("MINE")
"""What cancels the call that one is in."""


class Trouble(httpx.AsyncBaseTransport):
    """Answers by chance, after a few turns of the loop; who never gets an answer is cancelled."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        trace = request.extensions["trace"]
        for _ in range(self._chance.randrange(4)):
            await anyio.lowlevel.checkpoint()
        await trace("connection.connect_tcp.started", {})
        match self._chance.randrange(20):
            case 0:
                raise httpx.ConnectError("refused")
            case 1:
                await trace("http11.send_request_headers.started", {})
                raise httpx.ReadError("reset")
            case 2:
                MINE.get().cancel()
                await anyio.sleep_forever()
            case 3:
                return httpx.Response(200, content=b'{"orderId": ')
            case 4 | 5:
                return httpx.Response(429, headers={"Retry-After": "1"}, json={})
            case 6 | 7:
                return httpx.Response(self._chance.choice([401, 404, 409, 500, 503]), json={})
        await trace("http11.send_request_headers.started", {})
        if request.url.path.endswith("/download"):
            return httpx.Response(
                200, content=b"%PDF-1", headers={"content-type": "application/pdf"}
            )
        order_id = OFFERING
        if request.method == "POST":
            order_id = json.loads(request.content).get("orderId", OFFERING)
        elif "/orders/" in request.url.path:
            order_id = request.url.path.split("/orders/")[1].split("/")[0]
        return httpx.Response(
            200, json={"orderId": order_id, "status": "PENDING", "id": OFFERING, "data": []}
        )


class Balanced:
    """A middleware that counts those that came in, and those that came out again."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self.came: Counter[str] = Counter()
        self.went: Counter[str] = Counter()

    async def __call__(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        self.came[call.call_id] += 1
        try:
            if self._chance.random() < 0.01:
                raise ValueError
            reply = await call_next({"traceparent": call.call_id})
            if self._chance.random() < 0.01:
                raise ValueError
            return reply
        finally:
            self.went[call.call_id] += 1


async def download(commerce: CommerceClient) -> None:
    async with commerce.quotes.download(OFFERING) as parts:
        [part async for part in parts]


SOME: list[Callable[[CommerceClient], Awaitable[Any]]] = [
    lambda commerce: commerce.orders.get(OFFERING),
    lambda commerce: commerce.orders.list().collect(),
    lambda commerce: commerce.orders.place(items=ITEMS),
    lambda commerce: commerce.pricing_plans.delete(OFFERING),
    download,
]


async def test_of_ten_thousand_calls_every_one_closes(anyio_backend_name: str) -> None:
    chance = random.Random(f"closing on {anyio_backend_name}")
    told: defaultdict[str, list[Any]] = defaultdict(list)
    middleware = Balanced(chance)
    made = 0

    async def one(commerce: CommerceClient) -> None:
        nonlocal made
        made += 1
        with anyio.CancelScope() as scope, suppress(CommerceError):
            MINE.set(scope)
            if chance.random() < 0.1:
                scopes.append(scope)
            await chance.choice(SOME)(commerce)

    async with client(
        Trouble(chance),
        middleware=[middleware],
        hooks=telling(lambda event: told[event.call_id].append(event)),
        retry=QUICK,
        limiter=LocalLimiter(),
        deadline=None,
        clock=VirtualClock(ManualClock()),
        max_connections=40,
    ) as commerce:
        draw_from(commerce, 1)
        while made < CALLS:
            scopes: list[anyio.CancelScope] = []
            async with anyio.create_task_group() as tasks:
                for _ in range(250):
                    tasks.start_soon(one, commerce)
                for _ in range(3):
                    await anyio.lowlevel.checkpoint()
                for scope in scopes:
                    scope.cancel()
        assert commerce._core.pipeline._under_way == set()

    assert middleware.came == middleware.went
    ended: Counter[str | None] = Counter()
    for call_id, events in told.items():
        under_way = 0
        for event in events:
            match event:
                case RequestEvent():
                    assert under_way == 0, "an attempt is sent before the last one ended"
                    under_way = 1
                case ResponseEvent():
                    assert under_way == 1
                case EndEvent():
                    under_way = 0
                    ended[event.error] += 1
                case _:
                    assert isinstance(event, RetryEvent | WaitEvent)
        assert under_way == 0, "it was sent, and nobody was told of its end"
        ends = sum(isinstance(event, EndEvent) for event in events)
        assert ends >= sum(isinstance(event, RequestEvent) for event in events)
        assert ends >= middleware.came[call_id]
    assert set(middleware.came) <= set(told)
    assert len(told) >= 0.9 * CALLS
    cancelled = anyio.get_cancelled_exc_class().__name__
    for kind in (None, cancelled, "ConnectionFailed", "RateLimited", "MiddlewareFailed"):
        assert ended[kind] > 50, (kind, ended)
