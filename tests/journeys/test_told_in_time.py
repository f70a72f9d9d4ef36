"""Whoever waits is told before the platform gives up what was provisioned, whatever is out of
order; and what an error says of whether it can be gone on with, is so."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from commerce_sdk import PermissionDenied, journeys
from commerce_sdk.journeys.window import TELLING
from tests.journeys.answers import answers, slow
from tests.journeys.checkpoints import At
from tests.journeys.test_resume import broken_off
from tests.journeys.test_tokens import edited
from tests.journeys.test_window import at, gone, later, not_ordered
from tests.journeys.two_platforms import TwoPlatforms, another, two_platforms
from tests.support.worlds import cut_after, cut_before

pytestmark = pytest.mark.anyio
LAST = 600 - TELLING


def outage(world: TwoPlatforms, post: Any, look: Any) -> None:
    """Commerce is away from when something was provisioned on."""
    if not world.requests:
        world.places.faults["GET orders"].append(None)
    world.places.always.update({"POST orders": post, "GET orders": look})


# --- an outage that outlasts the time to order


@pytest.mark.parametrize(
    "settings",
    [{}, {"deadline": None}, {"deadline": 300.0}, {"deadline": 5.0}, {"retry": None}],
    ids=["as it is", "no deadline", "300 s", "5 s", "no retries"],
)
@pytest.mark.parametrize(
    "look", [answers(503), answers(404), cut_before], ids=["503", "404", "cut"]
)
@pytest.mark.parametrize(
    "post",
    [answers(503), answers(500), cut_before, answers(429, retry_after="60"), answers(409)],
    ids=["503", "500", "cut", "429", "409"],
)
async def test_by_whatever_is_out_of_order(post: Any, look: Any, settings: dict[str, Any]) -> None:
    async with two_platforms(commerce=settings) as world:
        outage(world, post, look)
        error = await not_ordered(world)
        assert gone(world) <= LAST
        assert world.orders == {}
        assert error.can_resume is (error.maybe_applied or gone(world) < 585)


@pytest.mark.parametrize("place", ["the answer", "the checkpoint"])
async def test_however_long_the_provisioning_took(place: str) -> None:
    """The waits of one call after the other fit into the time in any way."""
    told: list[float] = []
    for seconds in range(0, 60, 3):
        async with two_platforms() as world:
            outage(world, answers(503), answers(503))
            taken = seconds if place == "the answer" else 0
            world.places.faults["POST products"].append(slow(world.manual, 0, after=taken))
            await not_ordered(world, checkpoint=later(world, seconds - taken))
            told.append(gone(world))
    assert max(told) <= LAST


@pytest.mark.parametrize("seconds", [530, 541, 550, 560, 570, 580, 584, 586, 592])
@pytest.mark.parametrize("deadline", [60.0, None])
async def test_gone_on_with_in_the_last_minute(seconds: float, deadline: float | None) -> None:
    async with broken_off("ordering", seconds=seconds) as (first, token):
        settings = {"deadline": deadline}
        async with another(first, **settings) as world:
            outage(world, answers(503), answers(503))
            with pytest.raises(journeys.JourneyFailed) as caught:
                await world.resume(token)
            assert gone(world) <= LAST
        assert (caught.value.maybe_applied, caught.value.can_resume) == (True, True)


# --- by the id that a person found


async def lost(world: TwoPlatforms) -> tuple[str, str]:
    """A journey whose provisioning was taken in, and its answer lost: the token, and the id."""
    world.places.faults["POST products"].append(cut_after)
    with pytest.raises(journeys.ProvisioningUnclear) as caught:
        await world.begin()
    (request_id,) = world.provisionings
    assert caught.value.token is not None
    return caught.value.token, request_id


@pytest.mark.parametrize("deadline", [60.0, None])
@pytest.mark.parametrize("seconds", [0, 500, 580])
async def test_it_cannot_be_asked_for(seconds: float, deadline: float | None) -> None:
    async with two_platforms(admin={"deadline": deadline}) as world:
        token, request_id = await lost(world)
        world.manual.advance(seconds)
        world.places.always["GET status"] = answers(503)
        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.resume(token, request_id=request_id)
        assert gone(world) <= LAST
        error = caught.value
        assert (error.provision_request_id, error.order_by) == (request_id, at(600))
        assert (error.maybe_applied, error.token) == (False, token)
        assert isinstance(error.__cause__, type(error.order_error))
        assert "HTTP 503 from get_provisioning_status" in str(error)
        assert error.can_resume is (gone(world) < 585)
        world.places.always.clear()
        if error.can_resume:
            journey = await world.resume(token, request_id=request_id)
            await journey.result()
        assert len(world.orders) == int(error.can_resume)


async def test_it_may_not_be_asked_for() -> None:
    async with two_platforms() as world:
        token, request_id = await lost(world)
        world.places.always["GET status"] = answers(403)
        with pytest.raises(PermissionDenied) as caught:
            await world.resume(token, request_id=request_id)
        assert "POST orders" not in world.requests
    assert caught.value.token == token


# --- the search that an unclear provisioning is told with


@pytest.mark.parametrize("deadline", [60.0, None])
async def test_a_search_without_end(deadline: float | None) -> None:
    async with two_platforms(deadline=deadline) as world:
        pages = 0

        async def page(request: httpx.Request, below: Any) -> httpx.Response:
            nonlocal pages
            pages += 1
            world.manual.advance(5)
            following = None if pages == 1 else f"c{pages}"
            return httpx.Response(200, json={"data": [], "links": {"next": following}})

        world.places.always["POST workspaces"] = page
        world.places.faults["POST products"].append(cut_before)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.begin()
        assert pages > 5
        assert caught.value.order_by is not None
        assert world.manual.time() <= caught.value.order_by.timestamp()
    assert "what the site has now could not be looked up" in str(caught.value)


# --- whether it can be gone on with


async def test_an_error_says_whether_it_can_be_gone_on_with() -> None:
    async with two_platforms() as world:
        # While there is time.
        world.places.faults["POST orders"].append(answers(403))
        assert (await not_ordered(world)).can_resume is True
    async with two_platforms() as world:
        # The same order would be refused again.
        world.places.faults["POST orders"].append(answers(422))
        error = await not_ordered(world)
        assert (error.can_resume, error.maybe_applied) == (False, False)
        assert "it can be ordered by hand until then" in str(error)
    async with two_platforms() as world:
        # Surely not ordered, and no more time: to resume would say the same.
        error = await not_ordered(world, checkpoint=later(world, 590))
        assert (error.can_resume, error.maybe_applied) == (False, False)
        for _ in range(2):
            assert error.token is not None
            with pytest.raises(journeys.JourneyFailed):
                await world.resume(error.token)
        assert "POST orders" not in world.requests
    async with two_platforms() as world:
        # It may show yet.
        outage(world, answers(503), answers(503))
        error = await not_ordered(world)
        assert (error.can_resume, error.maybe_applied) == (True, True)
    async with two_platforms() as world:
        world.places.faults["POST products"].append(cut_before)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.begin()
        assert caught.value.can_resume is True


async def test_a_journey_that_has_ended_cannot_be_gone_on_with() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.outcome = "FAILED"
        journey = await world.begin()
        said: list[str] = []
        for each in (journey, await world.resume(journey.token)):
            with pytest.raises(journeys.JourneyFailed) as caught:
                await each.result()
            assert caught.value.can_resume is False
            said.append(str(caught.value))
    assert said[0] == said[1]


# --- two machines whose clocks do not agree


@pytest.mark.parametrize(("ahead", "is_sent"), [(0, True), (14, True), (16, False), (3600, False)])
async def test_a_token_from_the_future(ahead: float, is_sent: bool) -> None:
    async with broken_off("ordering") as (world, token):
        sent_at = json.loads(token)["journey"]["sent_at"]
        token = edited(token, journey__sent_at=sent_at + ahead)
        if is_sent:
            await world.resume(token)
        else:
            with pytest.raises(journeys.JourneyFailed) as caught:
                await world.resume(token)
            assert caught.value.maybe_applied is True
        assert ("POST orders" in world.requests) is is_sent
        assert "GET orders" in world.requests


async def test_a_token_from_the_future_of_what_was_ordered() -> None:
    async with two_platforms() as first:
        await first.begin()
        async with another(first) as world:
            world.time.ahead -= 3600
            journey = await world.resume(first.kept.at("ordering"))
            assert "POST orders" not in world.requests
            await journey.result()


async def test_a_clock_that_is_set_back_meanwhile_is_none() -> None:
    async with two_platforms() as world:

        def turned() -> None:
            world.time.ahead -= 3600

        journey = await world.begin(checkpoint=At(stage="ordering", act=turned))
        assert journey.order_by == at(600)
