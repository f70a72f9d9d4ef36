"""Every operation of Commerce Layer through the facade, with one id in every place that takes one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from commerce_sdk import CommerceLayerClient

Call = Callable[[CommerceLayerClient, Any], Awaitable[Any]]
CLIENT_SECRET = "idp-s3cr3t"


def _api_credential(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.api_credentials.create(name="My app", kind="integration", organization=id_)


def _application_membership(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.application_memberships.create(api_credential=id_, organization=id_, role=id_)


def _identity_provider(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.identity_providers.create(
        name=id_,
        client_id="idp",
        client_secret=CLIENT_SECRET,
        issuer="https://idp.example.com",
        domains="example.com",
        token_url="https://idp.example.com/token",
        authorize_url="https://idp.example.com/authorize",
        jwks_url="https://idp.example.com/jwks",
    )


def _membership(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.memberships.create(user_email="jane@example.com", organization=id_, role=id_)


def _membership_profile(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.membership_profiles.create(
        name="Support", access_scope="live_access", organization=id_
    )


def _permission(layer: CommerceLayerClient, id_: Any) -> Awaitable[Any]:
    return layer.permissions.create(
        subject="coupons",
        can_create=True,
        can_read=True,
        can_update=True,
        can_destroy=False,
        role=id_,
    )


EVERY_COMMERCE_LAYER_CALL: dict[str, Call] = {
    "list_api_credentials": lambda c, x: c.api_credentials.list(where={"name_eq": x}).first(),
    "create_api_credential": _api_credential,
    "get_api_credential": lambda c, x: c.api_credentials.get(x),
    "update_api_credential": lambda c, x: c.api_credentials.update(x, name="n"),
    "delete_api_credential": lambda c, x: c.api_credentials.delete(x),
    "get_api_credential_organization": lambda c, x: c.api_credentials.organization(x),
    "get_api_credential_role": lambda c, x: c.api_credentials.role(x),
    "list_application_memberships": lambda c, x: c.application_memberships.list().first(),
    "create_application_membership": _application_membership,
    "get_application_membership": lambda c, x: c.application_memberships.get(x),
    "update_application_membership": lambda c, x: c.application_memberships.update(x, role=x),
    "delete_application_membership": lambda c, x: c.application_memberships.delete(x),
    "get_application_membership_api_credential": (
        lambda c, x: c.application_memberships.api_credential(x)
    ),
    "get_application_membership_membership": lambda c, x: c.application_memberships.membership(x),
    "get_application_membership_membership_profile": (
        lambda c, x: c.application_memberships.membership_profile(x)
    ),
    "get_application_membership_organization": (
        lambda c, x: c.application_memberships.organization(x)
    ),
    "get_application_membership_role": lambda c, x: c.application_memberships.role(x),
    "list_identity_providers": lambda c, x: c.identity_providers.list().first(),
    "create_identity_provider": _identity_provider,
    "get_identity_provider": lambda c, x: c.identity_providers.get(x),
    "update_identity_provider": (
        lambda c, x: c.identity_providers.update(x, client_secret=CLIENT_SECRET)
    ),
    "delete_identity_provider": lambda c, x: c.identity_providers.delete(x),
    "get_identity_provider_user": lambda c, x: c.identity_providers.user(x),
    "list_memberships": lambda c, x: c.memberships.list(where={"organization_id_eq": x}).first(),
    "create_membership": _membership,
    "get_membership": lambda c, x: c.memberships.get(x),
    "update_membership": lambda c, x: c.memberships.update(x, role=x),
    "delete_membership": lambda c, x: c.memberships.delete(x),
    "resend_membership": lambda c, x: c.memberships.resend(x),
    "list_membership_application_memberships": (
        lambda c, x: c.memberships.application_memberships(x).first()
    ),
    "get_membership_membership_profile": lambda c, x: c.memberships.membership_profile(x),
    "get_membership_organization": lambda c, x: c.memberships.organization(x),
    "get_membership_role": lambda c, x: c.memberships.role(x),
    "list_membership_versions": lambda c, x: c.memberships.versions(x).first(),
    "list_membership_profiles": lambda c, x: c.membership_profiles.list().first(),
    "create_membership_profile": _membership_profile,
    "get_membership_profile": lambda c, x: c.membership_profiles.get(x),
    "update_membership_profile": (
        lambda c, x: c.membership_profiles.update(x, application_memberships=[x])
    ),
    "delete_membership_profile": lambda c, x: c.membership_profiles.delete(x),
    "list_membership_profile_application_memberships": (
        lambda c, x: c.membership_profiles.application_memberships(x).first()
    ),
    "get_membership_profile_organization": lambda c, x: c.membership_profiles.organization(x),
    "list_organizations": lambda c, x: c.organizations.list().first(),
    "create_organization": lambda c, x: c.organizations.create(name=x),
    "get_organization": lambda c, x: c.organizations.get(x),
    "update_organization": lambda c, x: c.organizations.update(x, name="n"),
    "transfer_organization_ownership": (
        lambda c, x: c.organizations.transfer_ownership(x, new_owner_email="jane@example.com")
    ),
    "list_organization_memberships": lambda c, x: c.organizations.memberships(x).first(),
    "list_organization_roles": lambda c, x: c.organizations.roles(x).first(),
    "list_organization_permissions": lambda c, x: c.organizations.permissions(x).first(),
    "list_organization_api_credentials": lambda c, x: c.organizations.api_credentials(x).first(),
    "list_permissions": lambda c, x: c.permissions.list().first(),
    "create_permission": _permission,
    "get_permission": lambda c, x: c.permissions.get(x),
    "update_permission": lambda c, x: c.permissions.update(x, can_read=True),
    "get_permission_organization": lambda c, x: c.permissions.organization(x),
    "get_permission_role": lambda c, x: c.permissions.role(x),
    "list_permission_versions": lambda c, x: c.permissions.versions(x).first(),
    "list_roles": lambda c, x: c.roles.list().first(),
    "create_role": lambda c, x: c.roles.create(name="Editor", organization=x),
    "get_role": lambda c, x: c.roles.get(x),
    "update_role": lambda c, x: c.roles.update(x, name="n"),
    "get_role_organization": lambda c, x: c.roles.organization(x),
    "list_role_permissions": lambda c, x: c.roles.permissions(x).first(),
    "list_role_memberships": lambda c, x: c.roles.memberships(x).first(),
    "list_role_api_credentials": lambda c, x: c.roles.api_credentials(x).first(),
    "list_role_versions": lambda c, x: c.roles.versions(x).first(),
    "get_user": lambda c, x: c.user.get(),
    "update_user": lambda c, x: c.user.update(reference=x),
    "list_versions": lambda c, x: c.versions.list().first(),
    "get_version": lambda c, x: c.versions.get(x),
}


async def _active(layer: CommerceLayerClient, id_: Any) -> Any:
    return await (await layer.memberships.wait_active(id_)).result(deadline=60)


async def _verified(layer: CommerceLayerClient, id_: Any) -> Any:
    return await (await layer.identity_providers.wait_verified(id_)).result(deadline=60)


COMMERCE_LAYER_FOLLOWED: dict[str, Call] = {
    "a wait for a member": _active,
    "a wait for a provider": _verified,
    "all memberships": lambda c, x: c.memberships.list(deadline=30).collect(),
    "all memberships by id": lambda c, x: c.memberships.list(by="id", deadline=30).collect(),
    "all permissions of a role": lambda c, x: c.roles.permissions(x, deadline=30).collect(),
    "a role with a reference": (
        lambda c, x: c.roles.create(name="Editor", organization=x, reference="r-1")
    ),
}
