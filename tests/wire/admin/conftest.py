"""A client as a user makes one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from commerce_sdk import AdminClient


@pytest_asyncio.fixture
async def admin() -> AsyncIterator[AdminClient]:
    async with AdminClient(token="t0ken", organization="0rg") as client:
        yield client
