"""Both clients speak to one server, unless it is said that they are meant not to."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import InvalidRequest
from tests.journeys.two_platforms import another, two_platforms

pytestmark = pytest.mark.anyio
ELSEWHERE: dict[str, Any] = {"commerce": {"base_url": "http://localhost/commerce/api"}}


@pytest.mark.parametrize("journey", ["begin", "install", "resume"])
async def test_two_servers(journey: str) -> None:
    async with two_platforms() as world, another(world, **ELSEWHERE) as apart:
        await world.begin()
        given = [world.kept.at("ordering")] if journey == "resume" else []
        with pytest.raises(InvalidRequest) as caught:
            await getattr(apart, journey)(*given)
        assert apart.requests == []
        error = caught.value
        assert error.path == "admin"
        assert error.maybe_applied is (None if journey == "resume" else False)
        assert (
            "the organization is at http://127.0.0.1, and what is ordered at http://localhost: "
            in str(error)
        )
        assert "Give across_origins=True where that is meant" in str(error)
        await getattr(apart, journey)(*given, across_origins=True)
        assert apart.requests != []


async def test_one_server_in_other_words() -> None:
    same: dict[str, Any] = {"commerce": {"base_url": "http://127.0.0.1:80/commerce/api/"}}
    async with two_platforms() as world, another(world, **same) as here:
        await (await here.begin()).result()
