"""Waits for a person, and for the DNS: to their end, however long that takes."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import (
    CommerceLayerClient,
    DeadlineExceeded,
    NotFound,
    Unauthenticated,
    VerificationFailed,
)
from commerce_sdk.commerce_layer.models import IdentityProvider, Membership
from tests.commerce_layer.front import Front, document, refusal, resource
from tests.support.commerce_layer import LayerWorld

pytestmark = pytest.mark.anyio

WEEK = 7 * 86_400.0


async def invited(layer: CommerceLayerClient) -> Membership:
    organization = await layer.organizations.list().first()
    assert organization is not None
    role = await layer.organizations.roles(organization.id).first()
    assert role is not None
    return await layer.memberships.create(
        user_email="jane@example.com", organization=organization, role=role
    )


async def added(layer: CommerceLayerClient) -> IdentityProvider:
    return await layer.identity_providers.create(
        name="Okta",
        client_id="idp",
        client_secret="idp-s3cr3t",
        issuer="https://idp.example.com",
        domains="example.com",
        token_url="https://idp.example.com/token",
        authorize_url="https://idp.example.com/authorize",
        jwks_url="https://idp.example.com/jwks",
    )


async def test_a_person_accepts_after_weeks(here: LayerWorld, layer: CommerceLayerClient) -> None:
    """No deadline is implied; tokens of hours come and go meanwhile."""
    here.behind.switches.accept_after = 3 * WEEK
    membership = await invited(layer)
    began = here.clock.time()
    waiting = await layer.memberships.wait_active(membership.id)
    assert waiting.state is not None
    assert (waiting.state.status, waiting.ids) == ("pending", {"id": membership.id})
    member = await waiting.result(poll_interval=7200)
    assert (member.id, member.status, member.user_email) == (
        membership.id,
        "active",
        "jane@example.com",
    )
    assert 3 * WEEK <= here.clock.time() - began < 3.1 * WEEK
    assert here.transport.answered[401] == 0
    assert await waiting.result() is member


async def test_pauses_between_looks_grow_up_to_five_minutes(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    here.behind.switches.accept_after = WEEK / 7
    waiting = await layer.memberships.wait_active((await invited(layer)).id)
    here.time.slept.clear()
    await waiting.result()
    pauses = here.time.slept
    assert pauses[:3] == sorted(pauses[:3])
    assert max(pauses) == 300.0
    assert len(pauses) < 310


async def test_who_is_active_is_not_waited_for(
    layer: CommerceLayerClient, here: LayerWorld
) -> None:
    owner = await layer.memberships.list(where={"owner_true": True}).first()
    assert owner is not None
    here.time.slept.clear()
    waiting = await layer.memberships.wait_active(owner.id)
    assert waiting.ended
    assert (await waiting.result(deadline=1)).id == owner.id
    assert here.time.slept == []


async def test_a_provider_is_verified(here: LayerWorld, layer: CommerceLayerClient) -> None:
    here.behind.switches.verify_after = 1800.0
    provider = await added(layer)
    waiting = await layer.identity_providers.wait_verified(provider.id)
    verified = await waiting.result()
    assert (verified.id, verified.status) == (provider.id, "verified")


async def test_a_provider_that_cannot_be_verified(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    here.behind.switches.verification = "error"
    provider = await added(layer)
    waiting = await layer.identity_providers.wait_verified(provider.id)
    for _ in range(2):
        with pytest.raises(VerificationFailed) as failed:
            await waiting.result()
        assert failed.value.id == provider.id
        assert failed.value.provider.txt_record == provider.txt_record
        assert str(failed.value) == (
            f"the identity provider {provider.id} is error, and was not verified"
        )
        assert "idp-s3cr3t" not in repr(failed.value.provider)


async def test_a_deadline_ends_the_wait_alone(here: LayerWorld, layer: CommerceLayerClient) -> None:
    membership = await invited(layer)
    waiting = await layer.memberships.wait_active(membership.id)
    with pytest.raises(DeadlineExceeded):
        await waiting.result(deadline=60)
    assert (await waiting.result(poll_interval=600)).status == "active"


async def test_updates_come_as_they_change(here: LayerWorld, layer: CommerceLayerClient) -> None:
    membership = await invited(layer)
    waiting = await layer.memberships.wait_active(membership.id)
    assert [each.status async for each in waiting.updates(poll_interval=600)] == [
        "pending",
        "active",
    ]


async def test_what_is_not_there_is_not_waited_for(layer: CommerceLayerClient) -> None:
    for wait in (layer.memberships.wait_active, layer.identity_providers.wait_verified):
        with pytest.raises(NotFound):
            await wait("nobody")


async def test_what_is_deleted_meanwhile_is_not_found(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    membership = await invited(layer)
    waiting = await layer.memberships.wait_active(membership.id)
    await layer.memberships.delete(membership.id)
    before = len(here.asked)
    for _ in range(2):
        with pytest.raises(NotFound):
            await waiting.result()
    assert len(here.asked) - before == 3


def says(*answers: Any) -> Front:
    """A platform that answers a status each, or a refusal; the last one again and again."""
    left = [*answers]

    def answer(request: httpx.Request) -> httpx.Response:
        said = left.pop(0) if len(left) > 1 else left[0]
        if isinstance(said, int):
            return refusal(said)
        return document(resource("memberships", "m1", status=said))

    return Front(answer)


async def waited(front: Front, **settings: Any) -> Any:
    async with front.client() as layer:
        return await (await layer.memberships.wait_active("m1")).result(**settings)


@pytest.mark.parametrize(
    "trouble",
    [(404,), (404, 404), (404, 404, "pending", 404, 404), (500, 503), (404, 500, 404, 429), (423,)],
)
async def test_passing_trouble_is_got_over(trouble: tuple[Any, ...]) -> None:
    front = says("pending", *trouble, "active")
    assert (await waited(front)).status == "active"


async def test_three_misses_in_a_row_are_an_end() -> None:
    front = says("pending", 404)
    with pytest.raises(NotFound):
        await waited(front)
    assert len(front.requests) == 4


async def test_a_refusal_is_raised() -> None:
    front = says("pending", 401, "active")
    with pytest.raises(Unauthenticated):
        await waited(front)
    assert len(front.requests) == 2


async def test_a_status_that_nobody_knows_goes_on() -> None:
    assert (await waited(says("pending", "asleep", None, "active"))).status == "active"
