"""The time in which what was provisioned has to be ordered, on a virtual clock."""

from __future__ import annotations

import datetime
from typing import Any

import httpx
import pytest

from commerce_sdk import ConnectionFailed, RateLimited, journeys
from commerce_sdk.errors import TooLate
from tests.journeys.answers import answers, lost, silent, slow
from tests.journeys.checkpoints import At
from tests.journeys.two_platforms import TwoPlatforms, two_platforms
from tests.support.worlds import cut_after, cut_before, half_a_body, html_after, refused

pytestmark = pytest.mark.anyio
WAYS = pytest.mark.parametrize("via", ["v2", "v4"])
BEGAN = 1_750_000_000.0
"""When the sandbox's clock begins."""


def at(seconds: float) -> datetime.datetime:
    """So many seconds after the beginning."""
    return datetime.datetime.fromtimestamp(BEGAN + seconds, datetime.UTC)


def gone(world: TwoPlatforms) -> float:
    """Seconds since the beginning."""
    return world.manual.time() - BEGAN


def later(world: TwoPlatforms, seconds: float, stage: str = "ordering") -> At:
    """A checkpoint that takes so many seconds at a stage."""
    return At(stage=stage, act=lambda: world.manual.advance(seconds))


async def not_ordered(world: TwoPlatforms, **journey: Any) -> journeys.JourneyFailed:
    """The failure of a journey that provisioned and did not order, told before it is too late."""
    with pytest.raises(journeys.JourneyFailed) as caught:
        await world.begin(**journey)
    error = caught.value
    assert type(error) is journeys.JourneyFailed
    assert error.order_by == at(600)
    assert [error.provision_request_id] == [*world.provisionings]
    assert error.order_id is not None
    assert error.token is not None
    assert '"stage":"ordering"' in error.token
    return error


# --- to the second


@WAYS
async def test_sent_at_the_last_moment(via: str) -> None:
    async with two_platforms() as world:
        journey = await world.begin(via=via, checkpoint=later(world, 584))
        assert gone(world) == 584
        assert (await journey.result()).provisioning.status == "COMPLETED"


@WAYS
async def test_nothing_is_sent_within_the_margin(via: str) -> None:
    async with two_platforms() as world:
        error = await not_ordered(world, via=via, checkpoint=later(world, 586))
        assert "POST orders" not in world.requests
        assert gone(world) == 586
    assert error.maybe_applied is False
    assert isinstance(error.order_error, TooLate)
    assert error.__cause__ is error.order_error
    text = str(error)
    assert text.startswith(
        f"the provisioning {error.provision_request_id} was begun at 2025-06-15 "
    )
    assert "and it was not ordered: " in text
    assert "the platform gives it up at 2025-06-15 15:16:40 UTC; nothing more is sent" in text


@WAYS
async def test_that_arrives_at_nine_fifty_nine(via: str) -> None:
    async with two_platforms() as world:
        world.places.faults["POST orders"].append(slow(world.manual, 15))
        journey = await world.begin(via=via, checkpoint=later(world, 584))
        assert (await journey.result()).provisioning.status == "COMPLETED"
        (order,) = world.sales.behaviour.orders.held.values()
    assert order.created_at == BEGAN + 599


@WAYS
async def test_that_arrives_at_ten_o_one(via: str) -> None:
    async with two_platforms() as world:
        world.places.faults["POST orders"].append(slow(world.manual, 17))
        journey = await world.begin(via=via, checkpoint=later(world, 584))
        with pytest.raises(journeys.JourneyFailed, match="nothing was bought") as caught:
            await journey.result()
        (order,) = world.sales.behaviour.orders.held.values()
        status = await world.admin.provisioning.get(journey.request_id)
    assert order.created_at == BEGAN + 601
    assert caught.value.order_error is not None
    assert status.status == "FAILED"


async def test_an_app_has_as_long() -> None:
    async with two_platforms() as world:
        journey = await world.install(checkpoint=later(world, 584))
        assert journey.order_by == at(600)
        with pytest.raises(journeys.JourneyFailed):
            await world.install(checkpoint=later(world, 586))
        assert world.requests.count("POST orders") == 1


async def test_the_window_begins_before_the_provisioning_is_sent() -> None:
    async with two_platforms() as world:
        world.places.faults["POST products"].append(slow(world.manual, 20, after=20))
        journey = await world.begin(checkpoint=later(world, 30, "provisioning"))
        # The platform counts from when it came; the SDK from before it told anybody.
        (provisioning,) = world.provisionings.values()
        begun = [each async for each in journey.steps()][1]
    assert provisioning["made_at"] == BEGAN + 50
    assert journey.order_by == at(600)
    assert isinstance(begun, journeys.ProvisioningBegun)
    assert (begun.at, begun.order_by) == (at(70), at(600))


async def test_look_ups_cost_none_of_it() -> None:
    async with two_platforms() as world:
        world.places.faults["POST workspaces"].append(slow(world.manual, 550))
        journey = await world.begin()
        assert journey.order_by == at(1150)


# --- a slow platform


async def test_a_provisioning_that_is_answered_after_minutes() -> None:
    async with two_platforms(deadline=None, attempt_timeout=None) as world:
        world.places.faults["POST products"].append(slow(world.manual, 0, after=300))
        journey = await world.begin()
        assert gone(world) == 300
        await journey.result()


async def test_a_provisioning_that_is_answered_too_late() -> None:
    async with two_platforms(deadline=None, attempt_timeout=None) as world:
        world.places.faults["POST products"].append(slow(world.manual, 0, after=590))
        error = await not_ordered(world)
        assert "POST orders" not in world.requests
    assert error.maybe_applied is False


async def test_a_provisioning_that_is_never_answered() -> None:
    async with two_platforms(deadline=None, attempt_timeout=0.05) as world:
        world.places.faults["POST products"].append(silent)
        with pytest.raises(journeys.ProvisioningUnclear):
            await world.begin()


async def test_the_wait_for_its_answer_ends_with_the_window() -> None:
    async with two_platforms(deadline=None, attempt_timeout=None) as world:
        world.places.faults["POST products"].append(silent)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.begin(checkpoint=later(world, 584.9, "provisioning"))
    assert caught.value.order_by == at(600)


async def test_orders_that_are_never_answered() -> None:
    async with two_platforms(attempt_timeout=0.01) as world:
        world.places.always["POST orders"] = slow(world.manual, 20, then=silent)
        error = await not_ordered(world)
        assert 585 <= gone(world) < 600
        assert world.requests.count("POST orders") > 10
        assert "GET orders" in world.requests
        assert world.requests[-1] == "GET orders"
    assert error.maybe_applied is True
    assert "and whether it was ordered is not known: " in str(error)
    assert "nothing more is sent; resume(token) looks for the order once more" in str(error)


# --- limits and outages


async def test_limits_that_end_in_time() -> None:
    async with two_platforms() as world:
        world.places.faults["POST orders"].extend([answers(429, retry_after="60")] * 9)
        journey = await world.begin()
        assert world.requests.count("POST orders") == 10
        assert 540 <= gone(world) < 585
        await journey.result()
        assert world.order_receipts == 1


@WAYS
async def test_limits_that_do_not_end(via: str) -> None:
    async with two_platforms() as world:
        world.places.always["POST orders"] = answers(429, retry_after="60")
        error = await not_ordered(world, via=via)
        assert world.requests.count("POST orders") == 10
        assert gone(world) < 585
    assert error.maybe_applied is False
    assert isinstance(error.order_error, TooLate)
    assert isinstance(error.order_error.__cause__, RateLimited)
    assert "until 2025-06-15 15:16:25 UTC resume(token) tries again" in str(error)


@WAYS
async def test_an_outage_of_minutes(via: str) -> None:
    async with two_platforms() as world:

        async def answer(request: httpx.Request, below: Any) -> Any:
            ends = gone(world) > 400
            return await (
                below.handle_async_request(request) if ends else answers(503)(request, below)
            )

        world.places.always["POST orders"] = answer
        journey = await world.begin(via=via)
        assert 400 < gone(world) < 585
        await journey.result()
        assert (world.order_receipts, len(world.orders)) == (1, 1)


@WAYS
@pytest.mark.parametrize("looks", [True, False], ids=["it can be looked for", "it cannot"])
async def test_an_outage_that_does_not_end(via: str, looks: bool) -> None:
    async with two_platforms() as world:
        world.places.always["POST orders"] = answers(503)
        if not looks:
            world.places.faults["GET orders"].append(None)  # before anything is provisioned
            world.places.always["GET orders"] = answers(503)
        error = await not_ordered(world, via=via)
        assert 560 < gone(world) <= 595
        assert world.orders == {}
    assert error.maybe_applied is True
    assert error.order_error is not None
    assert "is not known" in str(error)
    assert looks or "the last look met: HTTP 503" in str(error)


async def test_no_connection_at_all() -> None:
    async with two_platforms() as world:
        world.places.always["POST orders"] = refused
        error = await not_ordered(world)
        assert 560 < gone(world) < 600
    assert error.maybe_applied is False
    assert "and it was not ordered: " in str(error)


async def test_what_is_refused_for_good_is_told_at_once() -> None:
    async with two_platforms() as world:
        world.places.always["POST orders"] = answers(403)
        error = await not_ordered(world)
        assert gone(world) < 5
        assert world.requests.count("POST orders") == 1
    assert error.maybe_applied is False
    assert "HTTP 403 from create_order" in str(error)
    assert "until 2025-06-15 15:16:25 UTC resume(token) tries again" in str(error)


# --- connections that are cut


@WAYS
@pytest.mark.parametrize("fault", [cut_before, cut_after, half_a_body, html_after, refused])
async def test_a_connection_that_is_cut(via: str, fault: Any) -> None:
    async with two_platforms() as world:
        world.places.faults["POST orders"].append(fault)
        journey = await world.begin(via=via)
        assert len(world.orders) == 1
        assert world.order_receipts == 1
        assert (await journey.result()).provisioning.status == "COMPLETED"


@WAYS
@pytest.mark.parametrize("fault", [None, half_a_body, html_after])
async def test_cut_at_the_closing_and_there(via: str, fault: Any) -> None:
    async with two_platforms() as world:
        cut = slow(world.manual, 5, then=fault) if fault else lost(world.manual, 5, arrives=True)
        world.places.faults["POST orders"].append(cut)
        journey = await world.begin(via=via, checkpoint=later(world, 584))
        assert world.requests[-1] == "GET orders"
        assert world.requests.count("POST orders") == 1
        await journey.result()


@WAYS
async def test_cut_at_the_closing_and_not_there(via: str) -> None:
    async with two_platforms() as world:
        world.places.faults["POST orders"].append(lost(world.manual, 2, arrives=False))
        error = await not_ordered(world, via=via, checkpoint=later(world, 584))
        assert world.requests.count("POST orders") == 1
        assert world.requests.count("GET orders") > 1
        assert 586 <= gone(world) <= 595
    assert error.maybe_applied is True
    assert isinstance(error.order_error, TooLate | ConnectionFailed)


async def test_it_is_looked_for_no_longer_than_that_without_a_deadline_too() -> None:
    async with two_platforms(deadline=None) as world:
        world.places.faults["POST orders"].append(lost(world.manual, 2, arrives=False))
        error = await not_ordered(world, checkpoint=later(world, 584))
        assert gone(world) <= 595
    assert error.maybe_applied is True


async def test_in_flight_at_the_closing_and_found() -> None:
    async def arrives(request: httpx.Request, below: Any) -> Any:
        await below.handle_async_request(request)
        return await silent(request, below)

    async with two_platforms() as world:
        world.places.faults["POST orders"].append(arrives)
        # The attempt is cut by the closing: a tenth of a second of the machine's.
        journey = await world.begin(checkpoint=later(world, 584.9))
        # Whether it is there, and then what it is for.
        assert world.requests[-3:] == ["POST orders", "GET orders", "GET orders"]
        await journey.result()
