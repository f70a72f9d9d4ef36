"""A placement's life in a service: closing, hooks, and where it is looked for."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import ClientClosed, CommerceError, Hooks, new_item
from tests.runtime.test_life import Gate, outcome
from tests.support.clients import client
from tests.support.worlds import OFFERING, world

pytestmark = pytest.mark.anyio

ITEMS = [new_item(OFFERING)]


async def test_closing_that_cuts_a_placement_leaves_its_token() -> None:
    gate, came = Gate(), []
    commerce = client(gate)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.place(items=ITEMS), came)
        await anyio.wait_all_tasks_blocked()
        await commerce.aclose(grace=0)
    assert (came[0].operation, came[0].maybe_applied) == ("place_order", True)
    assert came[0].token


async def test_what_is_cut_before_it_was_sent_was_surely_not_placed() -> None:
    gate, came = Gate(), []
    commerce = client(gate, auth=anyio.sleep_forever)
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(outcome, commerce.orders.place(items=ITEMS), came)
        await anyio.wait_all_tasks_blocked()
        await commerce.aclose(grace=0)
    assert [each.maybe_applied for each in came] == [False]
    assert gate.most == 0


async def test_a_handle_of_a_closed_client_says_so() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=ITEMS)
    with pytest.raises(ClientClosed) as caught:
        await placed.result()
    assert caught.value.order_id == placed.order_id


async def test_hooks_are_told_of_every_look() -> None:
    told: list[Any] = []
    async with world(hooks=Hooks(request=told.append, poll=told.append), limiter=None) as here:
        placed = await here.commerce.orders.place(items=ITEMS)
        sizes = [each.size for each in told if type(each).__name__ == "RequestEvent"]
        assert sizes
        assert sizes[0] > 100
        told.clear()
        await placed.result()
        polls = [each for each in told if type(each).__name__ == "PollEvent"]
        assert [each.looks for each in polls] == list(range(1, len(polls) + 1))
        assert [each.over for each in polls] == [False] * (len(polls) - 1) + [True]


async def test_a_hook_that_fails_breaks_no_wait(caplog: pytest.LogCaptureFixture) -> None:
    def fails(event: Any) -> None:
        raise ValueError("from the hook")

    async with world(hooks=Hooks(request=fails, response=fails, poll=fails)) as here:
        placed = await here.commerce.orders.place(items=ITEMS)
        assert (await placed.result()).order_id == placed.order_id
    said = [record.getMessage() for record in caplog.records if record.levelname == "ERROR"]
    assert "a hook failed on a RequestEvent" in said


async def test_another_origin_never_sees_the_token() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if request.method == "POST":
            accepted = {"orderId": OFFERING, "statusUrl": "https://elsewhere.invalid/status"}
            return httpx.Response(202, json=accepted)
        return httpx.Response(307, headers={"location": "https://elsewhere.invalid/"})

    async with client(answer) as commerce:
        placed = await commerce.orders.place(items=ITEMS, order_id=OFFERING)
        assert placed.status_url == "https://elsewhere.invalid/status"
        with pytest.raises(CommerceError, match="307"):
            await placed.result()
    assert {request.url.host for request in seen} == {"127.0.0.1"}
