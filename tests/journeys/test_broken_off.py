"""A journey that is broken off: by who cancels it, by a connection that is cut."""

from __future__ import annotations

import json
from typing import Any

import anyio
import pytest

from commerce_sdk import ClientClosed, CommerceError, journeys
from tests.journeys.answers import answers, changed, silent
from tests.journeys.checkpoints import At
from tests.journeys.two_platforms import two_platforms
from tests.support.stops import cancelled_while_it_waits
from tests.support.worlds import cut_after, cut_before, half_a_body, html_after, refused

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
STAGES = ["started", "provisioning", "ordering", "following"]
SENT = {
    "started": [],
    "provisioning": ["GET orders", "POST workspaces"],
    "ordering": ["GET orders", "POST workspaces", "POST products"],
    "following": ["GET orders", "POST workspaces", "POST products", "POST orders"],
}
"""What was sent before the token of a stage was kept."""


def token_of(error: BaseException) -> str:
    """The token of what broke a journey off; its one note says where it stood, and no more."""
    (note,) = [each for each in error.__notes__ if "journey" in each]
    known = vars(error)
    token: str = known["token"]
    stood = f"{stage_of(token)}, order {known['order_id']}"
    if "provision_request_id" in known:
        stood += f", provisioning {known['provision_request_id']}"
    assert note == (
        f"a journey was broken off ({stood}); the token in this exception's `token`, or the newest "
        "that its checkpoint kept, goes on with it: journeys.resume(…)"
    )
    content = json.loads(token)["journey"]
    assert content["plan"]["order_id"] == known["order_id"]
    assert content.get("request_id") == known.get("provision_request_id")
    return token


def stage_of(token: str) -> str:
    stage: str = json.loads(token)["journey"]["stage"]
    return stage


# --- whoever cancels it


@pytest.mark.parametrize(
    ("place", "stage"),
    [
        ("POST workspaces", "started"),
        ("POST products", "provisioning"),
        ("POST orders", "ordering"),
    ],
)
async def test_cancelled_in_a_call(place: str, stage: str) -> None:
    async with two_platforms() as world:
        world.places.faults[place].append(silent)
        caught: list[BaseException] = []

        async def begin() -> None:
            try:
                await world.begin()
            except BaseException as error:
                caught.append(error)
                raise

        await cancelled_while_it_waits(begin)
        token = token_of(caught[0])
        assert stage_of(token) == stage
        assert token == world.kept.tokens[-1]
        if stage == "provisioning":
            with pytest.raises(journeys.ProvisioningUnclear):
                await world.resume(token)
        else:
            await (await world.resume(token)).result()


@pytest.mark.parametrize("stage", STAGES)
async def test_cancelled_in_the_checkpoint(stage: str) -> None:
    async with two_platforms() as world:
        caught: list[BaseException] = []

        async def begin() -> None:
            try:
                await world.begin(checkpoint=At(stage=stage, act=anyio.sleep_forever))
            except BaseException as error:
                caught.append(error)
                raise

        await cancelled_while_it_waits(begin)
        assert world.requests == SENT[stage]
        assert stage_of(token_of(caught[0])) == {"provisioning": "started"}.get(stage, stage)


async def test_a_client_that_is_closed() -> None:
    async with two_platforms() as world:

        async def close() -> None:
            await world.commerce.aclose(grace=0)

        with pytest.raises((ClientClosed, journeys.JourneyFailed)) as caught:
            await world.begin(checkpoint=At(stage="ordering", act=close))
    error = caught.value
    assert isinstance(error, journeys.JourneyFailed)
    assert isinstance(error.order_error, ClientClosed)
    assert error.maybe_applied is False
    assert error.token is not None


# --- a provisioning whose answer is lost


@pytest.mark.parametrize(
    "fault",
    [
        *(cut_before, cut_after, half_a_body, html_after),
        *(answers(500), answers(503), answers(409)),
        changed(lambda body: body["data"].update(statusUrl="https://x.invalid/")),
    ],
    ids=["cut before", "cut after", "half a body", "html", "500", "503", "409", "no id"],
)
@pytest.mark.parametrize("app", [False, True], ids=["products", "app"])
async def test_lost(fault: Any, app: bool) -> None:
    async with two_platforms() as world:
        world.places.faults["POST apps" if app else "POST products"].append(fault)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await (world.install() if app else world.begin())
        assert "POST orders" not in world.requests
        assert world.requests.count("POST apps" if app else "POST products") == 1
        assert world.requests[-1] == "POST workspaces"
    error = caught.value
    assert isinstance(error.__cause__, CommerceError)
    assert (error.maybe_applied, error.token) == (True, world.kept.tokens[-1])
    assert stage_of(world.kept.tokens[-1]) == "provisioning"
    where = "'ari:cloud:jira-software::site/" if app else "'acme-2'"
    assert f"the provisioning on {where}" in str(error)
    assert len(error.workspaces) == int(app)


@pytest.mark.parametrize(
    "fault", [refused, answers(400), answers(401), answers(403), answers(404), answers(422)]
)
async def test_surely_not_sent_or_refused(fault: Any) -> None:
    async with two_platforms() as world:
        world.places.always["POST products"] = fault
        with pytest.raises(CommerceError) as caught:
            await world.begin()
        assert not isinstance(caught.value, journeys.JourneyFailed)
        assert caught.value.maybe_applied is False
        assert world.kept.stages == ["started", "provisioning", "started"]
        assert caught.value.token == world.kept.tokens[-1]
        assert "POST orders" not in world.requests


@pytest.mark.parametrize("status", [403, 503])
async def test_what_the_site_has_cannot_be_looked_up(status: int) -> None:
    async with two_platforms() as world:
        world.places.faults["POST products"].append(cut_before)
        world.places.faults["POST workspaces"].extend([None, *[answers(status)] * 9])
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.begin()
    assert f"what the site has now could not be looked up: HTTP {status} from" in str(caught.value)
    assert caught.value.workspaces == ()


async def test_it_is_told_before_it_is_too_late() -> None:
    async with two_platforms(deadline=None) as world:
        world.places.faults["POST products"].append(cut_before)
        world.places.always["POST workspaces"] = answers(503)
        world.places.faults["POST workspaces"].append(None)
        with pytest.raises(journeys.ProvisioningUnclear) as caught:
            await world.begin()
        assert caught.value.order_by is not None
        assert world.manual.time() < caught.value.order_by.timestamp()
