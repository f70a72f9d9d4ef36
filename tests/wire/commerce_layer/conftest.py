"""A client as a user makes one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from commerce_sdk import CommerceLayerClient


@pytest_asyncio.fixture
async def layer() -> AsyncIterator[CommerceLayerClient]:
    async with CommerceLayerClient(token="t0ken") as client:
        yield client
