"""What sets something to a value: sent again only where the value surely did not show, and done where
it shows, whoever set it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    CommerceError,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    NotFound,
    PermissionDenied,
    ServerError,
    Unprocessable,
)
from commerce_sdk.errors import ApiError, WrongAnswer
from tests.codegen.golden.shop.api import tills
from tests.codegen.golden.shop.models import StateInput
from tests.support.shop import shop_client
from tests.support.shop_world import ShopWorld, shop_world
from tests.support.worlds import cut_after, cut_before, html_after, refused

pytestmark = pytest.mark.anyio

Below = httpx.AsyncBaseTransport
Fault = Callable[[httpx.Request, Below], Awaitable[httpx.Response]]
LOOKS = 4
"""As many as the usual policy has attempts."""


def answers(status: int, *, after: bool = False, body: Any = None) -> Fault:
    """Answers a status, without asking the server or after that."""

    async def fault(request: httpx.Request, below: Below) -> httpx.Response:
        if after:
            await below.handle_async_request(request)
        return httpx.Response(status, json=body or {})

    return fault


async def twice(request: httpx.Request, below: Below) -> httpx.Response:
    """An earlier attempt arrives right before this one, which then finds it so already."""
    await below.handle_async_request(request)
    return await below.handle_async_request(request)


def somebody_sets(state: str) -> Fault:
    """Somebody else sets another state before the look is answered."""

    async def fault(request: httpx.Request, below: Below) -> httpx.Response:
        there = httpx.Request("PUT", f"{request.url}/state", json={"state": state})
        there.headers["authorization"] = request.headers["authorization"]
        await below.handle_async_request(there)
        return await below.handle_async_request(request)

    return fault


@dataclass(frozen=True)
class Case:
    """What meets the attempts and the looks, how many were made of each, and how it ended: with
    the till, or with an error that says whether it may have been applied."""

    puts: Sequence[Fault | None] = ()
    gets: Sequence[Fault | None] = ()
    sent: int = 1
    looks: int = 0
    error: type[CommerceError] | None = None
    maybe: bool = False
    settings: dict[str, Any] = field(default_factory=dict)


CASES = {
    # -- done
    "answered": Case(),
    "not sent": Case([refused], sent=2),
    "limited": Case([answers(429)], sent=2),
    "applied, and its answer was cut": Case([cut_after], looks=1),
    "applied, and its answer was no JSON": Case([html_after], looks=1),
    "applied, and a gateway says 502": Case([answers(502, after=True)], looks=1),
    "applied, and answered about another": Case(
        [answers(200, after=True, body={"id": "8"})], looks=1
    ),
    "applied, and a conflict": Case([answers(409, after=True)], looks=1),
    "applied, and locked": Case([answers(423, after=True)], looks=1),
    "lost": Case([cut_before], sent=2, looks=2),
    "lost twice": Case([cut_before, cut_before], sent=3, looks=4),
    "lost, and the look is in trouble": Case([cut_after], [answers(503)], looks=2),
    "lost, and the look finds nothing": Case([cut_before], [answers(404)], sent=2, looks=2),
    "lost, and somebody else sets it": Case([cut_before], [somebody_sets("OPEN")], looks=1),
    "lost, and set right before it is sent again": Case(
        [cut_before], [None, somebody_sets("OPEN")], looks=2
    ),
    "late, so that the second one is refused": Case([cut_before, twice], sent=2, looks=3),
    "late, and the second one is a conflict": Case(
        [cut_before, answers(409, after=True)], sent=2, looks=3
    ),
    "applied, and set to another value by somebody": Case(
        [cut_after], [somebody_sets("LOST")], sent=2, looks=2
    ),
    # -- a refusal of the first attempt is certain
    **{
        f"refused with {status}": Case([answers(status)], error=kind)
        for status, kind in {
            403: PermissionDenied,
            404: NotFound,
            405: ApiError,
            422: Unprocessable,
        }.items()
    },
    "not sent, then refused": Case([refused, answers(422)], sent=2, error=Unprocessable),
    # -- what stays unknown
    "a conflict, and it does not show": Case(
        [answers(409)], looks=LOOKS, error=Conflict, maybe=True
    ),
    "locked, and it does not show": Case([answers(423)], looks=LOOKS, error=ApiError, maybe=True),
    "lost, then refused, and it does not show": Case(
        [cut_before, answers(422)], sent=2, looks=3, error=Unprocessable, maybe=True
    ),
    "lost, then gone": Case(
        [cut_before, answers(404)],
        [answers(404)] * 3,
        sent=2,
        looks=3,
        error=NotFound,
        maybe=True,
    ),
    "lost, then a conflict, and it does not show": Case(
        [cut_before, answers(409)], sent=2, looks=..., error=DeadlineExceeded, maybe=True
    ),
    "lost, and the look is refused": Case(
        [cut_before], [answers(403)], looks=1, error=ConnectionFailed, maybe=True
    ),
    "lost, and the look is about another": Case(
        [answers(500)], [answers(200, body={"id": "8"})], looks=1, error=ServerError, maybe=True
    ),
    "lost, and no look is answered": Case(
        [cut_before], [answers(503)] * 99, looks=..., error=DeadlineExceeded, maybe=True
    ),
    "lost as often as it may be": Case(
        [cut_before] * LOOKS, sent=LOOKS, looks=..., error=ConnectionFailed, maybe=True
    ),
    # -- without tries
    "lost, without tries": Case(
        [cut_before], looks=1, error=ConnectionFailed, maybe=True, settings={"retry": None}
    ),
    "applied, without tries": Case([cut_after], looks=1, settings={"retry": None}),
    "not sent, without tries": Case([refused], error=ConnectionFailed, settings={"retry": None}),
}


async def ended(case: Case, here: ShopWorld) -> CommerceError | None:
    """The error that setting the till ended with."""
    here.transport.faults["PUT"].extend(case.puts)
    here.transport.faults["GET"].extend(case.gets)
    try:
        till = await here.shop.tills.set("7", "OPEN")
    except CommerceError as error:
        return error
    assert (till.id, till.state) == ("7", "OPEN")
    return None


@pytest.mark.parametrize("name", CASES)
async def test_a_value_is_set_or_the_error_says_what_is_known(name: str) -> None:
    case = CASES[name]
    async with shop_world(**case.settings) as here:
        error = await ended(case, here)
        methods = [each.method for each in here.transport.requests]
        here.transport.faults.clear()
        now = (await here.shop.tills.get("7")).state

    assert (methods[0], methods.count("PUT")) == ("PUT", case.sent)
    assert case.looks in (methods.count("GET"), ...)
    if case.error is None:
        assert error is None, error
        assert now == "OPEN"
        return
    assert isinstance(error, case.error)
    assert error.maybe_applied is case.maybe
    assert error.operation == "set_till"
    assert len([each for each in error.attempts if each.operation == "set_till"]) == case.sent
    if not error.maybe_applied:
        assert now == "SHUT"


async def test_nothing_is_sent_again_before_a_look_was_answered() -> None:
    async with shop_world() as here:
        here.transport.faults["PUT"].append(cut_before)
        here.transport.faults["GET"].extend([answers(503), cut_before, None, answers(503), None])
        assert (await here.shop.tills.set("7", "OPEN")).state == "OPEN"
    methods = [each.method for each in here.transport.requests]
    assert methods[:4] == ["PUT", "GET", "GET", "GET"]
    last = max(place for place, method in enumerate(methods) if method == "PUT")
    assert methods[last - 1] == "GET"
    assert here.transport.outcomes[last - 1] == 200
    assert methods.count("PUT") == 2


async def test_a_look_that_meets_another_till_is_never_taken_for_this_one() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.method == "PUT":
            return httpx.Response(500)
        return httpx.Response(200, json={"id": "8", "state": "OPEN"})

    async with shop_client(answer) as shop:
        with pytest.raises(ServerError) as caught:
            await shop.tills.set("7", "OPEN")
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, WrongAnswer)


async def test_it_cannot_be_asked_without_a_look() -> None:
    request = tills.set_till.build(till_id="7", body=StateInput(state="OPEN"))
    asked: list[httpx.Request] = []
    async with shop_client(lambda request: asked.append(request)) as shop:
        with pytest.raises(AssertionError, match="set_till is idempotent: it goes by `write`"):
            await shop.core.ask(request)
    assert asked == []
