"""What may never be sent twice, and bears a mark: looked for before it is sent and after an unclear
end, and sent once at the most."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceError,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    PermissionDenied,
    ServerError,
    TooLate,
    Unauthenticated,
    Unprocessable,
)
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.runtime.retries.policy import DEFAULT_POLICY
from commerce_sdk.runtime.retries.writes import Outcome
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop.api import stands, tills
from tests.codegen.golden.shop.models import Till
from tests.shop import ShopClient
from tests.support.shop import shop_client
from tests.support.worlds import (
    BreakingTransport,
    VirtualClock,
    cut_after,
    cut_before,
    draw_from,
    refused,
)

pytestmark = pytest.mark.anyio

Below = httpx.AsyncBaseTransport
Fault = Callable[[httpx.Request, Below], Awaitable[httpx.Response]]


def answers(status: int, *, after: bool = False) -> Fault:
    """Answers a status, without asking the server or after that."""

    async def fault(request: httpx.Request, below: Below) -> httpx.Response:
        if after:
            await below.handle_async_request(request)
        return httpx.Response(status, json={})

    return fault


class Server:
    """Makes one more with each request, and shows that there is one."""

    def __init__(self, made: int = 0) -> None:
        self.made = made

    def __call__(self, request: httpx.Request) -> httpx.Response:
        if request.method == "POST":
            self.made += 1
            return httpx.Response(204)
        return httpx.Response(200 if self.made else 404, json={"id": "7"})


async def add(shop: ShopClient, **more: Any) -> Outcome[None, Till]:
    async def look(context: Context) -> Till:
        request = tills.get_till.build(till_id="7")
        return await shop.core.ask(request, context=context, again=False)

    request = stands.add_rack.build()
    return await shop.core.write(
        request, State.LOOK_BEFORE, look=look, check=lambda answer: None, **more
    )


@dataclass(frozen=True)
class Case:
    """What meets the writes and the looks, how many were made of each, and how it ended: `found`,
    answered, or with an error that says whether it may have been applied."""

    posts: Sequence[Fault | None] = ()
    gets: Sequence[Fault | None] = ()
    sent: int = 1
    looks: int | None = 1
    found: bool = False
    error: type[CommerceError] | None = None
    maybe: bool = False
    there: int = 0
    settings: dict[str, Any] = field(default_factory=dict)


NONE, LOST = {"retry": None}, [answers(404)] * 999
CASES = {
    # -- before anything is sent
    "there already": Case(there=1, sent=0, found=True),
    "there, and the first look is in trouble": Case((), [answers(503)], 0, 2, True, there=1),
    "the look is refused": Case((), [answers(403)], 0, 1, error=PermissionDenied),
    "no look is answered": Case((), [answers(503)] * 99, 0, None, error=DeadlineExceeded),
    "the only look is not answered": Case(
        (), [answers(503)], 0, 1, error=ServerError, settings=NONE
    ),
    # -- sent once
    "answered": Case(),
    "not sent": Case([refused], sent=2),
    "limited": Case([answers(429)], sent=2),
    "refused": Case([answers(422)], error=Unprocessable),
    "a credential that nobody renews": Case([answers(401)], error=Unauthenticated),
    "not sent, then refused": Case([refused, answers(422)], sent=2, error=Unprocessable),
    "never sent": Case([refused] * 9, sent=4, error=ConnectionFailed),
    "not sent, without tries": Case([refused], error=ConnectionFailed, settings=NONE),
    # -- an unclear end
    "applied, and its answer was cut": Case([cut_after], looks=2, found=True),
    "applied, and a gateway says 502": Case([answers(502, after=True)], looks=2, found=True),
    "applied, and a conflict": Case([answers(409, after=True)], looks=2, found=True),
    "applied, and late to show": Case([cut_after], [None, *LOST[:5]], looks=7, found=True),
    "applied, and looks fail": Case(
        [cut_after], [None, answers(503), cut_before], looks=4, found=True
    ),
    "lost": Case([cut_before], looks=None, error=DeadlineExceeded, maybe=True),
    "a conflict, and it does not show": Case(
        [answers(409)], looks=None, error=DeadlineExceeded, maybe=True
    ),
    "lost, and the look is refused": Case(
        [cut_before], [None, answers(403)], looks=2, error=ConnectionFailed, maybe=True
    ),
    "lost, without tries": Case(
        [cut_before], looks=2, error=ConnectionFailed, maybe=True, settings=NONE
    ),
    "lost, without a deadline": Case(
        [answers(500)], looks=5, error=ServerError, maybe=True, settings={"deadline": None}
    ),
    "a conflict, without a deadline": Case(
        [answers(409)], looks=5, error=Conflict, maybe=True, settings={"deadline": None}
    ),
    "limited, then lost": Case(
        [answers(429), cut_before], sent=2, looks=None, error=DeadlineExceeded, maybe=True
    ),
}


def a_shop(server: Server, clock: VirtualClock, **settings: Any) -> tuple[ShopClient, Any]:
    transport = BreakingTransport(httpx.MockTransport(server))
    shop = shop_client(transport, clock=clock, **{"retry": DEFAULT_POLICY} | settings)
    draw_from(shop, 1)
    return shop, transport


@pytest.mark.parametrize("name", CASES)
async def test_it_is_made_once_or_the_error_says_what_is_known(name: str) -> None:
    case, error, outcome = CASES[name], None, None
    server = Server(case.there)
    shop, transport = a_shop(server, VirtualClock(ManualClock()), **case.settings)
    transport.faults["POST"].extend(case.posts)
    transport.faults["GET"].extend(case.gets)
    async with shop:
        try:
            outcome = await add(shop)
        except CommerceError as raised:
            error = raised
    methods = [each.method for each in transport.requests]
    assert methods[0] == "GET", "looked for before anything is sent"
    assert methods.count("POST") == case.sent
    assert case.looks in (methods.count("GET"), None)
    assert server.made <= 1
    if case.error is None:
        assert outcome is not None, error
        assert (outcome.found is not None) is case.found
        assert server.made == 1
        return
    assert isinstance(error, case.error), error
    assert error.maybe_applied is case.maybe
    assert error.operation == "add_rack" or case.sent == 0
    if not case.maybe:
        assert server.made == 0


async def test_what_comes_too_late_is_not_sent_and_what_was_sent_is_looked_for() -> None:
    server, clock = Server(), VirtualClock(ManualClock())
    shop, transport = a_shop(server, clock)
    async with shop:
        with pytest.raises(TooLate) as caught:
            await add(shop, not_after=clock.time() - 1)
        assert (caught.value.maybe_applied, server.made) == (False, 0)
        transport.faults["POST"].append(cut_after)
        transport.faults["GET"].extend([None, *LOST[:3]])
        assert (await add(shop, not_after=clock.time() + 1)).found


async def test_the_last_look_begins_early_enough_for_what_a_look_takes() -> None:
    began: list[float] = []
    clock = VirtualClock(ManualClock())

    async def slow(request: httpx.Request, below: Below) -> httpx.Response:
        began.append(clock.monotonic())
        await clock.sleep(1.5)
        return httpx.Response(404, json={})

    shop, transport = a_shop(Server(), clock, deadline=60)
    transport.faults["POST"].append(cut_before)
    transport.faults["GET"].extend([None, *[slow] * 99])
    ends = clock.monotonic() + 60
    async with shop:
        with pytest.raises(DeadlineExceeded):
            await add(shop)
    assert ends - began[-1] == pytest.approx(3)
    assert ends - clock.monotonic() == pytest.approx(0), "it may show to the very end"


async def test_the_next_look_waits_as_long_as_the_server_asked() -> None:
    clock = VirtualClock(ManualClock())

    async def busy(request: httpx.Request, below: Below) -> httpx.Response:
        return httpx.Response(503, headers={"Retry-After": "20"}, json={})

    shop, transport = a_shop(Server(made=1), clock)
    transport.faults["GET"].append(busy)
    began = clock.monotonic()
    async with shop:
        assert (await add(shop)).found
    assert clock.monotonic() - began == 20


@pytest.mark.parametrize(("method", "maybe"), [("GET", False), ("POST", True)])
async def test_what_is_cut_by_closing_says_whether_it_may_have_arrived(
    method: str, maybe: bool
) -> None:
    server = Server()
    shop, transport = a_shop(server, VirtualClock(ManualClock()))
    came = anyio.Event()

    async def hangs(request: httpx.Request, below: Below) -> httpx.Response:
        came.set()
        await anyio.sleep_forever()
        raise AssertionError

    transport.faults[method].append(hangs)
    async with anyio.create_task_group() as tasks:

        async def cut() -> None:
            with pytest.raises(CommerceError, match="closed") as caught:
                await add(shop)
            assert caught.value.maybe_applied is maybe

        tasks.start_soon(cut)
        await came.wait()
        await shop.core.aclose(0)


async def test_without_the_mark_it_goes_as_any_other_that_is_never_repeated() -> None:
    shop, transport = a_shop(server := Server(), VirtualClock(ManualClock()))
    transport.faults["POST"].append(cut_after)
    async with shop:
        with pytest.raises(ConnectionFailed) as caught:
            await shop.core.ask(stands.add_rack.build())
    assert (caught.value.maybe_applied, server.made, len(transport.requests)) == (True, 1, 1)
