"""Every way that a call is broken off while it waits for its answer."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
import sniffio

Call = Callable[[Any], Awaitable[Any]]
Stop = Callable[[Any, Call], Awaitable[None]]
"""Begins the call of a client, and breaks it off."""


async def by_its_scope(client: Any, call: Call) -> None:
    with anyio.move_on_after(0.1):
        await call(client)


async def by_its_task(client: Any, call: Call) -> None:
    if sniffio.current_async_library() != "asyncio":
        await by_its_scope(client, call)
        return
    task = asyncio.ensure_future(call(client))
    await asyncio.sleep(0.1)
    task.cancel()
    await task


async def by_a_timeout(client: Any, call: Call) -> None:
    if sniffio.current_async_library() != "asyncio":
        await by_its_scope(client, call)
        return
    async with asyncio.timeout(0.1):
        await call(client)


async def by_its_deadline(client: Any, call: Call) -> None:
    await call(client.with_options(deadline=0.1))


async def by_closing(client: Any, call: Call) -> None:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call, client)
        await anyio.sleep(0.1)
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
