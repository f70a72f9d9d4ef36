"""A real Redis for the tests of limits: one for each file, and emptied for who asks it itself."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from typing import Any

import pytest
import pytest_asyncio

from tests.support.redis import RedisServer


@pytest.fixture(scope="module")
def redis(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RedisServer]:
    server = RedisServer(tmp_path_factory.mktemp("redis"))
    server.start()
    yield server
    server.stop()


@pytest_asyncio.fixture
async def raw(redis: RedisServer) -> AsyncIterator[Any]:
    from redis.asyncio import Redis

    async with Redis.from_url(redis.url, decode_responses=True) as client:
        await client.flushall()
        yield client
