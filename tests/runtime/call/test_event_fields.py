"""Every field of what hooks are told, and every word of the log, of one call each; and nothing of
what was secret."""

from __future__ import annotations

import datetime
import json
import logging
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    EndEvent,
    Hooks,
    LocalLimiter,
    PollEvent,
    RateLimited,
    RequestEvent,
    ResponseEvent,
    RetryEvent,
    RetryPolicy,
    TooLate,
    WaitEvent,
    new_item,
)
from commerce_sdk.runtime.call.observe import outcome_of
from commerce_sdk.sandbox import ManualClock
from tests.support.shop import BILL, SECRET, a_bill, shop_client
from tests.support.worlds import OFFERING, VirtualClock, world

pytestmark = pytest.mark.anyio

BODY = json.dumps(a_bill()).encode()
CAME = {
    "content-length": str(len(BODY)),
    "content-type": "application/json",
    "date": "Sun, 15 Jun 2025 15:06:40 GMT",
    "server": "shop/1",
    "x-request-id": "r-1",
}
SECRETS = {"set-cookie": SECRET, "x-odd": SECRET, "location": f"/?t={SECRET}"}
TOOK = 0.25
"""Seconds of an answer."""


class Taking(httpx.AsyncBaseTransport):
    """Answers after some time of the client's clock."""

    def __init__(self, clock: ManualClock, *answers: httpx.Response) -> None:
        self._clock = clock
        self._answers = list(answers)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await anyio.lowlevel.checkpoint()
        self._clock.advance(TOOK)
        return self._answers.pop(0)


def good() -> httpx.Response:
    return httpx.Response(200, headers=CAME | SECRETS, content=BODY)


def busy() -> httpx.Response:
    return httpx.Response(429, headers={"retry-after": "3", "x-request-id": "r-0"} | SECRETS)


def fields(event: Any) -> dict[str, Any]:
    """All that an event has, by name."""
    return {name: getattr(event, name) for name in event.__struct_fields__}


def telling(told: list[Any]) -> Hooks:
    to = told.append
    return Hooks(request=to, response=to, end=to, retry=to, wait=to, poll=to)


async def told_of(*answers: httpx.Response, **given: Any) -> tuple[list[Any], Any]:
    """What a read of a bill tells, and what it raised."""
    clock, told, raised = ManualClock(), [], None
    settings: dict[str, Any] = {
        "hooks": telling(told),
        "clock": VirtualClock(clock),
        "retry": RetryPolicy(attempts=2),
        "deadline": None,
    }
    async with shop_client(Taking(clock, *answers), **settings) as shop:
        try:
            await shop.bills.get(BILL, **given)
        except CommerceError as error:
            raised = error
    return told, raised


async def test_a_good_answer_is_told_with_these_fields_and_no_other() -> None:
    (sent, came, end), raised = await told_of(good(), full=True)
    assert raised is None
    assert fields(sent) == {
        "call_id": sent.call_id,
        "operation": "get_bill",
        "attempt": 1,
        "method": "GET",
        "path": "/v1/bills/{billId}",
        "query": {"full": "true"},
        "headers": {"accept": "application/json"},
        "size": 0,
    }
    assert fields(came) == {
        "call_id": sent.call_id,
        "operation": "get_bill",
        "attempt": 1,
        "status": 200,
        "seconds": TOOK,
        "headers": CAME,
        "size": len(BODY),
    }
    assert fields(end) == {
        "call_id": sent.call_id,
        "operation": "get_bill",
        "attempt": 1,
        "outcome": "status 200",
        "error": None,
        "status": 200,
        "sent": True,
        "seconds": TOOK,
    }
    assert [type(each) for each in (sent, came, end)] == [RequestEvent, ResponseEvent, EndEvent]
    assert len(sent.call_id) == 32
    assert SECRET not in repr((sent, came, end))


async def test_what_is_tried_again_is_told_with_these_fields_and_no_other() -> None:
    told, raised = await told_of(busy(), good())
    assert raised is None
    kinds = [type(each) for each in told]
    once = [RequestEvent, ResponseEvent, EndEvent]
    assert kinds == [*once, RetryEvent, *once]
    _, came, end, retry, _, _, last = told
    assert fields(came) == {
        "call_id": last.call_id,
        "operation": "get_bill",
        "attempt": 1,
        "status": 429,
        "seconds": TOOK,
        "headers": {"retry-after": "3", "x-request-id": "r-0"},
        "size": 0,
    }
    assert fields(end) == {
        "call_id": last.call_id,
        "operation": "get_bill",
        "attempt": 1,
        "outcome": "status 429",
        "error": "RateLimited",
        "status": 429,
        "sent": True,
        "seconds": TOOK,
    }
    assert fields(retry) == {
        "call_id": last.call_id,
        "operation": "get_bill",
        "failures": 1,
        "seconds": 3.0,
        "error": retry.error,
    }
    assert isinstance(retry.error, RateLimited)
    assert (last.attempt, last.seconds) == (2, TOOK), "the pause is of no attempt"
    assert SECRET not in repr(told)


async def test_each_answer_is_told_with_its_own_seconds() -> None:
    told, raised = await told_of(busy(), good())
    assert raised is None
    came = [each for each in told if isinstance(each, ResponseEvent)]
    assert [(each.status, each.seconds) for each in came] == [(429, TOOK), (200, TOOK)]


async def test_each_wait_is_told_with_these_fields_and_no_other() -> None:
    clock, told = ManualClock(), []

    async def token() -> str:
        clock.advance(2)
        return SECRET

    async with shop_client(
        Taking(clock, busy(), good()),
        auth=token,
        clock=VirtualClock(clock),
        hooks=Hooks(wait=told.append),
        limiter=LocalLimiter(),
        deadline=None,
    ) as shop:
        with pytest.raises(RateLimited):
            await shop.bills.get(BILL)
        await shop.bills.get(BILL)
    by_auth, by_limits = told
    assert [type(each) for each in told] == [WaitEvent, WaitEvent]
    assert fields(by_auth) == {
        "call_id": by_auth.call_id,
        "operation": "get_bill",
        "reason": "auth",
        "seconds": 2.0,
    }
    assert fields(by_limits) == {
        "call_id": by_limits.call_id,
        "operation": "get_bill",
        "reason": "limits",
        "seconds": 3.0,
    }
    assert [len(each.call_id) for each in told] == [32, 32]
    assert by_auth.call_id != by_limits.call_id
    assert SECRET not in repr(told)


async def test_a_look_is_told_with_these_fields_and_no_other() -> None:
    told: list[Any] = []
    async with world(hooks=Hooks(poll=told.append)) as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        await placed.result()
    assert {type(each) for each in told} == {PollEvent}
    assert [each.looks for each in told] == list(range(1, len(told) + 1))
    assert [each.over for each in told] == [False] * (len(told) - 1) + [True]
    for each in told:
        assert fields(each) == {
            "call_id": each.call_id,
            "looks": each.looks,
            "over": each.over,
            "state": each.state,
        }
        assert len(each.call_id) == 32
        assert each.state.order_id == placed.order_id


ALONE = {
    "request": RequestEvent,
    "response": ResponseEvent,
    "end": EndEvent,
    "retry": RetryEvent,
    "wait": WaitEvent,
}


@pytest.mark.parametrize("name", [None, *ALONE])
async def test_a_hook_that_is_given_alone_is_told_its_own_and_nothing_fails(
    name: str | None, caplog: pytest.LogCaptureFixture
) -> None:
    told: list[Any] = []
    clock = ManualClock()
    async with shop_client(
        Taking(clock, busy(), good(), busy()),
        hooks=Hooks(**({} if name is None else {name: told.append})),
        clock=VirtualClock(clock),
        retry=RetryPolicy(attempts=2),
        limiter=LocalLimiter(),
        deadline=None,
    ) as shop:
        await shop.bills.get(BILL)
        with pytest.raises(RateLimited):
            await shop.with_options(retry=None).bills.get(BILL)
    assert {type(each) for each in told} <= ({ALONE[name]} if name else set())
    assert len(told) == {"request": 3, "response": 3, "end": 3, "retry": 1}.get(str(name), 0)
    assert lines(caplog) == [], "no hook that nobody gave was called"


@pytest.mark.parametrize(
    ("error", "outcome"),
    [
        (RateLimited(429), "status 429"),
        (ConnectionFailed("it broke", sent=True), "no answer"),
        (ConnectionFailed("it broke", sent=False), "not sent"),
        (DecodeError("no JSON"), "an answer that cannot be read"),
        (DeadlineExceeded("it ended"), "the deadline ended"),
        (
            TooLate("it came", not_after=datetime.datetime.fromtimestamp(0, datetime.UTC)),
            "too late",
        ),
        (AuthenticationFailed("none"), "AuthenticationFailed"),
    ],
    ids=lambda each: type(each).__name__,
)
def test_how_an_attempt_ended_is_said_in_these_words(error: CommerceError, outcome: str) -> None:
    assert outcome_of(error) == outcome


# --- the log


def lines(caplog: pytest.LogCaptureFixture) -> list[tuple[str, str]]:
    return [(each.levelname, each.getMessage()) for each in caplog.records]


async def test_the_log_says_this_of_a_call_and_no_more(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "commerce_sdk")
    told, _ = await told_of(busy(), good(), full=True)
    call = told[0].call_id
    sent = ("DEBUG", "GET /v1/bills/{billId} full=true accept=application/json")
    shown = " ".join(f"{name}={value}" for name, value in CAME.items())
    assert lines(caplog) == [
        sent,
        ("DEBUG", "GET /v1/bills/{billId} gave 429 retry-after=3 x-request-id=r-0"),
        (
            "INFO",
            f"GET /v1/bills/{{billId}} attempt 1: status 429 in 0.250 s "
            f"(call {call}, request id r-0)",
        ),
        sent,
        ("DEBUG", f"GET /v1/bills/{{billId}} gave 200 {shown}"),
        (
            "INFO",
            f"GET /v1/bills/{{billId}} attempt 2: status 200 in 0.250 s "
            f"(call {call}, request id r-1)",
        ),
    ]
    assert SECRET not in caplog.text


async def test_at_info_the_log_has_a_line_an_attempt(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "commerce_sdk")
    told, _ = await told_of(httpx.Response(404, headers=SECRETS))
    assert lines(caplog) == [
        (
            "INFO",
            f"GET /v1/bills/{{billId}} attempt 1: status 404 in 0.250 s "
            f"(call {told[0].call_id}, request id -)",
        )
    ]
    assert SECRET not in caplog.text


async def test_above_info_the_log_is_silent(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.WARNING, "commerce_sdk")
    await told_of(busy(), good())
    assert lines(caplog) == []


async def test_of_a_file_the_size_is_not_known_when_it_begins_to_come() -> None:
    clock, told = ManualClock(), []
    answer = httpx.Response(200, headers={"content-type": "application/pdf"}, content=b"%PDF-1")
    async with (
        shop_client(Taking(clock, answer), clock=VirtualClock(clock), hooks=telling(told)) as shop,
        shop.bills.download(BILL) as parts,
    ):
        assert [part async for part in parts] == [b"%PDF-1"]
    (came,) = [each for each in told if isinstance(each, ResponseEvent)]
    assert (came.operation, came.status, came.size) == ("print_bill", 200, None)
