"""The first thing that a journey asks is whether Commerce has its order: what Commerce cannot be
asked, it could not be told either, and that comes to light before anything is provisioned."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import (
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    PermissionDenied,
    ServerError,
    Unauthenticated,
    journeys,
)
from tests.journeys.answers import answers
from tests.journeys.two_platforms import PARENT, TwoPlatforms, two_platforms
from tests.support.worlds import refused

pytestmark = pytest.mark.anyio
JOURNEYS: list[dict[str, Any]] = [
    {},
    {"via": "v4"},
    # With nothing to look up but this.
    {"container": PARENT, "new_site": False, "timezone": None},
    {"order_id": "11111111-2222-4333-8444-555555555555"},
]
EACH = pytest.mark.parametrize("journey", JOURNEYS, ids=["v2", "v4", "container", "own id"])


async def failed(world: TwoPlatforms, journey: dict[str, Any]) -> CommerceError:
    """How a journey failed before anything was provisioned; nothing else was asked."""
    with pytest.raises(CommerceError) as caught:
        await world.begin(**journey)
    assert set(world.requests) <= {"GET orders"}
    assert world.kept.stages == ["started"]
    error = caught.value
    assert not isinstance(error, journeys.JourneyFailed)
    assert (error.maybe_applied, error.token) == (False, world.kept.tokens[0])
    assert error.order_id is not None
    return error


@EACH
@pytest.mark.parametrize(
    ("fault", "expected"),
    [
        (answers(401), Unauthenticated),
        (answers(403), PermissionDenied),
        (answers(503), ServerError),
        (refused, ConnectionFailed),
    ],
    ids=["401", "403", "503", "refused"],
)
async def test_commerce_cannot_be_asked(
    journey: dict[str, Any], fault: Any, expected: type[CommerceError]
) -> None:
    async with two_platforms() as world:
        world.places.always["GET orders"] = fault
        assert isinstance(await failed(world, journey), expected)
        world.places.always.clear()
        await (await world.resume(world.kept.tokens[0])).result()
        assert (len(world.provisionings), len(world.orders)) == (1, 1)


@EACH
async def test_a_client_of_commerce_that_is_closed(journey: dict[str, Any]) -> None:
    async with two_platforms() as world:
        await world.commerce.aclose()
        assert isinstance(await failed(world, journey), ClientClosed)
        assert world.requests == []


@pytest.mark.parametrize("given", [{"token": "wrong"}, {"transaction_account": PARENT}])
async def test_a_client_that_commerce_does_not_know(given: dict[str, Any]) -> None:
    async with two_platforms(commerce=given) as world:
        with pytest.raises(CommerceError):
            await world.begin(container=PARENT, new_site=False, timezone=None)
        assert world.provisionings == {}
        assert "POST products" not in world.requests


async def test_an_app_too() -> None:
    async with two_platforms() as world:
        world.places.always["GET orders"] = answers(403)
        with pytest.raises(PermissionDenied) as caught:
            await world.install()
        assert world.requests == ["GET orders"]
    assert caught.value.maybe_applied is False
