"""What is seen and said while a journey is followed: both parts, though one is in trouble; what
every error knows; and an end that is told again and again."""

from __future__ import annotations

import traceback
from typing import Any

import pytest

from commerce_sdk import CommerceError, DeadlineExceeded, PermissionDenied, journeys
from commerce_sdk.sandbox import FAILING_OFFERING
from tests.journeys.answers import answers
from tests.journeys.test_ends import status
from tests.journeys.two_platforms import two_platforms
from tests.support.worlds import cut_before

pytestmark = pytest.mark.anyio
TROUBLE = pytest.mark.parametrize(
    "trouble", [answers(503), answers(404), cut_before], ids=["503", "404", "cut"]
)


# --- both are looked at, though one of them is in trouble


@TROUBLE
async def test_the_provisioning_shows_while_the_order_does_not(trouble: Any) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always["GET orders"] = trouble
        with pytest.raises(DeadlineExceeded) as caught:
            [each async for each in journey.updates(deadline=300)]
        assert journey.state.order is None
        assert journey.state.provisioning is not None
        assert journey.state.provisioning.status == "COMPLETED"
        assert str(caught.value.advice) == (
            f"order {journey.order_id} stands at nothing that was seen, provisioning "
            f"{journey.request_id} at COMPLETED; both go on, and so can you, with the token"
        )
        world.places.always.clear()
        await journey.result()


@TROUBLE
async def test_the_order_shows_while_the_provisioning_does_not(trouble: Any) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always["GET status"] = trouble
        steps: list[journeys.Step] = []

        async def follow() -> None:
            async for step in journey.steps(deadline=300):
                steps.append(step)

        with pytest.raises(DeadlineExceeded) as caught:
            await follow()
        changes = [each for each in steps if isinstance(each, journeys.OrderChanged)]
        assert set(changes[-1].items) == {"SUCCESS"}
        assert str(caught.value.advice) == (
            f"order {journey.order_id} stands at SUCCESS, SUCCESS, provisioning "
            f"{journey.request_id} at nothing that was seen; both go on, and so can you, with the "
            "token"
        )
        world.places.always.clear()
        await journey.result()


@TROUBLE
async def test_both_in_trouble(trouble: Any) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always["GET orders"] = world.places.always["GET status"] = trouble
        with pytest.raises(CommerceError) as caught:
            await journey.refresh()
        assert not isinstance(caught.value, DeadlineExceeded)
        assert caught.value.provision_request_id == journey.request_id
        assert {"GET orders", "GET status"} <= {*world.requests}
        world.places.always.clear()
        await journey.result()


@TROUBLE
async def test_asked_once_with_one_in_trouble(trouble: Any) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always["GET orders"] = trouble
        state = await journey.refresh()
        assert state.order is None
        assert state.provisioning is not None


async def test_a_failed_order_ends_it_though_the_provisioning_is_in_trouble() -> None:
    async with two_platforms() as world:
        failing = journeys.jira(users=1, offering=FAILING_OFFERING)
        journey = await world.begin(products=[failing])
        world.places.always["GET status"] = answers(503)
        with pytest.raises(journeys.JourneyFailed, match="nothing was bought"):
            await journey.result(deadline=300)


# --- what every error of following knows


@pytest.mark.parametrize("call", ["result", "updates", "steps", "refresh"])
@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("GET orders", answers(403)),
        ("GET status", answers(403)),
        ("GET status", status("IN_PROGRESS")),
        ("GET status", status("FAILED")),
    ],
    ids=["the order may not be seen", "nor the provisioning", "it goes on", "it fails"],
)
async def test_every_error_has_both_ids(place: str, fault: Any, call: str) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always[place] = fault

        async def follow() -> None:
            if call == "refresh":
                await journey.refresh()
                await journey.result(deadline=100)
            elif call == "result":
                await journey.result(deadline=100)
            else:
                [each async for each in getattr(journey, call)(deadline=100)]
                await journey.result()

        with pytest.raises((PermissionDenied, DeadlineExceeded, journeys.JourneyFailed)) as caught:
            await follow()
    error = caught.value
    assert error.provision_request_id == journey.request_id
    assert (error.order_id, error.token) == (journey.order_id, journey.token)
    if isinstance(error, DeadlineExceeded):
        assert f"provisioning {journey.request_id} at IN_PROGRESS" in str(error)
        assert f"order {journey.order_id} stands at SUCCESS, SUCCESS" in str(error)


# --- an end that is told again


async def test_an_end_that_is_told_again_keeps_nobodys_frames() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.outcome = "FAILED"
        journey = await world.begin()
        frames: list[int] = []
        for _ in range(20):
            with pytest.raises(journeys.JourneyFailed) as caught:
                await journey.result()
            frames.append(len(traceback.extract_tb(caught.value.__traceback__)))
    assert frames[1:] == frames[1:2] * 19


@pytest.mark.parametrize("via", ["v2", "v4"])
async def test_the_steps_of_a_journey_that_is_gone_on_with(via: str) -> None:
    async with two_platforms() as world:
        begun = await world.begin(via=via)
        journey = await world.resume(begun.token)
        first, *rest = [each async for each in journey.steps()]
        assert first == journeys.OrderPlaced(
            at=first.at, order_id=begun.order_id, already_placed=True
        )
        assert isinstance(rest[-1], journeys.ProvisioningChanged)
        assert not [each for each in rest if isinstance(each, journeys.OrderPlaced)]
