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


STAGES = ["started", "provisioning", "ordering", "following"]


@pytest.mark.parametrize("stage", STAGES)
async def test_a_token_of_another_server(stage: str) -> None:
    """What was provisioned in one world is not ordered in another."""
    there: dict[str, Any] = {
        "admin": {"base_url": "http://localhost/admin"},
        "commerce": {"base_url": "http://localhost/commerce/api"},
    }
    async with two_platforms() as world, two_platforms(**there) as elsewhere:
        await world.begin()
        token = world.kept.at(stage)
        with pytest.raises(InvalidRequest) as caught:
            await elsewhere.resume(token)
        assert (caught.value.path, caught.value.maybe_applied) == ("token", None)
        assert (
            "is of a journey at http://127.0.0.1, and the client is for http://localhost. "
            in str(caught.value)
        )
        assert (elsewhere.requests, elsewhere.provisionings) == ([], {})
        async with another(world, **there) as moved:
            for wrong in ("yes", 1, None):
                with pytest.raises(InvalidRequest) as caught:
                    await moved.resume(token, across_origins=wrong)
                assert caught.value.path == "across_origins"
            more = {"provision_again": True} if stage == "provisioning" else {}
            journey = await moved.resume(token, across_origins=True, **more)
            await journey.result()
        assert world.order_receipts == 1


async def test_a_token_of_two_servers_is_for_those_two() -> None:
    async with two_platforms() as world, another(world, **ELSEWHERE) as apart:
        await apart.begin(across_origins=True)
        token = apart.kept.at("ordering")
        # At one server it is not what it was, though the two clients are.
        with pytest.raises(InvalidRequest, match="is of a journey at http://localhost") as caught:
            await world.resume(token)
        assert caught.value.path == "token"
        await world.resume(token, across_origins=True)


async def test_one_server_in_other_words() -> None:
    same: dict[str, Any] = {"commerce": {"base_url": "http://127.0.0.1:80/commerce/api/"}}
    async with two_platforms() as world, another(world, **same) as here:
        journey = await here.begin()
        await journey.result()
        await world.resume(journey.token)
