"""Many orders followed to their ends on one schedule."""

from __future__ import annotations

import itertools
import traceback
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    ClientClosed,
    CommerceClient,
    DeadlineExceeded,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    NotFound,
    OrderFailed,
    OrderHandle,
    PermissionDenied,
    PollEvent,
    Unauthenticated,
    defaults,
    new_item,
)
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, TOKEN, Sandbox
from tests.support.parallel_clock import ParallelClock
from tests.support.worlds import BASE_URL, OFFERING, BreakingTransport, draw_from

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]


class Here:
    def __init__(self, sandbox: Sandbox, clock: ParallelClock, **settings: Any) -> None:
        self.sandbox = sandbox
        self.clock = clock
        self.transport = BreakingTransport(httpx.ASGITransport(app=sandbox))
        self.looks: list[tuple[float, str]] = []
        self.transport.on_request = self._note
        self.commerce = CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNTS[0],
            base_url=BASE_URL,
            transport=self.transport,
            clock=clock,
            limiter=LocalLimiter(),
            **settings,
        )

    def _note(self, request: httpx.Request, passes: bool) -> None:
        if request.method == "GET":
            self.looks.append((self.clock.monotonic(), request.url.path.rsplit("/", 1)[1]))

    async def place(self, offering: str = OFFERING) -> OrderHandle:
        return await self.commerce.orders.place(items=[new_item(offering)])


@asynccontextmanager
async def here(limits: bool = False, **settings: Any) -> AsyncIterator[Here]:
    clock = ParallelClock()
    async with clock:
        each = Here(Sandbox(clock=clock.manual, limits=limits), clock, **settings)
        async with each.commerce:
            yield each


async def test_each_order_comes_as_it_ends_and_a_failed_one_ends_nothing_else() -> None:
    async with here() as h:
        handles = [await h.place() for _ in range(5)]
        failing = await h.place(FAILING_OFFERING)
        ends = Counter[str]()
        async with h.commerce.orders.wait_all([*handles, failing], deadline=600) as done:
            assert len(done.open) == 6
            async for handle in done:
                asked = len(h.looks)
                try:
                    assert (await handle.result()).order_id == handle.order_id
                    ends["done"] += 1
                except OrderFailed as error:
                    assert error.order_id == failing.order_id
                    ends["failed"] += 1
                assert len(h.looks) == asked, "its end is known already"
                assert handle.ended
        assert done.open == []
    assert ends == {"done": 5, "failed": 1}


async def test_none_at_all_and_those_that_ended_before_are_over_at_once() -> None:
    async with here() as h:
        async with h.commerce.orders.wait_all([]) as done:
            assert [handle async for handle in done] == []
        handle = await h.place()
        await handle.result()
        asked = len(h.looks)
        async with h.commerce.orders.wait_all([handle, handle]) as done:
            assert [each async for each in done] == [handle]
        assert len(h.looks) == asked


async def test_a_deadline_that_cannot_be_is_refused() -> None:
    async with here() as h:
        for deadline in (0, -1, True, "60"):
            with pytest.raises(InvalidRequest, match="deadline: must be seconds above zero"):
                h.commerce.orders.wait_all([], deadline=deadline)  # type: ignore[arg-type]


async def test_young_orders_are_looked_at_often_and_old_ones_rarely() -> None:
    async with here() as h:
        h.sandbox.switches.pending = 3600.0
        handle = await h.place()
        async with h.commerce.orders.wait_all([handle], deadline=None) as done:
            assert await anext(done) is handle
        moments = [moment for moment, _ in h.looks]
    pauses = [round(b - a, 2) for a, b in itertools.pairwise(moments)]
    assert pauses[:4] == [1.0, 1.5, 2.25, 3.38]
    assert pauses == sorted(pauses)
    assert pauses[-1] == defaults.FOLLOW_INTERVAL_CAP


async def test_the_operations_limit_is_kept_and_nobody_is_left_behind() -> None:
    async with here(limits=True) as h:
        h.sandbox.switches.pending = 300.0
        handles = []
        for _ in range(400):
            handles.append(await h.place())
            await h.clock.sleep(0.3)
        began = len(h.looks)
        ended: dict[str, float] = {}
        async with h.commerce.orders.wait_all(handles, deadline=None) as done:
            async for handle in done:
                ended[handle.order_id] = h.clock.monotonic()
        looks = Counter(order for _, order in h.looks[began:])
    assert h.transport.answered[429] == 0
    assert len(ended) == 400
    assert max(looks.values()) - min(looks.values()) <= 12
    moments = [moment for moment, _ in h.looks[began:]]
    assert max(sum(1 for m in moments if b <= m < b + 60) for b in moments) <= 1200


@pytest.mark.parametrize("later", ["30", "9" * 400], ids=["a while", "absurd"])
async def test_trouble_on_the_way_is_got_over(later: str) -> None:
    async with here() as h:
        handles = [await h.place() for _ in range(20)]
        h.sandbox.fail_next("get_order_status", 503, times=60)
        h.sandbox.fail_next("get_order_status", 429, times=3, headers={"Retry-After": later})
        async with h.commerce.orders.wait_all(handles, deadline=3600) as done:
            assert {handle.order_id async for handle in done} == {
                handle.order_id for handle in handles
            }


async def test_an_order_that_may_not_be_seen_ends_with_that_and_the_rest_go_on() -> None:
    async with here() as h:
        handles = [await h.place() for _ in range(3)]
        h.sandbox.fail_next("get_order_status", 403)
        ends = []
        async with h.commerce.orders.wait_all(handles, deadline=600) as done:
            async for handle in done:
                try:
                    ends.append(type(await handle.result()).__name__)
                except PermissionDenied as error:
                    assert error.token == handle.token
                    ends.append("PermissionDenied")
    assert sorted(ends) == ["Order", "Order", "PermissionDenied"]


async def test_an_order_that_is_not_yet_readable_is_waited_for() -> None:
    async with here() as h:
        h.sandbox.switches.visible_after = 100.0
        handle = await h.place()
        with pytest.raises(NotFound):
            await handle.refresh()
        async with h.commerce.orders.wait_all([handle], deadline=600) as done:
            assert (await (await anext(done)).result()).order_id == handle.order_id


async def test_what_is_open_when_time_is_up_stays_resumable() -> None:
    async with here() as h:
        quick = await h.place()
        await quick.result()
        h.sandbox.switches.pending = 5000.0
        slow = [await h.place() for _ in range(3)]
        seen = []
        began = h.clock.monotonic()
        async with h.commerce.orders.wait_all([quick, *slow], deadline=100) as done:
            seen.append(await anext(done))
            with pytest.raises(DeadlineExceeded, match=r"3 of 4 still open"):
                await anext(done)
        assert seen == [quick]
        assert h.clock.monotonic() - began <= 101
        assert {handle.order_id for handle in done.open} == {handle.order_id for handle in slow}
        h.sandbox.switches.pending = 0.0
        for handle in done.open:
            again = await h.commerce.orders.resume(handle.token)
            assert (await again.result()).order_id == handle.order_id


async def test_an_end_that_is_asked_for_again_and_again_keeps_no_frames() -> None:
    async with here() as h:
        h.sandbox.switches.pending = 5000.0
        slow, lengths = await h.place(), []
        async with h.commerce.orders.wait_all([slow], deadline=100) as done:
            for _ in range(5):
                with pytest.raises(DeadlineExceeded) as caught:
                    await anext(done)
                lengths.append(len([*traceback.walk_tb(caught.value.__traceback__)]))
    assert len({*lengths}) == 1, lengths


async def test_leaving_early_and_closing_leave_nothing_running() -> None:
    async with here() as h:
        h.sandbox.switches.pending = 5000.0
        handles = [await h.place() for _ in range(20)]

        async def raising() -> None:
            async with h.commerce.orders.wait_all(handles, deadline=None):
                await anyio.lowlevel.checkpoint()
                raise KeyError("mine")

        with pytest.raises(KeyError, match="mine"):
            await raising()
        assert h.commerce._core.pipeline._under_way == set()
        async with h.commerce.orders.wait_all(handles, deadline=None) as done:
            await h.commerce.aclose()
            with pytest.raises(ClientClosed):
                await anext(done)


async def test_the_poll_hook_is_told_of_each_look() -> None:
    told: list[PollEvent] = []
    async with here(hooks=Hooks(poll=told.append)) as h:
        handles = [await h.place() for _ in range(3)]
        looked = len(h.looks)
        async with h.commerce.orders.wait_all(handles, deadline=600) as done:
            assert len([handle async for handle in done]) == 3
    assert len(told) >= 6
    assert sum(1 for event in told if event.over) == 3
    assert max(event.looks for event in told) > 1
    assert len(told) <= len(h.looks) - looked


def test_a_handle_shows_its_user_nothing_of_how_it_is_followed() -> None:
    shown = {name for name in dir(OrderHandle) if not name.startswith("_")}
    assert shown == {"ended", "refresh", "result", "updates", "status_url", "token"}


async def test_without_its_block_it_says_how_it_is_used() -> None:
    async with here() as h:
        handle = await h.place()
        done = h.commerce.orders.wait_all([handle], deadline=600)
        with anyio.fail_after(5), pytest.raises(InvalidRequest, match="async with"):
            await anext(done)
        async with done:
            assert await anext(done) is handle
        with pytest.raises(InvalidRequest, match="async with"):
            async with done:
                raise AssertionError


async def test_the_deadline_counts_from_entering() -> None:
    async with here() as h:
        handle = await h.place()
        done = h.commerce.orders.wait_all([handle], deadline=60)
        await h.clock.sleep(1000)
        async with done:
            assert await anext(done) is handle


@pytest.mark.parametrize("count", [1, 20, 200])
async def test_each_is_looked_at_once_more_right_before_the_end(count: int) -> None:
    async with here() as h:
        handles = [await h.place() for _ in range(count)]
        h.sandbox.switches.pending = 299.5
        h.sandbox.switches.processing = 0.0
        async with h.commerce.orders.wait_all(handles, deadline=300) as done:
            assert len([handle async for handle in done]) == count


async def test_the_end_is_at_the_deadline_and_not_before() -> None:
    async with here() as h:
        handles = [await h.place() for _ in range(20)]
        h.sandbox.switches.pending = 5000.0
        began = h.clock.monotonic()
        async with h.commerce.orders.wait_all(handles, deadline=300) as done:
            with pytest.raises(DeadlineExceeded, match="20 of 20 still open"):
                await anext(done)
        assert h.clock.monotonic() - began == pytest.approx(300)
        assert max(moment for moment, _ in h.looks) - began > 299


@pytest.mark.parametrize("asked", ["refresh", "result"])
async def test_a_refusal_that_passes_does_not_stay_with_the_handle(asked: str) -> None:
    async with here() as h:
        handle = await h.place()
        h.sandbox.fail_next("get_order_status", 401)
        async with h.commerce.orders.wait_all([handle], deadline=600) as done:
            assert await anext(done) is handle
        assert not handle.ended
        if asked == "refresh":
            assert await handle.refresh() is not None
        else:
            with pytest.raises(Unauthenticated):
                await handle.result()
        assert (await handle.result()).order_id == handle.order_id


async def test_what_is_no_handle_is_refused_before_anything_begins() -> None:
    async with here() as h:
        with pytest.raises(InvalidRequest, match="handles: must be handles"):
            h.commerce.orders.wait_all(["no handle"])  # type: ignore[list-item]


@pytest.mark.parametrize("outage", ["503", "html"])
async def test_the_last_look_is_taken_after_looks_that_took_their_tries(outage: str) -> None:
    async def page(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        if h.clock.monotonic() < began + 19.5:
            return httpx.Response(503 if outage == "503" else 200, content=b"<html>")
        return await below.handle_async_request(request)

    for seed in range(10):
        async with here() as h:
            draw_from(h.commerce, seed)
            handles = [await h.place() for _ in range(2)]
            began = h.clock.monotonic()
            h.transport.faults["GET"].extend([page] * 999)
            async with h.commerce.orders.wait_all(handles[:1], deadline=20) as done:
                assert await anext(done) is handles[0]
        async with here() as h:
            draw_from(h.commerce, seed)
            handle = await h.place()
            began = h.clock.monotonic()
            h.transport.faults["GET"].extend([page] * 999)
            assert (await handle.result(deadline=20)).order_id == handle.order_id
