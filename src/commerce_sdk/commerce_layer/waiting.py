"""Waits for what a person, or the world, does in its own time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from commerce_sdk import defaults
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.errors import NotFound
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.handle import Handle, Progress

R = TypeVar("R", bound=Resource)

_MISSES = 3
"""Times in a row that what was seen before is not found; then it is gone, not out of sight."""


class Waiting(Handle[R, R], Generic[R]):
    """A resource that is waited for. Nothing says how long it may take, so `result` has no deadline
    but the one that it is given, and the pauses between looks grow up to five minutes."""

    _interval_cap = defaults.PERSON_INTERVAL_CAP

    async def result(
        self, *, deadline: float | None = None, poll_interval: float | None = None
    ) -> R:
        """Wait for the end and return the resource.

        Args:
            deadline: Seconds for all of it; left out, as long as it takes.
            poll_interval: Seconds between two looks; left out, short at first, then longer.

        Raises:
            NotFound: it was deleted meanwhile.
            CommerceError: as `Handle.result` does.
        """
        return await super().result(deadline=deadline, poll_interval=poll_interval)


async def waiting(
    core: Core,
    id: str,
    read: Callable[[Context], Awaitable[R]],
    judge: Callable[[R], Progress[R, R]],
) -> Waiting[R]:
    """The handle of a resource, after one look: `read` reads it, and `judge` tells where it
    stands."""
    misses = 0

    async def look(context: Context) -> Progress[R, R]:
        nonlocal misses
        try:
            found = await read(context)
        except NotFound as error:
            misses += 1
            if misses >= _MISSES and handle.state is not None:
                return Progress(state=handle.state, failure=error)
            raise
        misses = 0
        return judge(found)

    handle = Waiting[R](core, look, ids={"id": id})
    await handle.refresh()
    return handle
