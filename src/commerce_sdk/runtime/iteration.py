"""What iterations have in common."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from types import TracebackType
from typing import Any

import anyio

from commerce_sdk.errors import InvalidRequest


class OneAtATime:
    """Says clearly that two tasks are on one iterator, before either sees half of anything."""

    def __init__(self) -> None:
        self._busy = False

    def __enter__(self) -> None:
        if self._busy:
            raise InvalidRequest(
                "two tasks are on one iteration at once; give each an iteration of its own"
            )
        self._busy = True

    def __exit__(self, *_: object) -> None:
        self._busy = False


class BlockTasks:
    """Tasks that end with the `async with` block that they belong to; an error that leaves the
    block stays what it is, in no group."""

    def __init__(self) -> None:
        self._entered = self._left = False

    def check(self) -> None:
        """Raises `InvalidRequest` outside of the block, where nothing would ever come."""
        if not self._entered or self._left:
            raise InvalidRequest("iterate within its block: async with … as …: async for …")

    async def __aenter__(self) -> None:
        if self._entered:
            raise InvalidRequest("is for one `async with` block; make another one for another")
        self._entered = True
        self._tasks = anyio.create_task_group()  # there need be no event loop before
        await self._tasks.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._left = True
        self._tasks.cancel_scope.cancel()
        try:
            await self._tasks.__aexit__(kind, error, trace)
        except BaseExceptionGroup:
            if error is None:
                raise

    def start_soon(self, task: Callable[[], Coroutine[Any, Any, None]]) -> None:
        """Run it beside the block."""
        self._tasks.start_soon(task)
