"""Tasks side by side."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import anyio


async def twice_at_once(step: Callable[[], Awaitable[Any]]) -> None:
    """Run a step in two tasks."""
    async with anyio.create_task_group() as tasks:
        for _ in range(2):
            tasks.start_soon(step)
