"""Waiting in line, first come first served, in each event loop."""

from __future__ import annotations

from collections import deque
from collections.abc import Awaitable, Callable

import anyio
import anyio.lowlevel

from commerce_sdk.clock import Clock
from commerce_sdk.runtime.deadline import Deadline


class Lines:
    """One line for each key in each event loop. Only who stands first tries to take a place."""

    def __init__(self) -> None:
        self._lines: dict[tuple[object, str], deque[anyio.Event]] = {}

    def __len__(self) -> int:
        return len(self._lines)

    def is_free(self, key: str) -> bool:
        """Does nobody wait here for this?"""
        return (anyio.lowlevel.current_token(), key) not in self._lines

    async def wait(
        self, key: str, take: Callable[[], Awaitable[float]], deadline: Deadline, clock: Clock
    ) -> None:
        """Wait until it is one's turn and `take` gives a place (it returns 0, or the seconds after
        which to try again). Who is cancelled leaves the line and takes nothing.

        Raises `DeadlineExceeded` as soon as it is certain that no place comes in time.
        """
        here = (anyio.lowlevel.current_token(), key)
        line = self._lines.setdefault(here, deque())
        turn = anyio.Event()
        line.append(turn)
        line[0].set()
        try:
            with anyio.move_on_after(deadline.remaining()):
                await turn.wait()
                while seconds := await take():
                    if not deadline.allows(seconds):
                        break
                    await clock.sleep(seconds)
                else:
                    return
        finally:
            line.remove(turn)
            if line:
                line[0].set()
            else:
                del self._lines[here]
        raise deadline.error("waiting for its turn under the rate limit")
