"""A call of one client that is a part of another's: one time, one history, a session of its own."""

from __future__ import annotations

import anyio
import httpx
import pytest

from commerce_sdk import ClientClosed, DeadlineExceeded, Hooks, NotFound, RequestEvent
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk_api.commerce import api
from tests.support.clients import client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio
READ = api.orders.get_order.build(id=OFFERING)


def core(of: PlatformClient) -> Core:
    return of._core


def absent(request: httpx.Request) -> httpx.Response:
    return httpx.Response(404, json={})


class Session:
    """A credential some of whose logouts are over."""

    kind = "bearer"
    identity = None
    renewable = False

    def __init__(self, logouts: int) -> None:
        self.logouts = logouts

    async def header(self, clock: object) -> str:
        return "Bearer t"

    def forget(self, header: str) -> None:
        pass


async def test_two_clients_share_the_time_the_id_and_the_history_of_one_call() -> None:
    told: list[RequestEvent] = []
    hooks = Hooks(request=told.append)
    async with client(absent, hooks=hooks) as one, client(absent, hooks=hooks) as other:
        context = core(one).begin()
        for of, each in ((one, context), (other, core(other).beside(context))):
            assert each.deadline is context.deadline
            with pytest.raises(NotFound) as caught:
                await core(of).ask(READ, context=each)
    assert len(told) == 2
    assert len({event.call_id for event in told}) == 1
    assert len(caught.value.attempts) == 2
    assert len(context.attempts) == 2


async def test_the_session_is_the_second_clients_own() -> None:
    async with (
        client(absent, auth=Session(3)) as one,
        client(absent, auth=Session(7)) as other,
        client(absent) as without,
    ):
        context = core(one).begin()
        assert context.logouts == 3
        assert core(other).beside(context).logouts == 7
        assert core(without).beside(context).logouts == 0
        assert context.logouts == 3


async def test_the_time_of_the_first_ends_the_call_of_the_second() -> None:
    async def silent(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async with (
        client(absent, deadline=0.1) as one,
        client(httpx.MockTransport(silent), deadline=3600, attempt_timeout=None) as other,
    ):
        context = core(other).beside(core(one).begin())
        with anyio.fail_after(10), pytest.raises(DeadlineExceeded, match=r"0\.1 s ended"):
            await core(other).ask(READ, context=context)


async def test_a_client_that_is_closed_takes_no_part() -> None:
    async with client(absent) as one:
        other = client(absent)
        await other.aclose()
        with pytest.raises(ClientClosed):
            core(other).beside(core(one).begin())


async def test_closing_the_second_cuts_its_own_part_alone() -> None:
    asked = anyio.Event()

    async def silent(request: httpx.Request) -> httpx.Response:
        asked.set()
        await anyio.sleep_forever()
        raise AssertionError

    async with client(absent) as one:
        other = client(httpx.MockTransport(silent))
        context = core(one).begin()

        async def part() -> None:
            with pytest.raises(ClientClosed):
                await core(other).ask(READ, context=core(other).beside(context))

        with anyio.fail_after(10):
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(part)
                await asked.wait()
                await other.aclose(grace=0)
        with pytest.raises(NotFound):
            await core(one).ask(READ, context=context)
