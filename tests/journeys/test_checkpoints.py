"""The checkpoint of a journey: it is awaited before anything is sent, and may fail in each way."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import anyio
import pytest

from commerce_sdk import (
    ConnectionFailed,
    InvalidRequest,
    PermissionDenied,
    journeys,
)
from tests.journeys.answers import answers
from tests.journeys.checkpoints import At, Crash, crash
from tests.journeys.test_broken_off import SENT, STAGES, stage_of, token_of
from tests.journeys.two_platforms import Kept, another, two_platforms

pytestmark = pytest.mark.anyio
OWN: list[Exception] = [
    OSError(28, "No space left on device: /var/lib/acme-2"),
    ConnectionFailed("of the checkpoint's own call", sent=True),
    InvalidRequest("the checkpoint's own", path="row"),
    journeys.JourneyFailed("the checkpoint's own"),
    ExceptionGroup("of a pool", [OSError("one")]),
    TimeoutError(),
]
"""What a checkpoint may raise: errors of its own, and the SDK's."""
EACH = pytest.mark.parametrize("own", OWN, ids=lambda each: type(each).__name__)


def raises(own: BaseException) -> Callable[[], None]:
    def act() -> None:
        raise own

    return act


async def test_without_one() -> None:
    async with two_platforms() as world:
        journey = await world.begin(checkpoint=None)
        await journey.result()
        assert stage_of(journey.token) == "following"


async def test_what_was_kept_comes_before_what_is_sent() -> None:
    async with two_platforms() as world:
        seen: list[tuple[str, list[str]]] = []

        async def keep(token: str) -> None:
            seen.append((stage_of(token), world.requests))

        await world.begin(checkpoint=keep)
        assert seen == list(SENT.items())


# --- that fails


@EACH
@pytest.mark.parametrize("stage", ["started", "provisioning"])
async def test_before_anything_is_sent(stage: str, own: Exception) -> None:
    async with two_platforms() as world:
        with pytest.raises(journeys.CheckpointFailed) as caught:
            await world.begin(checkpoint=At(stage=stage, act=raises(own)))
        assert world.requests == SENT[stage]
        error = caught.value
        assert error.__cause__ is own
        assert str(error) == f"keeping the token failed with {type(own).__name__}"
        assert error.maybe_applied is False
        assert error.provision_request_id is None
        assert error.token is not None
        assert stage_of(error.token) == "started"
        journey = await world.resume(error.token)
        assert journey.order_id == error.order_id
        await journey.result()
        assert (len(world.provisionings), len(world.orders)) == (1, 1)


@EACH
async def test_before_the_order(own: Exception) -> None:
    async with two_platforms() as world:
        with pytest.raises(journeys.JourneyFailed) as caught:
            await world.begin(checkpoint=At(stage="ordering", act=raises(own)))
        assert world.requests == SENT["ordering"]
        error = caught.value
        assert error is not own
        assert error.__cause__ is own
        assert f": keeping the token failed with {type(own).__name__}; the platform" in str(error)
        assert (error.maybe_applied, error.can_resume, error.order_error) == (False, True, None)
        assert [error.provision_request_id] == [*world.provisionings]
        assert error.order_by is not None
        assert error.token is not None
        assert stage_of(error.token) == "ordering"
        await (await world.resume(error.token)).result()
        assert (len(world.provisionings), len(world.orders)) == (1, 1)


@EACH
async def test_once_it_is_ordered(own: Exception, caplog: pytest.LogCaptureFixture) -> None:
    async with two_platforms() as world:
        journey = await world.begin(checkpoint=At(stage="following", act=raises(own)))
        assert world.requests == SENT["following"]
        await journey.result()
    (heard,) = [each for each in caplog.records if each.levelname == "WARNING"]
    assert heard.name == "commerce_sdk"
    assert heard.getMessage() == (
        f"order {journey.order_id} was placed; keeping the token failed with {type(own).__name__}"
    )


@pytest.mark.parametrize("refusal", [answers(403), None], ids=["refused", "too late"])
async def test_after_a_refusal_it_is_the_refusal_that_is_told(
    refusal: Any, caplog: pytest.LogCaptureFixture
) -> None:
    async with two_platforms() as world:

        async def keep(token: str) -> None:
            await world.kept(token)
            if world.kept.stages[1:] == ["provisioning"] and refusal is None:
                world.manual.advance(590)
            if world.kept.stages[1:] == ["provisioning", "started"]:
                raise OSError

        if refusal is not None:
            world.places.faults["POST products"].append(refusal)
        expected = PermissionDenied if refusal else journeys.JourneyFailed
        with pytest.raises(expected) as caught:
            await world.begin(checkpoint=keep)
        error = caught.value
        assert error.maybe_applied is False
        assert error.token == world.kept.tokens[-1]
        assert "keeping the token failed with OSError" in caplog.text
        await (await world.resume(error.token)).result()
        assert (len(world.provisionings), len(world.orders)) == (1, 1)


@pytest.mark.parametrize("stage", STAGES)
async def test_of_a_resume(stage: str) -> None:
    """It says nothing of what was sent before, by whom the token was kept."""
    own = OSError()
    async with two_platforms() as first:
        await first.begin()
        token = first.kept.at(stage)
    async with two_platforms() as world:
        if stage == "following":
            await world.resume(token, checkpoint=At(stage=stage, act=raises(own)))
            return
        expected = journeys.JourneyFailed if stage == "ordering" else journeys.CheckpointFailed
        with pytest.raises(expected) as caught:
            await world.resume(token, checkpoint=At(stage=stage, act=raises(own)))
        assert world.requests == []
    error = caught.value
    assert error.__cause__ is own
    assert error.token == token
    assert error.maybe_applied is {"started": False, "provisioning": None, "ordering": True}[stage]


async def test_of_a_resume_that_provisions_again() -> None:
    own = OSError()
    async with two_platforms() as world:
        kept = At(stage="provisioning", act=crash)
        with pytest.raises(Crash):
            await world.begin(checkpoint=kept)
        first = kept.tokens[-1]

        class Second(Kept):
            async def __call__(self, token: str) -> None:
                await super().__call__(token)
                if len(self.tokens) == 2:
                    raise own

        with pytest.raises(journeys.CheckpointFailed) as caught:
            await world.resume(first, checkpoint=Second(), provision_again=True)
        assert world.provisionings == {}
    # The first one may have been sent, whatever the person says.
    assert (caught.value.maybe_applied, caught.value.token) == (None, first)


# --- that crashes, and that is none


@pytest.mark.parametrize("stage", STAGES)
async def test_a_crash_comes_out_as_it_is(stage: str) -> None:
    async with two_platforms() as world:
        with pytest.raises(Crash) as caught:
            await world.begin(checkpoint=At(stage=stage, act=crash))
        assert world.requests == SENT[stage]
        token = token_of(caught.value)
        # Before it is kept that something is sent, it surely was not.
        expected = {"provisioning": "started"}.get(stage, stage)
        assert stage_of(token) == expected
        journey = await world.resume(token)
        assert (len(world.provisionings), len(world.orders)) == (1, 1)
        await journey.result()


async def test_a_crash_after_a_refusal() -> None:
    async with two_platforms() as world:
        count = 0

        async def keep(token: str) -> None:
            nonlocal count
            count += 1
            if count == 3:
                crash()

        world.places.faults["POST products"].append(answers(403))
        with pytest.raises(Crash) as caught:
            await world.begin(checkpoint=keep)
        assert stage_of(token_of(caught.value)) == "started"
        assert isinstance(caught.value.__context__, PermissionDenied)


@pytest.mark.parametrize("stage", STAGES)
async def test_one_that_is_not_async_at_a_stage(stage: str) -> None:
    async with two_platforms() as world:

        def keep(token: str) -> Any:
            return None if stage_of(token) == stage else anyio.lowlevel.checkpoint()

        with pytest.raises(InvalidRequest, match="must be an async function") as caught:
            await world.begin(checkpoint=keep)
        assert world.requests == SENT[stage]
    assert caught.value.path == "checkpoint"
    assert caught.value.token is not None
    sure = stage in ("started", "provisioning")
    assert caught.value.maybe_applied is (False if sure else None)


@pytest.mark.parametrize("stage", STAGES)
async def test_one_that_is_not_async_of_a_resume(stage: str) -> None:
    async with two_platforms() as world:
        await world.begin()
        token = world.kept.at(stage)
        async with another(world) as other:
            with pytest.raises(InvalidRequest) as caught:
                await other.resume(token, checkpoint=lambda token: None)
            assert other.requests == []
    assert (caught.value.path, caught.value.token) == ("checkpoint", token)
    assert caught.value.maybe_applied is (False if stage == "started" else None)
