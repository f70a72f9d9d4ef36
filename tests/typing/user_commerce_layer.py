"""Who may do what in organizations, as its authors write it. Checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import assert_type

from commerce_sdk import (
    ClientCredentials,
    CommerceLayerClient,
    CommerceLayerSettings,
    Handle,
    NotLoaded,
    Page,
    Paginator,
    Problem,
    Unprocessable,
    VerificationFailed,
)
from commerce_sdk.commerce_layer.models import (
    ApiCredential,
    IdentityProvider,
    Membership,
    MembershipStatus,
    Organization,
    Permission,
    Role,
    User,
    Version,
)


def opened(client_id: str, client_secret: str) -> list[CommerceLayerClient]:
    shared = ClientCredentials(client_id, client_secret)
    return [
        CommerceLayerClient(client_id=client_id, client_secret=client_secret),
        CommerceLayerClient(auth=shared, tier="higher"),
        CommerceLayerClient(auth=shared).with_options(deadline=None),
    ]


async def found_brand(layer: CommerceLayerClient, name: str, reference: str) -> Organization:
    brand = await layer.organizations.create(
        name=name, reference=reference, metadata={"team": "blue"}, include=["roles.permissions"]
    )
    assert_type(brand.id, str)
    assert_type(brand.name, str | None)
    return await layer.organizations.update(brand.id, support_email=None, name=name)


def permissions(role: Role) -> Sequence[Permission]:
    """Those of a role that was read with them."""
    loaded = role.permissions
    assert_type(loaded, list[Permission] | NotLoaded)
    return () if isinstance(loaded, NotLoaded) else loaded


async def invite(layer: CommerceLayerClient, brand: Organization, emails: Sequence[str]) -> int:
    roles = await layer.organizations.roles(brand.id, where={"name_eq": "Admin"}).collect(limit=1)
    for email in emails:
        try:
            member = await layer.memberships.create(
                user_email=email, organization=brand, role=roles[0], include=["role"]
            )
        except Unprocessable as refused:
            assert_type(refused.problems, tuple[Problem, ...])
            continue
        assert_type(member, Membership)
        assert_type(member.status, MembershipStatus | None)
        assert_type(member.role, Role | NotLoaded | None)
        if isinstance(member.role, Role):
            assert_type(member.role.name, str | None)
    return await layer.memberships.count(where={"status_eq": MembershipStatus.PENDING})


async def pending(layer: CommerceLayerClient, since: datetime.datetime) -> list[str]:
    found = layer.memberships.list(
        where={"status_eq": "pending", "created_at_gt": since, "reference_in": ["a", "b"]},
        include=["role", "organization.roles"],
        fields={"memberships": ["user_email"], "roles": ["name"]},
        sort=["-created_at", "user_email"],
        page_size=25,
        by="id",
        unique=True,
    )
    assert_type(found, Paginator[Membership])
    async for page in found.pages():
        assert_type(page, Page[Membership])
    return [member.user_email async for member in found if member.user_email]


async def activated(layer: CommerceLayerClient, membership_id: str) -> Membership:
    waiting: Handle[Membership, Membership]
    waiting = await layer.memberships.wait_active(membership_id)
    async for state in waiting.updates(poll_interval=30):
        assert_type(state, Membership)
    return await waiting.result(deadline=None)


async def verified(layer: CommerceLayerClient, provider_id: str) -> IdentityProvider:
    try:
        return await (await layer.identity_providers.wait_verified(provider_id)).result()
    except VerificationFailed as failed:
        assert_type(failed.provider, IdentityProvider)
        return failed.provider


async def related(layer: CommerceLayerClient, role: Role) -> None:
    assert_type(layer.roles.permissions(role.id, sort=["subject"]), Paginator[Permission])
    assert_type(layer.roles.versions(role.id), Paginator[Version])
    assert_type(await layer.roles.organization(role.id), Organization | None)
    await layer.permissions.create(
        can_create=True,
        can_read=True,
        can_update=False,
        can_destroy=False,
        subject="Order",
        role=role,
    )
    assert_type(await layer.user.get(fields=["email"]), User)
    await layer.memberships.resend("…")
    await layer.organizations.transfer_ownership("…", new_owner_email="…")
    await layer.roles.update(role.id, name="Admin", reference=None)


async def secrets(layer: CommerceLayerClient) -> list[ApiCredential]:
    return await layer.api_credentials.list(fields=["client_id", "client_secret"]).collect()


async def configured(settings: CommerceLayerSettings) -> None:
    async with CommerceLayerClient(**settings) as layer:
        assert_type(layer, CommerceLayerClient)
