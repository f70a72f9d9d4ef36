"""Something that is done once, after a while, in the event loop that runs now.

asyncio has timers that are no tasks, so nothing of ours is one while it waits; a loop that ends
forgets them. trio has none: there it is a system task, which ends with the loop at the latest.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextvars import Context
from typing import Protocol

import sniffio

Act = Callable[[], Awaitable[None]]
"""What is done. It raises nothing, for nobody is there to be told."""


class Timer(Protocol):
    """Waits, or does what it waited for."""

    async def stop(self) -> None:
        """Wait no more; what is being done already is done to its end."""


def after(seconds: float, act: Act) -> Timer:
    """Do this so many seconds from now. It runs in no caller's context."""
    kind = _OnTrio if sniffio.current_async_library() == "trio" else _OnAsyncio
    return kind(max(0.0, seconds), act)


class _OnAsyncio:
    def __init__(self, seconds: float, act: Act) -> None:
        import asyncio

        self._act = act
        self._task: asyncio.Task[None] | None = None
        self._loop = asyncio.get_running_loop()
        self._handle = self._loop.call_later(seconds, self._begin, context=Context())

    def _begin(self) -> None:
        self._task = self._loop.create_task(self._run())

    async def _run(self) -> None:
        await self._act()

    async def stop(self) -> None:
        import asyncio

        self._handle.cancel()
        if self._task is not None:
            await asyncio.wait([self._task])


class _OnTrio:
    def __init__(self, seconds: float, act: Act) -> None:
        import trio

        self._waiting = trio.CancelScope()
        self._ended = trio.Event()
        trio.lowlevel.spawn_system_task(self._run, seconds, act, context=Context())

    async def _run(self, seconds: float, act: Act) -> None:
        import trio

        try:
            with self._waiting:
                await trio.sleep(seconds)
            if not self._waiting.cancelled_caught:
                await act()
        finally:
            self._ended.set()

    async def stop(self) -> None:
        self._waiting.cancel()
        await self._ended.wait()
