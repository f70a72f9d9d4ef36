"""A client as a user makes one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from commerce_sdk import StorefrontClient


@pytest_asyncio.fixture
async def shop() -> AsyncIterator[StorefrontClient]:
    async with StorefrontClient(base_url="https://shop.example/v2", token="t0ken") as client:
        yield client
