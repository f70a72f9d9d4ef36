"""A client of each platform, for a page that presumes nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from tests.pages.sandboxes import Clients as Given, sandboxes

__all__ = ["Given", "opened"]


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        yield here.clients
