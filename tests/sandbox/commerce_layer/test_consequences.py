"""What goes on beyond the tables: what an organization brings, who accepts and when, who owns."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import COMMERCE_LAYER_COLLEAGUE, COMMERCE_LAYER_USER, CommerceLayerPerson
from tests.sandbox.commerce_layer.callers import Here, commerce_layer, errors, link

pytestmark = pytest.mark.anyio

DAY = 86_400.0


async def attributes(here: Here, path: str) -> dict[str, Any]:
    found: dict[str, Any] = (await here.get(path))["data"]["attributes"]
    return found


async def transferred(here: Here, email: str, organization: str | None = None) -> httpx.Response:
    id = organization or await here.first("organizations")
    data = {"type": "organizations", "id": id, "attributes": {"new_owner_email": email}}
    return await here.send("PATCH", f"/organizations/{id}/transfer_ownership", {"data": data})


async def test_an_organization_brings_its_owner_two_roles_and_two_credentials() -> None:
    async with commerce_layer() as here:
        answer = await here.create("organizations", {"name": "Größer & Co"})
        organization = answer.json()["data"]
        assert organization["attributes"]["slug"] == "gr-er-co"
        assert organization["attributes"]["domain"] == "gr-er-co.commercelayer.io"
        assert organization["attributes"]["region"] == "eu-west-1"
        path = f"/organizations/{organization['id']}"
        (owner,) = (await here.get(f"{path}/memberships", include="role"))["data"]
        assert owner["attributes"]["user_email"] == COMMERCE_LAYER_USER.email
        assert (owner["attributes"]["status"], owner["attributes"]["owner"]) == ("active", True)
        roles = (await here.get(f"{path}/roles", sort="kind", include="permissions"))["data"]
        assert [each["attributes"]["kind"] for each in roles] == ["admin", "read_only"]
        assert owner["relationships"]["role"]["data"]["id"] == roles[0]["id"]
        assert all(each["relationships"]["permissions"]["data"] for each in roles)
        credentials = (await here.get(f"{path}/api_credentials"))["data"]
        secrets = {each["attributes"]["client_secret"] for each in credentials}
        assert len(credentials) == len(secrets) == 2
        again = (await here.get(f"{path}/api_credentials"))["data"]
        assert {each["attributes"]["client_secret"] for each in again} == secrets
        second = (await here.create("organizations", {"name": "Größer Co"})).json()["data"]
        assert second["attributes"]["slug"] == "gr-er-co-2"


async def test_the_plan_says_how_much_there_may_be() -> None:
    plan = {"organizations": 2, "memberships": 2, "roles": 3}
    async with commerce_layer(plan=plan) as here:
        path = f"/organizations/{await here.first('organizations')}"
        info = (await attributes(here, path))["subscription_info"]
        assert info["limits"] == plan
        assert info["totals"] == {"organizations": 1, "memberships": 1, "roles": 2}
        membership = await here.created("memberships")
        await here.created("roles")
        await here.created("organizations")
        for type in plan:
            answer = await here.create(type, {"user_email": "b@c"} if type[0] == "m" else {})
            assert (answer.status_code, errors(answer)) == (422, [("VALIDATION_ERROR", "/data")])
        assert (await attributes(here, path))["subscription_info"]["totals"] == plan
        await here.api.delete(f"/memberships/{membership}")
        assert await here.created("memberships")


async def test_a_person_accepts_after_a_while() -> None:
    async with commerce_layer() as here:
        membership = await here.created("memberships", {"user_email": "ada@example.com"})
        path = f"/memberships/{membership}"
        before = await attributes(here, path)
        assert (before["status"], before["user_first_name"]) == ("pending", None)
        await here.later(DAY - 1)
        assert (await attributes(here, path))["status"] == "pending"
        assert (await here.api.post(f"{path}/resend")).status_code == 202
        await here.later(DAY)
        after = await attributes(here, path)
        assert (after["status"], after["user_first_name"]) == ("active", "Ada")
        # It happened when it was due, whenever somebody looks.
        assert after["updated_at"] == "2025-06-16T15:06:40.000Z"
        answer = await here.api.post(f"{path}/resend")
        assert (answer.status_code, errors(answer)) == (
            422,
            [("VALIDATION_ERROR", "/data/attributes/status")],
        )
        assert here.behaviour.state()["mails"] == {membership: 2}


async def test_who_has_an_account_is_active_at_once_and_a_test_may_accept() -> None:
    async with commerce_layer() as here:
        known = await here.create("memberships", {"user_email": "Colleague@example.com"})
        assert known.json()["data"]["attributes"]["status"] == "active"
        assert known.json()["data"]["attributes"]["user_last_name"] == "Colleague"
        here.behaviour.switches.accept_after = 10 * DAY
        membership = await here.created("memberships")
        await here.later(5 * DAY)
        path = f"/memberships/{membership}"
        assert (await attributes(here, path))["status"] == "pending"
        here.behaviour.accept(membership)
        assert (await attributes(here, path))["status"] == "active"
        await here.later(9 * DAY)
        assert len(await here.ids(f"{path}/versions")) == 2


async def test_changes_of_members_roles_and_permissions_are_written_down() -> None:
    async with commerce_layer() as here:
        role = await here.created("roles")
        permission = await here.created("permissions", role=link("roles", role))
        here.clock.advance(1)
        await here.update("roles", role, {"name": "Author"})
        await here.update("permissions", permission, {"can_destroy": False})
        await here.update("permissions", permission, {"can_destroy": False})
        (made, changed) = (await here.get(f"/roles/{role}/versions"))["data"]
        assert made["attributes"]["event"] == "create"
        assert changed["attributes"]["changes"] == {"name": ["Editor", "Author"]}
        assert changed["attributes"]["who"] == {"email": COMMERCE_LAYER_USER.email}
        assert changed["attributes"]["resource_id"] == role
        assert len(await here.ids(f"/permissions/{permission}/versions")) == 2
        membership = await here.created("memberships")
        await here.api.delete(f"/memberships/{membership}")
        query = f"filter[q][resource_id_eq]={membership}&sort=event"
        document = (await here.asked("/versions", query)).json()
        events = [each["attributes"]["event"] for each in document["data"]]
        assert events == ["create", "destroy"]
        assert (await here.get(f"/versions/{document['data'][0]['id']}"))["data"]


async def test_a_role_is_given_the_permissions_that_it_lacks() -> None:
    async with commerce_layer() as here:
        role = await here.created("roles")
        await here.created("permissions", {"subject": "orders"}, role=link("roles", role))
        answer = await here.update("roles", role, {"_add_missing_base_permissions": True})
        assert "_add_missing_base_permissions" not in answer.json()["data"]["attributes"]
        document = await here.get(f"/roles/{role}/permissions")
        subjects = [each["attributes"]["subject"] for each in document["data"]]
        assert len(subjects) == len(set(subjects)) == 7
        organization = await here.get(f"/permissions/{document['data'][-1]['id']}/organization")
        assert organization["data"]["id"] == await here.first("organizations")


@pytest.mark.parametrize("outcome", ["verified", "error"])
async def test_an_identity_provider_is_looked_at_after_a_while(outcome: Any) -> None:
    async with commerce_layer() as here:
        here.behaviour.switches.verification = outcome
        provider = await here.created("identity_providers", {"_disable": True})
        path = f"/identity_providers/{provider}"
        made = await attributes(here, path)
        assert (made["status"], made["disabled_at"]) == ("pending", "2025-06-15T15:06:40.000Z")
        assert made["client_secret"] == "idp-secret"
        assert made["txt_record"].startswith("commercelayer-verification=")
        assert (await here.get(f"{path}/user"))["data"]["type"] == "users"
        await here.update("identity_providers", provider, {"_enable": True})
        assert (await attributes(here, path))["disabled_at"] is None
        here.clock.advance(3600)
        assert (await attributes(here, path))["status"] == outcome
        other = await here.created("identity_providers")
        here.behaviour.end_verification(other, "error")
        assert (await attributes(here, f"/identity_providers/{other}"))["status"] == "error"


async def test_an_owner_leaves_once_another_owns() -> None:
    async with commerce_layer() as here:
        own = await here.first("memberships")
        locked = await here.api.delete(f"/memberships/{own}")
        assert (locked.status_code, errors(locked)) == (423, [("LOCKED", None)])
        heir = await here.created(
            "memberships",
            {"user_email": COMMERCE_LAYER_COLLEAGUE.email},
            role=link("roles", await here.first("roles", "filter[q][kind_eq]=read_only")),
        )
        answer = await transferred(here, COMMERCE_LAYER_COLLEAGUE.email.upper())
        assert (answer.status_code, answer.content) == (202, b"")
        assert (await attributes(here, f"/memberships/{own}"))["owner"] is False
        assert (await attributes(here, f"/memberships/{heir}"))["owner"] is True
        role = await attributes(here, f"/memberships/{heir}/role")
        assert role["kind"] == "admin"
        # Only an owner gives an organization away.
        again = await transferred(here, COMMERCE_LAYER_USER.email)
        assert (again.status_code, errors(again)) == (401, [("UNAUTHORIZED", None)])
        assert (await here.api.delete(f"/memberships/{own}")).status_code == 204


@pytest.mark.parametrize("email", ["stranger@example.com", "new@example.com", "owner@example.com"])
async def test_who_has_no_account_or_owns_it_already_does_not_come_to_own_it(email: str) -> None:
    async with commerce_layer() as here:
        await here.created("memberships")
        answer = await transferred(here, email)
        where = "/data/attributes/new_owner_email"
        assert (answer.status_code, errors(answer)) == (422, [("VALIDATION_ERROR", where)])
        assert await here.ids("/memberships", "filter[q][owner_true]=true") == [
            await here.first("memberships")
        ]


async def test_who_has_an_account_may_come_to_own_it_without_a_membership() -> None:
    own = CommerceLayerPerson("me@example.com", "Me", "Self")
    async with commerce_layer(people=[own, CommerceLayerPerson("b@example.com", "B", "C")]) as here:
        assert (await transferred(here, "b@example.com")).status_code == 202
        (owner,) = (await here.get("/memberships", **{"filter[q][owner_true]": "1"}))["data"]
        assert owner["attributes"]["user_first_name"] == "B"
        assert (await attributes(here, "/user"))["email"] == "me@example.com"


async def test_who_is_no_administrator_takes_only_the_own_membership_away() -> None:
    async with commerce_layer() as here:
        own, other = await here.first("memberships"), await here.created("memberships")
        await transferred(here, COMMERCE_LAYER_COLLEAGUE.email)
        reading = link("roles", await here.first("roles", "filter[q][kind_eq]=read_only"))
        await here.update("memberships", own, role=reading)
        refused = await here.api.delete(f"/memberships/{other}")
        assert (refused.status_code, errors(refused)) == (401, [("UNAUTHORIZED", None)])
        assert (await here.api.delete(f"/memberships/{own}")).status_code == 204


@pytest.mark.parametrize(
    ("settings", "fault", "said"),
    [
        ({"people": []}, ValueError, "people: nobody has the credentials"),
        ({"people": ["ada"]}, TypeError, "people: a person is a CommerceLayerPerson, not 'ada'"),
        ({"tier": "gold"}, ValueError, "tier: 'gold' is none of the document's"),
    ],
)
async def test_settings_that_are_none_are_refused(
    settings: Any, fault: type[Exception], said: str
) -> None:
    with pytest.raises(fault, match=said):
        async with commerce_layer(**settings):
            pass
