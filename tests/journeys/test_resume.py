"""Going on with a journey by its token, at each stage, in another process."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest

from commerce_sdk import (
    CommerceError,
    InvalidRequest,
    NotFound,
    ServerError,
    journeys,
)
from tests.journeys.answers import answers, changed
from tests.journeys.checkpoints import At, Crash, crash
from tests.journeys.two_platforms import ON_ACME, TwoPlatforms, another, two_platforms
from tests.support.worlds import VirtualClock, cut_after, cut_before

pytestmark = pytest.mark.anyio
WAYS = pytest.mark.parametrize("via", ["v2", "v4"])
JOURNEYS = pytest.mark.parametrize("journey", ["new site", "site", "app"])


class OtherClock(VirtualClock):
    """The clock of another machine, which was begun at another time."""

    def monotonic(self) -> float:
        return super().monotonic() - 1_700_000_000.0


async def begin(world: TwoPlatforms, journey: str, **changes: Any) -> journeys.Journey:
    if journey == "app":
        return await world.install(**changes)
    if journey == "site":
        return await world.begin(**{**ON_ACME, "new_site": False, "timezone": None, **changes})
    return await world.begin(**changes)


@asynccontextmanager
async def broken_off(
    stage: str, journey: str = "new site", *, seconds: float = 0, **changes: Any
) -> AsyncIterator[tuple[TwoPlatforms, str]]:
    """A journey that ended at a stage, so many seconds ago: another process, and the token."""
    async with two_platforms() as first:
        checkpoint = At(stage=stage, act=crash)
        with pytest.raises(Crash):
            await begin(first, journey, checkpoint=checkpoint, **changes)
        first.manual.advance(seconds)
        async with another(first, clock=OtherClock(first.manual)) as world:
            yield world, checkpoint.tokens[-1]


# --- each stage


@JOURNEYS
async def test_that_nothing_was_sent_of(journey: str) -> None:
    async with broken_off("started", journey) as (world, token):
        resumed = await world.resume(token)
        assert json.loads(token)["journey"]["plan"]["order_id"] == resumed.order_id
        assert (len(world.provisionings), len(world.orders)) == (1, 1)
        assert world.kept.stages == ["started", "provisioning", "ordering", "following"]
        await resumed.result()


@JOURNEYS
async def test_whose_provisioning_may_have_been_sent(journey: str) -> None:
    async with broken_off("provisioning", journey) as (world, token):
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.resume(token)
        assert world.provisionings == {}
        assert not [each for each in world.requests if each in ("POST products", "POST apps")]
    error = caught.value
    assert (error.token, error.maybe_applied) == (token, True)
    assert error.order_by is not None
    assert error.provision_request_id is None
    assert len(error.workspaces) == (0 if journey == "new site" else 1)
    text = str(error)
    assert "may have been sent at 2025-06-15 15:06:40 UTC and its answer is lost" in text
    assert "nothing was ordered" in text
    assert "which gives it up at 2025-06-15 15:16:40 UTC; now " in text
    assert "resume(token, request_id=…) goes on" in text
    assert "resume(token, provision_again=True) sends it once more" in text


@JOURNEYS
async def test_provisioned_again_by_a_persons_word(journey: str) -> None:
    async with broken_off("provisioning", journey, seconds=3000) as (world, token):
        resumed = await world.resume(token, provision_again=True)
        assert (len(world.provisionings), len(world.orders)) == (1, 1)
        # It has a time of its own.
        assert resumed.order_by.timestamp() == world.manual.time() + 600
        await resumed.result()


@JOURNEYS
async def test_found_by_a_person(journey: str) -> None:
    async with two_platforms() as first:
        place = "POST apps" if journey == "app" else "POST products"
        first.places.faults[place].append(cut_after)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await begin(first, journey)
        (request_id,) = first.provisionings
        async with another(first) as world:
            assert caught.value.token is not None
            resumed = await world.resume(caught.value.token, request_id=request_id)
            assert resumed.request_id == request_id
            assert (len(world.provisionings), len(world.orders)) == (1, 1)
            assert (await resumed.result()).provisioning.status == "COMPLETED"


async def test_a_wrong_id_is_not_ordered_for() -> None:
    async with broken_off("provisioning") as (world, token):
        with pytest.raises(NotFound) as caught:
            await world.resume(token, request_id="nobody-knows-it")
        assert caught.value.token == token
        assert world.orders == {}


@pytest.mark.parametrize("status", ["FAILED", "COMPLETED"])
async def test_what_has_ended_is_not_ordered_for(status: str) -> None:
    async with broken_off("provisioning") as (world, token):
        again = await world.resume(token, provision_again=True)
        world.places.always["GET orders"] = answers(404)
        world.places.always["GET status"] = changed(lambda body: body["data"].update(status=status))
        with pytest.raises(InvalidRequest) as caught:
            await world.resume(token, request_id=again.request_id)
        assert caught.value.path == "request_id"
        assert caught.value.maybe_applied is None  # the order may be there all the same
        assert f"ended as {status}; nothing is ordered for it" in str(caught.value)


@WAYS
@JOURNEYS
@pytest.mark.parametrize("seconds", [0, 540, 584])
async def test_that_was_not_ordered(journey: str, via: str, seconds: float) -> None:
    async with broken_off("ordering", journey, via=via, seconds=seconds) as (world, token):
        resumed = await world.resume(token)
        assert (len(world.provisionings), len(world.orders)) == (1, 1)
        assert world.requests == ["GET orders", "POST orders"]
        assert world.sent["metadata"] == {"provisionRequestId": resumed.request_id}
        assert json.loads(token)["journey"]["order"] == (
            world.transport.requests[-1].content.decode()
        )
        assert (await resumed.result()).provisioning.status == "COMPLETED"


@pytest.mark.parametrize("seconds", [586, 660, 86400])
async def test_that_was_not_ordered_in_time(seconds: float) -> None:
    async with broken_off("ordering", seconds=seconds) as (world, token):
        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.resume(token)
        assert "POST orders" not in world.requests
        assert "GET orders" in world.requests
    error = caught.value
    assert error.token is not None
    assert error.maybe_applied is True  # somebody may have sent it, and it may be on its way
    assert "whether it was ordered is not known" in str(error)


@WAYS
@pytest.mark.parametrize("seconds", [0, 540, 660, 86400])
async def test_that_was_ordered(via: str, seconds: float) -> None:
    async with two_platforms() as first:
        begun = await first.begin(via=via)
        token = first.kept.at("ordering")
        first.manual.advance(seconds)
        async with another(first, clock=OtherClock(first.manual)) as world:
            resumed = await world.resume(token)
            # Whether it is there, and then what it is for.
            assert world.requests == ["GET orders", "GET orders"]
            placed = [each async for each in resumed.steps()][1]
            assert isinstance(placed, journeys.OrderPlaced)
            assert placed.already_placed is True
            assert resumed.order_by == begun.order_by
            await resumed.result()
            assert world.order_receipts == 1


@WAYS
@pytest.mark.parametrize("seconds", [0, 660])
async def test_that_is_followed(via: str, seconds: float) -> None:
    async with two_platforms() as first:
        begun = await first.begin(via=via)
        first.manual.advance(seconds)
        async with another(first, clock=OtherClock(first.manual)) as world:
            resumed = await world.resume(begun.token)
            assert (resumed.order_id, resumed.request_id) == (begun.order_id, begun.request_id)
            assert resumed.token == begun.token
            result = await resumed.result()
            assert result.provisioning.status == "COMPLETED"
            assert not [each for each in world.requests if each.startswith("POST")]


async def test_followed_again_after_its_end() -> None:
    async with two_platforms() as world:
        done = await (await world.begin()).result()
        again = await (await world.resume(world.kept.tokens[-1])).result()
        assert again == done


async def test_followed_where_the_order_does_not_show_yet() -> None:
    async with two_platforms() as world:
        await world.begin()
        world.places.faults["GET orders"].extend([answers(404)] * 3)
        resumed = await world.resume(world.kept.tokens[-1])
        assert (await resumed.result()).order.order_id == resumed.order_id


# --- twice, and by old tokens


@pytest.mark.parametrize("stage", ["started", "provisioning", "ordering", "following"])
async def test_by_an_old_token_nothing_happens_twice(stage: str) -> None:
    async with two_platforms() as world:
        begun = await world.begin()
        for more in ({}, {"provision_again": True}):
            if more and stage in ("ordering", "following"):
                continue
            resumed = await world.resume(world.kept.at(stage), **more)
            assert (resumed.order_id, resumed.request_id) == (begun.order_id, begun.request_id)
        assert (len(world.provisionings), world.order_receipts) == (1, 1)
        await resumed.result()


@pytest.mark.parametrize("stage", ["provisioning", "ordering", "following"])
async def test_many_times(stage: str) -> None:
    async with broken_off(stage) as (world, token):
        more = {"provision_again": True} if stage == "provisioning" else {}
        first = await world.resume(token, **more)
        for _ in range(3):
            again = await world.resume(first.token)
            assert again.order_id == first.order_id
        assert (len(world.provisionings), world.order_receipts) == (1, 1)


async def test_an_answer_for_what_needs_none() -> None:
    async with two_platforms() as world:
        begun = await world.begin()
        world.transport.requests.clear()
        for stage in ("ordering", "following"):
            for more in ({"request_id": "another"}, {"provision_again": True}):
                with pytest.raises(InvalidRequest, match=begun.request_id) as caught:
                    await world.resume(world.kept.at(stage), **more)
                assert caught.value.path in more
            await world.resume(world.kept.at(stage), request_id=begun.request_id)
        with pytest.raises(InvalidRequest, match="none was sent yet") as caught:
            await world.resume(world.kept.at("started"), request_id=begun.request_id)
        assert caught.value.path == "request_id"
        assert not [each for each in world.requests if each.startswith("POST")]


# --- trouble on the way


@WAYS
@pytest.mark.parametrize("fault", [cut_before, cut_after])
async def test_cut_again_after_a_resume(via: str, fault: Any) -> None:
    async with broken_off("ordering", via=via) as (world, token):
        world.places.faults["POST orders"].append(fault)
        await world.resume(token)
        assert (len(world.orders), world.order_receipts) == (1, 1)


async def test_refused_and_resumed() -> None:
    async with two_platforms() as world:
        world.places.faults["POST products"].append(answers(403))
        with pytest.raises(CommerceError) as caught:
            await world.begin()
        assert world.kept.stages == ["started", "provisioning", "started"]
        assert caught.value.token == world.kept.tokens[-1]
        assert caught.value.maybe_applied is False
        journey = await world.resume(world.kept.tokens[-1])
        await journey.result()


async def test_the_look_for_the_order_fails() -> None:
    async with broken_off("ordering") as (world, token):
        world.places.faults["GET orders"].extend([answers(503)] * 3)
        await world.resume(token)
        assert world.order_receipts == 1
    async with broken_off("provisioning") as (world, token):
        world.places.always["GET orders"] = answers(503)
        with pytest.raises(ServerError) as caught:
            await world.resume(token, provision_again=True)
        assert caught.value.token == token
        assert world.provisionings == {}
