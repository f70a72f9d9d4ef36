"""Two who go on with one journey at the same time: one order, which both follow."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import InvalidRequest, ServerError, journeys
from tests.journeys.answers import answers, changed
from tests.journeys.checkpoints import At, Crash, crash
from tests.journeys.test_resume import broken_off
from tests.journeys.two_platforms import another, two_platforms
from tests.support.worlds import cut_before

pytestmark = pytest.mark.anyio
OWN = "11111111-2222-4333-8444-555555555555"
DUPLICATES = ["replay", "conflict", "locked"]


@pytest.mark.parametrize("fault", [None, cut_before], ids=["answered", "cut"])
@pytest.mark.parametrize("duplicate", DUPLICATES)
@pytest.mark.parametrize("via", ["v2", "v4"])
@pytest.mark.parametrize("by", ["an id of their own", "one token"])
async def test_the_later_one_follows_what_the_first_has_ordered(
    by: str, via: str, duplicate: str, fault: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with two_platforms() as world, another(world) as first:
        world.sales.behaviour.switches.on_duplicate = duplicate
        begun: list[journeys.Journey] = []
        token = ""
        if by == "one token":
            kept = At(stage="started", act=crash)
            with pytest.raises(Crash):
                await world.begin(checkpoint=kept, via=via)
            (token,) = kept.tokens

        async def go_on(who: Any, **more: Any) -> journeys.Journey:
            if token:
                return await who.resume(token, **more)  # type: ignore[no-any-return]
            return await who.begin(order_id=OWN, via=via, **more)  # type: ignore[no-any-return]

        async def the_first() -> None:
            begun.append(await go_on(first))

        # The first one does all of it while the later one has provisioned and not ordered.
        if fault is not None:
            world.places.faults["POST orders"].append(fault)
        later = await go_on(world, checkpoint=At(stage="ordering", act=the_first))
        (one,) = begun
        assert len(world.orders) == 1
        assert len(world.provisionings) == 2
        assert later.request_id == one.request_id
        (given_up,) = world.provisionings.keys() - {one.request_id}
        assert [each.getMessage() for each in caplog.records if each.levelname == "WARNING"] == [
            f"order {one.order_id} is for the provisioning {one.request_id}, which is followed; "
            f"{given_up} is not ordered, and is given up by the platform"
        ]
        placed = [each async for each in later.steps() if isinstance(each, journeys.OrderPlaced)]
        assert [each.already_placed for each in placed] == [True]
        assert (await later.result()).provisioning == (await one.result()).provisioning
        assert f'"request_id":"{one.request_id}"' in later.token


@pytest.mark.parametrize("duplicate", DUPLICATES)
@pytest.mark.parametrize("seconds", [3.0, 30.0, 3000.0])
async def test_an_order_that_shows_late_is_not_said_not_to_be_there(
    seconds: float, duplicate: str
) -> None:
    async with two_platforms() as world:
        world.sales.behaviour.switches.on_duplicate = duplicate
        world.sales.behaviour.switches.visible_after = seconds
        one = await world.begin()
        try:
            again = await world.resume(world.kept.at("started"))
        except journeys.JourneyFailed as error:
            # It was refused, for it is there: who ordered it is not known.
            assert error.maybe_applied is True
            assert "whether it was ordered is not known" in str(error)
            assert error.can_resume
        else:
            assert again.request_id == one.request_id
        assert len(world.orders) == 1


async def test_only_an_id_that_was_made_here_is_ordered_by_without_a_look() -> None:
    async with two_platforms() as world:
        await world.begin()
        assert world.requests[-2:] == ["POST products", "POST orders"]
        await world.begin(order_id=OWN, site="another")
        assert world.requests[-3:] == ["POST products", "GET orders", "POST orders"]
    async with broken_off("started") as (world, token):
        await world.resume(token)
        assert world.requests[-3:] == ["POST products", "GET orders", "POST orders"]


# --- what the order that was found is for, cannot be told


async def test_what_it_is_for_cannot_be_asked() -> None:
    async with two_platforms(deadline=None) as world:
        await world.begin()
        world.places.faults["GET orders"].append(None)
        world.places.always["GET orders"] = answers(503)
        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.resume(world.kept.at("ordering"))
        error = caught.value
        assert isinstance(error.order_error, ServerError)
        assert error.maybe_applied is True
        assert error.order_by is not None
        assert world.manual.time() <= error.order_by.timestamp() - 5
        assert error.can_resume
        world.places.always.clear()
        assert error.token is not None
        await (await world.resume(error.token)).result()
        assert world.order_receipts == 1


async def test_it_is_for_nothing() -> None:
    async with two_platforms() as world:
        await world.begin()
        world.places.always["GET orders"] = changed(
            lambda body: body.update(metadata={}) if "metadata" in body else None
        )
        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.resume(world.kept.at("ordering"))
    error = caught.value
    assert isinstance(error.order_error, InvalidRequest)
    assert error.maybe_applied is False
    assert "is for no provisioning" in str(error)
    assert error.provision_request_id in world.provisionings
