"""What is promised of the platform as a whole: its token, its refusals, its pages, what it
includes, its errors, its limits."""

from __future__ import annotations

from collections import Counter

import anyio
import pytest

from commerce_sdk import CommerceLayerClient, NotLoaded, Unauthenticated, Unprocessable
from commerce_sdk.commerce_layer.models import Organization, Role
from tests.support.commerce_layer import LayerWorld, commerce_layer
from tests.support.parallel_clock import ParallelClock

pytestmark = pytest.mark.anyio


async def test_a_hundred_calls_at_once_are_one_token(here: LayerWorld) -> None:
    layer = await here.client(max_connections=100)
    async with anyio.create_task_group() as tasks:
        for _ in range(100):
            tasks.start_soon(layer.user.get)
    assert (here.token_calls, here.tokens.given) == (1, 1)
    assert here.transport.answered == {200: 101}


async def test_a_token_is_renewed_before_its_end(here: LayerWorld) -> None:
    layer = await here.client()
    await layer.user.get()
    here.clock.advance(here.behind.switches.token_life - 1)
    await layer.user.get()
    assert here.token_calls == 2
    assert 401 not in here.transport.answered


async def test_a_401_with_a_live_token_is_one_refusal_a_call(here: LayerWorld) -> None:
    layer = await here.client()
    await layer.user.get()
    here.behind.switches.forbidden = "list_roles,create_role"
    for _ in range(5):
        with pytest.raises(Unauthenticated):
            await layer.roles.list().first()
    with pytest.raises(Unauthenticated) as refused:
        await layer.roles.create(name="Editor", organization="o1")
    assert refused.value.maybe_applied is False
    assert Counter(here.asked) == {"GET /user": 1, "GET /roles": 5, "POST /roles": 1}
    assert here.token_calls == 1
    await layer.user.get()
    assert here.token_calls == 1


async def test_a_401_of_a_token_that_ended_on_its_way_is_a_new_token(here: LayerWorld) -> None:
    layer = await here.client(deadline=None, attempt_timeout=10_000)
    await layer.user.get()
    life = here.behind.switches.token_life
    moves = iter([life])
    here.transport.on_request = lambda request, passes: here.clock.advance(next(moves, 0.0))
    await layer.user.get()
    assert here.transport.answered == {200: 4, 401: 1}
    assert here.token_calls == 2


async def test_60_records_are_three_pages_and_the_same_by_id(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    seeded = here.behind.seed("memberships", 60, reference="seeded")
    where = {"reference_eq": "seeded"}
    by_page = layer.memberships.list(where=where, page_size=25)
    pages = [[each.id for each in page.items] async for page in by_page.pages()]
    assert [len(page) for page in pages] == [25, 25, 10]
    assert [id for page in pages for id in page] == seeded
    by_id = layer.memberships.list(where=where, page_size=25, by="id")
    others = [[each.id for each in page.items] async for page in by_id.pages()]
    assert [len(page) for page in others] == [25, 25, 10]
    assert [id for page in others for id in page] == sorted(seeded)
    assert Counter(here.asked) == {"GET /memberships": 6}


async def test_the_three_states_of_a_relationship_are_told_apart(
    layer: CommerceLayerClient,
) -> None:
    organization = await layer.organizations.create(name="Second brand")
    role = await layer.roles.create(name="Editor", organization=organization)
    made = await layer.memberships.create(
        user_email="jane@example.com", organization=organization, role=role
    )
    member = await layer.memberships.get(
        made.id,
        include=["role", "membership_profile", "application_memberships", "organization.roles"],
        fields={"memberships": ["user_email"], "roles": ["name"]},
    )
    assert (member.user_email, member.status, member.is_set("status")) == (
        "jane@example.com",
        None,
        False,
    )
    assert isinstance(member.role, Role)
    assert (member.role.name, member.role.kind) == ("Editor", None)
    assert isinstance(member.role.permissions, NotLoaded)
    assert member.membership_profile is None
    assert member.application_memberships == []
    assert isinstance(member.versions, NotLoaded)
    assert isinstance(member.organization, Organization)
    roles = member.organization.roles
    assert isinstance(roles, list)
    assert any(each is member.role for each in roles)
    with pytest.raises(TypeError, match="was not loaded"):
        bool(member.versions)


async def test_two_pointers_are_two_problems(layer: CommerceLayerClient) -> None:
    organization = await layer.organizations.create(name="Second brand")
    with pytest.raises(Unprocessable) as refused:
        await layer.memberships.create(
            user_email="no address", organization=organization, role="nobody"
        )
    problems = refused.value.problems
    assert {each.field for each in problems} == {"user_email", "role"}
    assert {each.code for each in problems} == {"VALIDATION_ERROR"}
    assert refused.value.maybe_applied is False
    assert "user_email" in str(refused.value)


@pytest.mark.parametrize(("tier", "seconds"), [("lower", 10), ("higher", 0)])
async def test_a_burst_of_60_never_sees_429(tier: str, seconds: int) -> None:
    async with commerce_layer(limits=True, tier=tier) as here, ParallelClock(here.clock) as clock:
        layer = await here.client(deadline=None, tier=tier, clock=clock)
        await layer.user.get()
        began = here.clock.time()
        async with anyio.create_task_group() as tasks:
            for _ in range(60):
                tasks.start_soon(layer.roles.count)
        assert here.transport.answered == {200: 62}
        assert seconds <= here.clock.time() - began <= seconds + 1
