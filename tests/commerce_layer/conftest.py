"""Commerce Layer of the sandbox, for each test its own."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from commerce_sdk import CommerceLayerClient
from tests.support.commerce_layer import LayerWorld, commerce_layer


@pytest.fixture
async def here() -> AsyncIterator[LayerWorld]:
    async with commerce_layer() as each:
        yield each


@pytest.fixture
async def layer(here: LayerWorld) -> CommerceLayerClient:
    return await here.client()
