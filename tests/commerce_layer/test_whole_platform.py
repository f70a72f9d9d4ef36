"""Every operation of the document, through the client, against the sandbox."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import pytest

from commerce_sdk import CommerceLayerClient, Hooks, NotFound, Unprocessable
from commerce_sdk_api.commerce_layer.operations import OPERATIONS
from tests.support.commerce_layer import LayerWorld
from tests.support.every_commerce_layer_call import EVERY_COMMERCE_LAYER_CALL

pytestmark = pytest.mark.anyio

Ids = dict[str, str]
Step = Callable[[CommerceLayerClient, Ids], Awaitable[Any]]


async def _made(layer: CommerceLayerClient) -> Ids:
    """What there is for every operation: one of each type, made through the client."""
    organization = await layer.organizations.create(name="Second brand")
    role = await layer.roles.create(name="Editor", organization=organization)
    permission = await layer.permissions.create(
        subject="coupons",
        can_create=True,
        can_read=True,
        can_update=True,
        can_destroy=False,
        role=role,
    )
    credential = await layer.api_credentials.create(
        name="My app", kind="integration", organization=organization, role=role
    )
    profile = await layer.membership_profiles.create(
        name="Support", access_scope="live_access", organization=organization
    )
    membership = await layer.memberships.create(
        user_email="jane@example.com",
        organization=organization,
        role=role,
        membership_profile=profile,
    )
    use = await layer.application_memberships.create(
        api_credential=credential,
        organization=organization,
        role=role,
        membership=membership,
        membership_profile=profile,
    )
    provider = await layer.identity_providers.create(
        name="Okta",
        client_id="idp",
        client_secret="idp-s3cr3t",
        issuer="https://idp.example.com",
        domains="example.com",
        token_url="https://idp.example.com/token",
        authorize_url="https://idp.example.com/authorize",
        jwks_url="https://idp.example.com/jwks",
    )
    version = await layer.roles.versions(role.id).first()
    assert version is not None
    made = (
        organization,
        role,
        permission,
        credential,
        profile,
        membership,
        use,
        provider,
        version,
    )
    return {each.type: each.id for each in made}


STEPS: dict[str, Step] = {
    "list_organizations": lambda c, x: c.organizations.list().collect(),
    "get_organization": lambda c, x: c.organizations.get(x["organizations"]),
    "update_organization": lambda c, x: c.organizations.update(
        x["organizations"], support_phone="1"
    ),
    "list_organization_memberships": lambda c, x: c.organizations.memberships(
        x["organizations"]
    ).collect(),
    "list_organization_roles": lambda c, x: c.organizations.roles(x["organizations"]).collect(),
    "list_organization_permissions": lambda c, x: c.organizations.permissions(
        x["organizations"]
    ).collect(),
    "list_organization_api_credentials": lambda c, x: c.organizations.api_credentials(
        x["organizations"]
    ).collect(),
    "list_roles": lambda c, x: c.roles.list().collect(),
    "get_role": lambda c, x: c.roles.get(x["roles"]),
    "update_role": lambda c, x: c.roles.update(x["roles"], add_missing_base_permissions=True),
    "get_role_organization": lambda c, x: c.roles.organization(x["roles"]),
    "list_role_permissions": lambda c, x: c.roles.permissions(x["roles"]).collect(),
    "list_role_memberships": lambda c, x: c.roles.memberships(x["roles"]).collect(),
    "list_role_api_credentials": lambda c, x: c.roles.api_credentials(x["roles"]).collect(),
    "list_role_versions": lambda c, x: c.roles.versions(x["roles"]).collect(),
    "list_permissions": lambda c, x: c.permissions.list().collect(),
    "get_permission": lambda c, x: c.permissions.get(x["permissions"]),
    "update_permission": lambda c, x: c.permissions.update(x["permissions"], can_destroy=True),
    "get_permission_organization": lambda c, x: c.permissions.organization(x["permissions"]),
    "get_permission_role": lambda c, x: c.permissions.role(x["permissions"]),
    "list_permission_versions": lambda c, x: c.permissions.versions(x["permissions"]).collect(),
    "list_api_credentials": lambda c, x: c.api_credentials.list().collect(),
    "get_api_credential": lambda c, x: c.api_credentials.get(x["api_credentials"]),
    "update_api_credential": lambda c, x: c.api_credentials.update(x["api_credentials"], name="n"),
    "get_api_credential_organization": lambda c, x: c.api_credentials.organization(
        x["api_credentials"]
    ),
    "get_api_credential_role": lambda c, x: c.api_credentials.role(x["api_credentials"]),
    "list_membership_profiles": lambda c, x: c.membership_profiles.list().collect(),
    "get_membership_profile": lambda c, x: c.membership_profiles.get(x["membership_profiles"]),
    "update_membership_profile": lambda c, x: c.membership_profiles.update(
        x["membership_profiles"], access_scope="all_access"
    ),
    "list_membership_profile_application_memberships": lambda c, x: (
        c.membership_profiles.application_memberships(x["membership_profiles"]).collect()
    ),
    "get_membership_profile_organization": lambda c, x: c.membership_profiles.organization(
        x["membership_profiles"]
    ),
    "list_memberships": lambda c, x: c.memberships.list().collect(),
    "get_membership": lambda c, x: c.memberships.get(x["memberships"]),
    "update_membership": lambda c, x: c.memberships.update(x["memberships"], reference="m-1"),
    "resend_membership": lambda c, x: c.memberships.resend(x["memberships"]),
    "list_membership_application_memberships": lambda c, x: c.memberships.application_memberships(
        x["memberships"]
    ).collect(),
    "list_membership_versions": lambda c, x: c.memberships.versions(x["memberships"]).collect(),
    "get_membership_organization": lambda c, x: c.memberships.organization(x["memberships"]),
    "get_membership_role": lambda c, x: c.memberships.role(x["memberships"]),
    "get_membership_membership_profile": lambda c, x: c.memberships.membership_profile(
        x["memberships"]
    ),
    "list_application_memberships": lambda c, x: c.application_memberships.list().collect(),
    "get_application_membership": lambda c, x: c.application_memberships.get(
        x["application_memberships"]
    ),
    "update_application_membership": lambda c, x: c.application_memberships.update(
        x["application_memberships"], filters={"market_id_in": [1]}
    ),
    "get_application_membership_api_credential": lambda c, x: (
        c.application_memberships.api_credential(x["application_memberships"])
    ),
    "get_application_membership_membership": lambda c, x: c.application_memberships.membership(
        x["application_memberships"]
    ),
    "get_application_membership_membership_profile": lambda c, x: (
        c.application_memberships.membership_profile(x["application_memberships"])
    ),
    "get_application_membership_organization": lambda c, x: c.application_memberships.organization(
        x["application_memberships"]
    ),
    "get_application_membership_role": lambda c, x: c.application_memberships.role(
        x["application_memberships"]
    ),
    "list_identity_providers": lambda c, x: c.identity_providers.list().collect(),
    "get_identity_provider": lambda c, x: c.identity_providers.get(x["identity_providers"]),
    "update_identity_provider": lambda c, x: c.identity_providers.update(
        x["identity_providers"], disable=True
    ),
    "get_identity_provider_user": lambda c, x: c.identity_providers.user(x["identity_providers"]),
    "get_user": lambda c, x: c.user.get(),
    "update_user": lambda c, x: c.user.update(time_zone="Rome"),
    "list_versions": lambda c, x: c.versions.list(page_size=25).collect(),
    "get_version": lambda c, x: c.versions.get(x["versions"]),
    "transfer_organization_ownership": lambda c, x: c.organizations.transfer_ownership(
        x["organizations"], new_owner_email="colleague@example.com"
    ),
    "delete_application_membership": lambda c, x: c.application_memberships.delete(
        x["application_memberships"]
    ),
    "delete_membership": lambda c, x: c.memberships.delete(x["memberships"]),
    "delete_membership_profile": lambda c, x: c.membership_profiles.delete(
        x["membership_profiles"]
    ),
    "delete_api_credential": lambda c, x: c.api_credentials.delete(x["api_credentials"]),
    "delete_identity_provider": lambda c, x: c.identity_providers.delete(x["identity_providers"]),
}
"""An operation each, on what `_made` has made, in an order in which each can be answered."""


def test_the_tables_are_complete() -> None:
    made = {name for name in OPERATIONS if name.startswith("create_")}
    assert {*STEPS} | made == {*OPERATIONS}
    assert {*EVERY_COMMERCE_LAYER_CALL} == {*OPERATIONS}
    assert len(OPERATIONS) == 70


async def test_every_operation_is_answered(here: LayerWorld) -> None:
    """What each gives is one of its type, a list of some, or nothing."""
    asked: list[str] = []
    layer = await here.client(hooks=Hooks(request=lambda event: asked.append(event.operation)))
    ids = await _made(layer)
    for name, step in STEPS.items():
        given = await step(layer, ids)
        assert asked[-1] == name
        (answer,) = OPERATIONS[name].answers.values()
        if answer is None:
            assert given is None
        else:
            came = given if isinstance(given, list) else [given]
            assert {type(each) for each in came} == {answer.stored()}, name
            assert isinstance(given, list) == name.startswith("list_")
    assert {*asked} == {*OPERATIONS, "get_token"}
    assert {*here.transport.answered} == {200, 201, 202, 204}
    assert here.token_calls == 1


async def test_a_call_of_every_operation_sends_that_operation(here: LayerWorld) -> None:
    """Whatever it is answered: the table of calls is what other tests go over."""
    asked: list[str] = []
    layer = await here.client(hooks=Hooks(request=lambda event: asked.append(event.operation)))
    for name, call in EVERY_COMMERCE_LAYER_CALL.items():
        asked.clear()
        with suppress(NotFound, Unprocessable):
            await call(layer, "nobody")
        assert [each for each in asked if each != "get_token"] == [name]
