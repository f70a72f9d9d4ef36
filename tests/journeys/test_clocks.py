"""The time to order on clocks that jump, and with a checkpoint that is slow."""

from __future__ import annotations

from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import journeys
from tests.journeys.answers import answers, slow
from tests.journeys.checkpoints import At
from tests.journeys.test_window import at, later, not_ordered
from tests.journeys.two_platforms import two_platforms

pytestmark = pytest.mark.anyio


# --- clocks that jump


@pytest.mark.parametrize("seconds", [586, 700, 86400])
async def test_a_suspended_process(seconds: float) -> None:
    async with two_platforms() as world:

        def suspended() -> None:
            world.time.ahead += seconds

        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.begin(checkpoint=At(stage="ordering", act=suspended))
        assert "POST orders" not in world.requests
    assert caught.value.maybe_applied is False
    assert caught.value.order_by == at(600)


async def test_suspended_while_it_is_tried() -> None:
    async with two_platforms() as world:

        async def answer(request: httpx.Request, below: Any) -> Any:
            if world.requests.count("POST orders") == 3:
                world.time.ahead += 700
            return await answers(503)(request, below)

        world.places.always["POST orders"] = answer
        error = await not_ordered(world)
        assert world.requests.count("POST orders") == 3
    assert error.maybe_applied is True


async def test_a_date_that_is_set_back_gives_no_more() -> None:
    async with two_platforms() as world:

        def turned() -> None:
            world.time.ahead -= 3600
            world.manual.advance(586)

        error = await not_ordered(world, checkpoint=At(stage="ordering", act=turned))
        assert "POST orders" not in world.requests
    assert error.maybe_applied is False


async def test_a_date_that_is_set_back_takes_nothing_either() -> None:
    async with two_platforms() as world:

        def turned() -> None:
            world.time.ahead -= 3600
            world.manual.advance(500)

        journey = await world.begin(checkpoint=At(stage="ordering", act=turned))
        assert journey.order_by == at(600)
        await journey.result()


# --- a slow checkpoint


async def test_slow_before_the_provisioning() -> None:
    async with two_platforms() as world:
        checkpoint = later(world, 590, "provisioning")
        with pytest.raises(journeys.JourneyFailed, match="nothing was provisioned") as caught:
            await world.begin(checkpoint=checkpoint)
        assert "POST products" not in world.requests
        assert checkpoint.stages == ["started", "provisioning", "started"]
        assert caught.value.maybe_applied is False
        assert caught.value.token == checkpoint.tokens[-1]
        journey = await world.resume(caught.value.token)
        await journey.result()


async def test_slow_before_the_order() -> None:
    async with two_platforms() as world:
        error = await not_ordered(world, checkpoint=later(world, 590))
        assert "POST orders" not in world.requests
    assert error.maybe_applied is False


async def test_hanging_before_the_order() -> None:
    async with two_platforms() as world:
        world.places.faults["POST products"].append(slow(world.manual, 584.9))
        error = await not_ordered(world, checkpoint=At(stage="ordering", act=anyio.sleep_forever))
        assert "POST orders" not in world.requests
    assert error.maybe_applied is False
    assert "keeping the token took too long" in str(error)
