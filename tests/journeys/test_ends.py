"""How a journey ends: its order and its provisioning, each in each way, and its errors as values."""

from __future__ import annotations

import copy
import datetime
import pickle
from collections.abc import Callable
from typing import Any

import pytest

from commerce_sdk import (
    CommerceError,
    DeadlineExceeded,
    OrderFailed,
    PermissionDenied,
    ProvisioningFailed,
    journeys,
)
from commerce_sdk.sandbox import FAILING_OFFERING
from tests.journeys.answers import answers, changed, silent
from tests.journeys.two_platforms import PARENT, TwoPlatforms, two_platforms
from tests.support.worlds import cut_before

pytestmark = pytest.mark.anyio
WAYS = pytest.mark.parametrize("via", ["v2", "v4"])
FAILING = journeys.jira(users=1, offering=FAILING_OFFERING)


def status(value: str) -> Any:
    return changed(lambda body: body["data"].update(status=value))


async def failed(journey: journeys.Journey) -> journeys.JourneyFailed:
    """How a journey failed; asked again, it says the same at once."""
    with pytest.raises(journeys.JourneyFailed) as caught:
        await journey.result()
    assert journey.ended
    error = caught.value
    with pytest.raises(journeys.JourneyFailed) as again:
        await journey.result()
    assert again.value is error
    assert error.provision_request_id == journey.request_id
    assert (error.order_id, error.token) == (journey.order_id, journey.token)
    assert error.order_by == journey.order_by
    assert error.state == journey.state
    return error


@WAYS
async def test_both_succeed(via: str) -> None:
    async with two_platforms() as world:
        journey = await world.begin(via=via)
        assert not journey.ended
        result = await journey.result()
        assert journey.ended
        count = len(world.requests)
        assert await journey.result() is result
        assert len(world.requests) == count
    assert result.order.order_id == journey.order_id
    assert result.provisioning.status == "COMPLETED"
    assert [each.offering for each in result.entitlements] == [
        journeys.JIRA_FAMILY_CONTAINER,
        journeys.JIRA_ENTERPRISE,
    ]
    assert [each.item_id for each in result.entitlements] == ["O1", "O2"]
    assert all(each.entitlement for each in result.entitlements)


@WAYS
async def test_the_order_fails(via: str) -> None:
    async with two_platforms() as world:
        error = await failed(await world.begin(products=[FAILING], via=via))
    assert isinstance(error.order_error, OrderFailed)
    assert error.__cause__ is error.order_error
    assert str(error).startswith("nothing was bought: order ")
    assert error.state is not None
    assert error.state.order is not None


async def test_a_failed_order_ends_it_while_the_provisioning_goes_on() -> None:
    async with two_platforms() as world:
        world.places.always["GET status"] = status("IN_PROGRESS")
        error = await failed(await world.begin(products=[FAILING]))
    assert error.provisioning_error is None
    assert error.order_error is not None


@WAYS
async def test_a_part_of_the_order_fails(via: str) -> None:
    def partly(body: Any) -> None:
        order = body.get("successResult") or body
        for item in (order.get("items") or [])[:1]:
            if item.get("processingInfo"):
                item["processingInfo"]["status"] = "FAIL"

    async with two_platforms() as world:
        world.places.always["GET orders"] = changed(partly)
        error = await failed(await world.begin(via=via))
    assert str(error).startswith("only 1 of 2 items were bought: order ")
    assert isinstance(error.order_error, OrderFailed)


@WAYS
async def test_the_provisioning_fails_and_the_order_is_carried_out(via: str) -> None:
    async with two_platforms() as world:
        world.places.always["GET status"] = status("FAILED")
        journey = await world.begin(via=via)
        error = await failed(journey)
        # The order was followed to its end, though the provisioning had ended before.
        assert journey.order.state is not None
        assert journey.order.ended
    assert isinstance(error.provisioning_error, ProvisioningFailed)
    assert error.order_error is None
    assert error.__cause__ is error.provisioning_error
    text = str(error)
    assert (
        f"the order {error.order_id} was carried out, and what it is for was not provisioned: "
        in text
    )
    assert "turn to the platform's support with both ids, or cancel what was bought" in text
    assert error.state is not None
    assert error.state.provisioning is not None
    assert error.state.provisioning.status == "FAILED"


async def test_both_fail() -> None:
    async with two_platforms() as world:
        world.places.always["GET status"] = status("FAILED")
        error = await failed(await world.begin(products=[FAILING]))
    assert isinstance(error.order_error, OrderFailed)
    assert isinstance(error.provisioning_error, ProvisioningFailed)
    assert "nothing was bought" in str(error)


async def test_a_status_that_nobody_knows_goes_on() -> None:
    async with two_platforms() as world:
        world.places.faults["GET status"].extend([status("HALF_DONE")] * 3)
        journey = await world.begin()
        states = [each async for each in journey.updates()]
        assert (await journey.result()).provisioning.status == "COMPLETED"
    seen = [str(each.provisioning.status) for each in states if each.provisioning]
    assert "HALF_DONE" in seen
    assert seen[-1] == "COMPLETED"


async def test_passing_trouble_is_got_over() -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        for place in ("GET status", "GET orders"):
            world.places.faults[place].extend([answers(503), cut_before, answers(404)] * 3)
        await journey.result()


@pytest.mark.parametrize("place", ["GET status", "GET orders"])
async def test_a_lasting_refusal_is_told(place: str) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        world.places.always[place] = answers(403)
        for call in (journey.result, journey.refresh):
            with pytest.raises(PermissionDenied) as caught:
                await call()
            assert (caught.value.order_id, caught.value.token) == (journey.order_id, journey.token)
        assert not journey.ended
        world.places.always.clear()
        await journey.result()


# --- asking, and waiting


async def test_asked_once() -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        assert journey.state == journeys.JourneyState()
        world.transport.requests.clear()
        state = await journey.refresh()
        assert world.requests == ["GET orders", "GET status"]
        assert state == journey.state
        assert state.provisioning is not None
        assert state.provisioning.status == "IN_PROGRESS"


async def test_a_deadline_that_ends_and_is_gone_on_after() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.provisioning = 300.0
        journey = await world.begin()
        with pytest.raises(DeadlineExceeded, match="deadline of 30 s") as caught:
            await journey.result(deadline=30)
        assert (caught.value.order_id, caught.value.token) == (journey.order_id, journey.token)
        assert journey.order.ended
        assert not journey.ended
        assert (await journey.result()).provisioning.status == "COMPLETED"


async def test_a_look_has_the_deadline_of_its_client() -> None:
    async with two_platforms(deadline=0.05, attempt_timeout=None) as world:
        journey = await world.begin()
        for place in ("GET orders", "GET status"):
            world.places.faults[place].append(silent)
        with pytest.raises(DeadlineExceeded, match=r"deadline of 0\.05 s") as caught:
            await journey.refresh()
        assert caught.value.token == journey.token
        await journey.result(deadline=None)


@pytest.mark.parametrize("wrong", [0, -1, "1", True, float("nan")])
async def test_what_is_no_time(wrong: Any) -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        for name in ("deadline", "poll_interval"):
            for call in (journey.updates, journey.steps):
                with pytest.raises(CommerceError) as caught:
                    call(**{name: wrong})
                assert caught.value.path == name  # type: ignore[attr-defined]
            with pytest.raises(CommerceError) as caught:
                await journey.result(**{name: wrong})
            assert (caught.value.token, caught.value.maybe_applied) == (journey.token, None)


# --- the steps


async def test_the_steps_so_far_and_then_each_as_it_comes() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.provisioning = 30.0
        journey = await world.begin()
        first, again = journey.steps(), journey.steps()
        past = [await anext(first) for _ in range(3)]
        assert past == [await anext(again) for _ in range(3)]
        found, begun, placed = past
        assert isinstance(found, journeys.SiteFound)
        assert begun == journeys.ProvisioningBegun(
            at=begun.at, request_id=journey.request_id, order_by=journey.order_by
        )
        assert placed == journeys.OrderPlaced(
            at=placed.at, order_id=journey.order_id, already_placed=False
        )
        rest = [each async for each in first]
        assert journey.ended
        assert [type(each) for each in rest[:2]] == [
            journeys.OrderChanged,
            journeys.ProvisioningChanged,
        ]
        last = rest[-1]
        assert isinstance(last, journeys.ProvisioningChanged)
        assert last.state.status == "COMPLETED"
        times = [each.at for each in (*past, *rest)]
        assert times == sorted(times)
        assert all(each.tzinfo is datetime.UTC for each in times)
        # Whoever comes late sees the end at once.
        assert [type(each) for each in [each async for each in journey.steps()]][-2:] == [
            journeys.OrderChanged,
            journeys.ProvisioningChanged,
        ]


async def test_the_steps_of_a_failure_end_too() -> None:
    async with two_platforms() as world:
        journey = await world.begin(products=[FAILING], via="v4")
        steps = [each async for each in journey.steps()]
        states = [each.state for each in steps if isinstance(each, journeys.OrderChanged)]
        assert states[-1].status == "FAILED"
        with pytest.raises(journeys.JourneyFailed):
            await journey.result()


async def test_steps_that_run_out_of_time_are_gone_on_with() -> None:
    async with two_platforms() as world:
        world.organization.behaviour.switches.provisioning = 300.0
        journey = await world.begin()
        steps = journey.steps(deadline=10)
        with pytest.raises(DeadlineExceeded):
            [each async for each in steps]
        assert not journey.ended
        late = [each async for each in journey.steps(deadline=None)]
        assert isinstance(late[0], journeys.SiteFound)
        assert journey.ended


# --- errors and handles as values


def errors(world: TwoPlatforms) -> dict[str, Callable[[], Any]]:
    async def order() -> None:
        await (await world.begin(products=[FAILING])).result()

    async def provisioning() -> None:
        world.places.always["GET status"] = status("FAILED")
        await (await world.begin()).result()

    async def late() -> None:
        world.places.always["POST orders"] = answers(503)
        await world.begin()

    async def unclear() -> None:
        world.places.always["POST products"] = cut_before
        await world.begin(site="bare")

    return {each.__name__: each for each in (order, provisioning, late, unclear)}


@pytest.mark.parametrize("name", ["order", "provisioning", "late", "unclear"])
async def test_each_error_can_be_copied_and_carried(name: str) -> None:
    async with two_platforms() as world:
        with pytest.raises(journeys.JourneyFailed) as caught:
            await errors(world)[name]()
    error = caught.value
    assert isinstance(error, CommerceError)
    for other in (copy.copy(error), pickle.loads(pickle.dumps(error))):
        assert type(other) is type(error)
        assert (str(other), repr(other)) == (str(error), repr(error))
        for attribute in (
            *("order_id", "token", "maybe_applied"),
            *("provision_request_id", "order_by", "can_resume"),
        ):
            assert getattr(other, attribute) == getattr(error, attribute), attribute
        assert other.state == error.state
        for part in ("order_error", "provisioning_error"):
            assert str(getattr(other, part)) == str(getattr(error, part))
    assert repr(error).startswith(f"{type(error).__name__}(")
    assert "order_id=" in repr(error)


async def test_a_journey_cannot_be_carried() -> None:
    async with two_platforms() as world:
        journey = await world.begin()
        with pytest.raises(TypeError, match=r"carry its token; journeys\.resume"):
            pickle.dumps(journey)
        with pytest.raises(TypeError, match="carry the journey's token"):
            pickle.dumps(journey.steps())
        assert repr(journey) == (
            f"Journey(order_id={journey.order_id!r}, request_id={journey.request_id!r})"
        )
        assert repr(journeys.Journey.__new__(journeys.Journey)) == "Journey()"
        assert copy.copy(journey).token == journey.token


async def test_what_is_found_can_be_carried() -> None:
    async with two_platforms() as world:
        journey = await world.begin(products=[journeys.jira(users=1, parent=PARENT)])
        steps = [each async for each in journey.steps()]
        result = await journey.result()
    for each in (*steps, result):
        assert pickle.loads(pickle.dumps(each)) == each
