"""A journey whose two handles are followed by themselves ends as one that is followed as a whole."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest

from commerce_sdk import CommerceError, journeys
from tests.journeys.two_platforms import TwoPlatforms, two_platforms

pytestmark = pytest.mark.anyio

Look = Callable[[Any], Awaitable[object]]


async def waited(handle: Any) -> None:
    with suppress(CommerceError):
        await handle.result()


async def updated(handle: Any) -> None:
    async for _ in handle.updates(poll_interval=5):
        pass


LOOKS = {"result": waited, "updates": updated}
ORDERS = {"the order first": (0, 1), "the provisioning first": (1, 0)}


async def both(world: TwoPlatforms, look: Look, order: tuple[int, int]) -> journeys.Journey:
    journey = await world.begin()
    handles = (journey.order, journey.provisioning)
    for place in order:
        await look(handles[place])
    assert journey.order.ended
    assert journey.provisioning.ended
    world.transport.requests.clear()
    return journey


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
async def test_both_ended(look: Look, order: tuple[int, int]) -> None:
    async with two_platforms() as world:
        journey = await both(world, look, order)
        result = await journey.result(deadline=10)
        assert world.requests == []
        assert str(result.provisioning.status) == "COMPLETED"
        assert [step async for step in journey.steps()][-1].at is not None
        assert journey.ended


async def test_the_provisioning_failed() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.outcome = "FAILED"
        journey = await both(world, waited, (0, 1))
        with pytest.raises(journeys.JourneyFailed, match="was not provisioned"):
            await journey.result(deadline=10)


async def test_only_one_of_them_was_waited_for() -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        await waited(journey.order)
        await journey.result(deadline=600)
        assert journey.ended
