"""Creates that bear a reference: looked for first, sent once, looked for after an unclear end."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    CommerceError,
    CommerceLayerClient,
    ConnectionFailed,
    DeadlineExceeded,
    InvalidRequest,
    NotLoaded,
    RetryPolicy,
    ServerError,
    Unauthenticated,
    Unprocessable,
)
from commerce_sdk.commerce_layer.models import Organization, Role
from tests.support.commerce_layer import LayerWorld
from tests.support.worlds import cut_after, cut_before, half_a_body, html_after

pytestmark = pytest.mark.anyio

REFERENCE = "role-1"


def posts(here: LayerWorld) -> int:
    return here.asked.count("POST /roles")


def looks(here: LayerWorld) -> int:
    return here.asked.count("GET /roles")


def roles(here: LayerWorld, reference: str = REFERENCE) -> list[str]:
    """The ids of those that the platform has."""
    held = here.behind.store.all("roles")
    return [each.id for each in held if each.attributes["reference"] == reference]


async def failing(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    return httpx.Response(500)


async def failing_after(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
    await below.handle_async_request(request)
    return httpx.Response(500)


async def organization_of(layer: CommerceLayerClient) -> Organization:
    found = await layer.organizations.list().first()
    assert found is not None
    return found


async def editor(layer: CommerceLayerClient, organization: Any, **more: Any) -> Role:
    more.setdefault("reference", REFERENCE)
    return await layer.roles.create(name="Editor", organization=organization, **more)


async def test_what_is_there_is_returned_and_nothing_sent(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    made = await editor(layer, organization)
    assert (posts(here), looks(here)) == (1, 1)
    again = await editor(layer, organization.id, fields=["name"])
    assert again.id == made.id
    assert (posts(here), looks(here)) == (1, 2)


async def test_what_is_found_shows_what_was_asked_for(layer: CommerceLayerClient) -> None:
    organization = await organization_of(layer)
    await editor(layer, organization)
    found = await editor(layer, organization, include=["permissions"], fields=["name"])
    assert (found.name, found.kind, found.permissions) == ("Editor", None, [])
    assert isinstance(found.versions, NotLoaded)


async def test_of_several_the_oldest_is_returned(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    ids = here.behind.seed("roles", 30, reference=REFERENCE)
    assert (await editor(layer, organization)).id == min(ids)
    assert posts(here) == 0


async def test_a_server_that_does_not_filter_gives_no_other_ones(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    async def deaf(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        left = [pair for pair in request.url.params.multi_items() if "filter" not in pair[0]]
        request.url = request.url.copy_with(params=left)
        return await below.handle_async_request(request)

    organization = await organization_of(layer)
    other = await editor(layer, organization, reference="another")
    here.transport.faults["GET"].append(deaf)
    made = await editor(layer, organization)
    assert made.id != other.id
    assert posts(here) == 2


async def test_another_organization_has_its_own(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    """Also where those of the first fill more than a page."""
    first = await organization_of(layer)
    second = await layer.organizations.create(name="Second brand")
    here.behind.seed("roles", 30, reference=REFERENCE)
    made = await editor(layer, second)
    assert made.id not in {each.id for each in await layer.organizations.roles(first.id).collect()}
    assert (posts(here), looks(here)) == (1, 3)
    assert (await editor(layer, second)).id == made.id
    assert posts(here) == 1


@pytest.mark.parametrize("fault", [cut_after, half_a_body, html_after, failing_after])
async def test_an_answer_that_is_lost_is_looked_for_and_found(
    here: LayerWorld, layer: CommerceLayerClient, fault: Any
) -> None:
    organization = await organization_of(layer)
    here.transport.faults["POST"].append(fault)
    made = await editor(layer, organization)
    assert [made.id] == roles(here)
    assert (posts(here), looks(here)) == (1, 2)


async def test_what_is_applied_late_is_found_once_it_shows(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    late: list[httpx.Request] = []

    async def hold(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        late.append(request)
        raise httpx.ReadError("reset")

    async def apply(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        before = await below.handle_async_request(request)
        await before.aread()
        await (await below.handle_async_request(late.pop())).aread()
        return before

    here.transport.faults["POST"].append(hold)
    here.transport.faults["GET"].extend([None, None, None, apply])
    made = await editor(layer, organization)
    assert [made.id] == roles(here)
    assert (posts(here), looks(here)) == (1, 5)


@pytest.mark.parametrize(
    ("fault", "kind"), [(cut_before, ConnectionFailed), (failing, ServerError)]
)
async def test_what_is_never_applied_is_raised_at_the_deadline(
    here: LayerWorld, fault: Any, kind: type[CommerceError]
) -> None:
    layer = await here.client(deadline=30)
    organization = await organization_of(layer)
    here.transport.faults["POST"].append(fault)
    began = here.clock.time()
    with pytest.raises(CommerceError) as unclear:
        await editor(layer, organization)
    assert unclear.value.maybe_applied is True
    assert unclear.value.operation == "create_role"
    error: BaseException | None = unclear.value
    causes = []
    while error is not None:
        causes.append(error)
        error = error.__cause__
    assert any(isinstance(each, kind) for each in causes)
    assert 25 <= here.clock.time() - began <= 31
    assert posts(here) == 1
    assert looks(here) > 2
    assert roles(here) == []


async def test_a_later_call_finds_what_an_unclear_end_left(here: LayerWorld) -> None:
    layer = await here.client(deadline=5)
    organization = await organization_of(layer)
    here.transport.faults["POST"].append(cut_after)
    here.transport.faults["GET"].extend([None, *[failing] * 100])
    with pytest.raises(CommerceError) as unclear:
        await editor(layer, organization)
    assert unclear.value.maybe_applied is True
    here.transport.faults["GET"].clear()
    made = await editor(layer, organization)
    assert [made.id] == roles(here)
    assert posts(here) == 1


@pytest.mark.parametrize("fault", [failing, cut_before, html_after])
async def test_a_look_that_fails_is_taken_once_more(
    here: LayerWorld, layer: CommerceLayerClient, fault: Any
) -> None:
    organization = await organization_of(layer)
    here.transport.faults["GET"].append(fault)
    made = await editor(layer, organization)
    assert [made.id] == roles(here)
    assert (posts(here), looks(here)) == (1, 2)


async def test_without_a_look_nothing_is_sent(here: LayerWorld) -> None:
    layer = await here.client(deadline=5)
    organization = await organization_of(layer)
    here.transport.faults["GET"].extend([failing] * 100)
    with pytest.raises(CommerceError) as failed:
        await editor(layer, organization)
    assert failed.value.maybe_applied is False
    assert posts(here) == 0


async def test_a_look_that_is_refused_sends_nothing(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    here.behind.switches.forbidden = "list_roles"
    with pytest.raises(Unauthenticated) as refused:
        await editor(layer, organization)
    assert refused.value.maybe_applied is False
    assert (posts(here), looks(here)) == (0, 1)


async def test_a_look_that_is_refused_after_an_unclear_end_leaves_it_open(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)

    async def lost(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        here.behind.switches.forbidden = "list_roles"
        raise httpx.ReadError("reset")

    here.transport.faults["POST"].append(lost)
    with pytest.raises(CommerceError) as unclear:
        await editor(layer, organization)
    assert unclear.value.maybe_applied is True
    assert (posts(here), looks(here)) == (1, 2)


async def test_a_refusal_is_no_unclear_end(here: LayerWorld, layer: CommerceLayerClient) -> None:
    with pytest.raises(Unprocessable) as refused:
        await editor(layer, "nobody")
    assert refused.value.maybe_applied is False
    assert [each.field for each in refused.value.problems] == ["organization"]
    assert (posts(here), looks(here)) == (1, 1)


async def test_nothing_is_sent_again_without_a_reference(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    for reference in ({}, {"reference": None}):
        here.transport.faults["POST"].append(cut_after)
        with pytest.raises(ConnectionFailed) as unclear:
            await layer.roles.create(name="Editor", organization=organization, **reference)
        assert unclear.value.maybe_applied is True
    assert (posts(here), looks(here)) == (2, 0)


@pytest.mark.parametrize("reference", ["", " ", "\t\n"])
async def test_a_blank_reference_is_refused(
    here: LayerWorld, layer: CommerceLayerClient, reference: str
) -> None:
    with pytest.raises(InvalidRequest, match=r"^reference: may not be blank"):
        await editor(layer, "org1", reference=reference)
    assert here.transport.requests == []


async def test_an_invitation_with_a_reference_is_sent_without_a_look(
    here: LayerWorld, layer: CommerceLayerClient
) -> None:
    organization = await organization_of(layer)
    role = await layer.organizations.roles(organization.id).first()
    assert role is not None
    here.transport.faults["POST"].append(cut_after)
    with pytest.raises(ConnectionFailed) as unclear:
        await layer.memberships.create(
            user_email="jane@example.com", organization=organization, role=role, reference="m-1"
        )
    assert unclear.value.maybe_applied is True
    assert here.asked.count("POST /memberships") == 1
    assert here.asked.count("GET /memberships") == 0
    assert sum(here.behind.state()["mails"].values()) == 1


Marked = Callable[[CommerceLayerClient, Any, Any], Any]
MARKED: dict[str, Marked] = {
    "organizations": lambda c, o, r: c.organizations.create(name="B", reference="x-1"),
    "api_credentials": lambda c, o, r: c.api_credentials.create(
        name="App", kind="integration", organization=o, role=r, reference="x-1"
    ),
    "membership_profiles": lambda c, o, r: c.membership_profiles.create(
        name="Support", access_scope="live_access", organization=o, reference="x-1"
    ),
    "permissions": lambda c, o, r: c.permissions.create(
        subject="coupons",
        can_create=True,
        can_read=True,
        can_update=True,
        can_destroy=True,
        role=r,
        reference="x-1",
    ),
    "identity_providers": lambda c, o, r: c.identity_providers.create(
        name="Okta",
        client_id="idp",
        client_secret="idp-s3cr3t",
        issuer="https://idp.example.com",
        domains="example.com",
        token_url="https://idp.example.com/token",
        authorize_url="https://idp.example.com/authorize",
        jwks_url="https://idp.example.com/jwks",
        reference="x-1",
    ),
}


@pytest.mark.parametrize("resource", MARKED)
async def test_each_that_bears_a_reference_is_made_once(
    here: LayerWorld, layer: CommerceLayerClient, resource: str
) -> None:
    organization = await organization_of(layer)
    role = await layer.organizations.roles(organization.id).first()
    here.transport.faults["POST"].append(cut_after)
    made = await MARKED[resource](layer, organization, role)
    assert (await MARKED[resource](layer, organization, role)).id == made.id
    assert here.asked.count(f"POST /{resource}") == 1


async def test_no_policy_sends_it_again(here: LayerWorld) -> None:
    layer = await here.client(retry=RetryPolicy(attempts=9), deadline=20)
    organization = await organization_of(layer)
    here.transport.faults["POST"].extend([cut_before] * 9)
    with pytest.raises((ConnectionFailed, DeadlineExceeded)):
        await editor(layer, organization)
    assert posts(here) == 1
