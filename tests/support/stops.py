"""Every way that a call is broken off once it waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
import sniffio

from commerce_sdk import DeadlineExceeded

Call = Callable[[Any], Awaitable[Any]]
Reached = Callable[[], bool]
"""Has the call come to where it is to be broken off?"""
Stop = Callable[[Any, Call, Reached], Awaitable[None]]
"""Begins the call of a client, and breaks it off."""


async def _until(reached: Reached, then: Callable[[], object] = lambda: None) -> None:
    with anyio.fail_after(60):
        while not reached():  # noqa: ASYNC110 - a server's thread offers nothing to wait on
            await anyio.sleep(0.002)
    then()


async def by_its_scope(client: Any, call: Call, reached: Reached) -> None:
    async with anyio.create_task_group() as tasks:
        with anyio.CancelScope() as scope:
            tasks.start_soon(_until, reached, scope.cancel)
            await call(client)


async def by_its_task(client: Any, call: Call, reached: Reached) -> None:
    if sniffio.current_async_library() != "asyncio":
        await by_its_scope(client, call, reached)
        return
    task = asyncio.ensure_future(call(client))
    await _until(reached, task.cancel)
    await task


async def by_a_timeout(client: Any, call: Call, reached: Reached) -> None:
    if sniffio.current_async_library() != "asyncio":
        await by_its_scope(client, call, reached)
        return
    async with asyncio.timeout(None) as limit:
        over = asyncio.ensure_future(_until(reached, lambda: limit.reschedule(0)))
        await call(client)
    await over


async def by_its_deadline(client: Any, call: Call, reached: Reached) -> None:
    for seconds in (0.1, 1, 10, 100):
        try:
            await call(client.with_options(deadline=seconds))
        except DeadlineExceeded:
            if reached():
                raise


async def by_closing(client: Any, call: Call, reached: Reached) -> None:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call, client)
        await _until(reached)
        await client.aclose(grace=0.01)


async def cancelled_while_it_waits(call: Callable[[], Awaitable[Any]]) -> None:
    """Begin a call, and cancel it once all that is left to do is to wait. Only of what needs no
    other thread or process."""
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call)
        await anyio.wait_all_tasks_blocked()
        tasks.cancel_scope.cancel()


STOPS = pytest.mark.parametrize(
    "stop", [by_its_scope, by_its_task, by_a_timeout, by_its_deadline, by_closing]
)
