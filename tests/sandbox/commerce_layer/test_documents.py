"""Documents: relationships that say whom they lead to only where that comes along, each resource
once, and only the fields that were asked for."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.sandbox.commerce_layer.callers import commerce_layer, link

pytestmark = pytest.mark.anyio


def of_type(document: dict[str, Any], type: str) -> list[dict[str, Any]]:
    return [each for each in document.get("included", ()) if each["type"] == type]


async def test_relationships_have_links_alone_unless_they_come_along() -> None:
    async with commerce_layer() as here:
        membership = await here.first("memberships")
        plain = (await here.get(f"/memberships/{membership}"))["data"]
        assert {*plain["relationships"]} == {
            *("organization", "role", "application_memberships", "membership_profile", "versions")
        }
        assert all(each.keys() == {"links"} for each in plain["relationships"].values())
        assert plain["links"]["self"].endswith(f"/commerce-layer/api/memberships/{membership}")
        related = plain["relationships"]["role"]["links"]["related"]
        role = (await here.api.get(related)).json()["data"]
        included = await here.get(
            f"/memberships/{membership}", include="role,membership_profile,application_memberships"
        )
        links = included["data"]["relationships"]
        assert links["role"]["data"] == {"type": "roles", "id": role["id"]}
        assert links["membership_profile"]["data"] is None
        assert links["application_memberships"]["data"] == []
        assert "data" not in links["organization"]
        assert included["included"] == [role]


async def test_what_comes_along_comes_once_also_in_circles() -> None:
    async with commerce_layer() as here:
        document = await here.get(
            "/roles", include="organization,memberships.role.organization,permissions.role"
        )
        keys = [(each["type"], each["id"]) for each in document["included"]]
        assert len(keys) == len(set(keys)) == 1 + 1 + 14
        assert of_type(document, "roles") == []
        (organization,) = of_type(document, "organizations")
        assert "data" not in organization["relationships"]["roles"]
        for permission in of_type(document, "permissions"):
            role = permission["relationships"]["role"]["data"]
            assert role in [{"type": "roles", "id": each["id"]} for each in document["data"]]


async def test_fields_are_of_attributes_and_relationships() -> None:
    async with commerce_layer() as here:
        query = {
            "fields[roles]": "name,permissions",
            "fields[permissions]": "subject",
            "include": "permissions.organization,organization",
        }
        document = await here.get("/roles", **query)
        role = document["data"][0]
        assert role["attributes"].keys() == {"name"}
        assert role["relationships"].keys() == {"permissions"}
        assert {frozenset(each["attributes"]) for each in document["included"]} == {
            frozenset({"subject"})
        }
        # What is not among the fields does not come along, at any depth.
        assert {each["type"] for each in document["included"]} == {"permissions"}
        bare = (await here.get("/roles", **{"fields[roles]": "kind"}))["data"][0]
        assert bare["attributes"].keys() == {"kind"}
        assert "relationships" not in bare
        whole = await here.get(
            "/roles", **{"fields[permissions]": "role", "include": "permissions"}
        )
        assert len(whole["data"][0]["attributes"]) > 5
        assert whole["included"][0]["attributes"] == {}
        assert whole["included"][0]["relationships"].keys() == {"role"}


async def test_creates_changes_and_related_ones_take_them_too() -> None:
    async with commerce_layer() as here:
        query = "?include=organization&fields[roles]=organization,name"
        made = (await here.create("roles", query=query)).json()
        assert made["included"][0]["type"] == "organizations"
        assert made["data"]["attributes"] == {"name": "Editor"}
        id = made["data"]["id"]
        changed = (await here.update("roles", id, {"name": "Author"}, query=query)).json()
        assert changed["data"]["attributes"] == {"name": "Author"}
        assert len(changed["included"]) == 1
        related = await here.get(f"/roles/{id}/organization", include="roles.permissions")
        assert len(of_type(related, "roles")) == 3
        wrong = await here.create("roles", query="?include=colour")
        assert wrong.status_code == 400
        assert len(await here.ids("/roles")) == 3


async def test_a_related_one_that_is_not_there_is_null() -> None:
    async with commerce_layer() as here:
        membership = await here.first("memberships")
        path = f"/memberships/{membership}/membership_profile"
        assert await here.get(path) == {"data": None}
        assert (await here.asked(path, "include=colour")).status_code == 400


async def test_ids_are_short_opaque_and_drawn_anew_in_the_same_way() -> None:
    async def drawn(seed: int) -> list[str]:
        async with commerce_layer(seed=seed) as here:
            here.behaviour.seed("roles", 20)
            return await here.ids("/roles", "page[size]=25&filter[q][kind_eq]=custom")

    first, again, other = await drawn(1), await drawn(1), await drawn(2)
    assert first == again != other
    assert all(re.fullmatch("[A-Za-z0-9]{10}", each) for each in first)
    assert first != sorted(first)


async def test_the_user_is_one_without_an_id_in_the_path() -> None:
    async with commerce_layer() as here:
        user = (await here.get("/user"))["data"]
        assert (user["type"], user["links"]["self"][-5:]) == ("users", "/user")
        assert user["attributes"]["email"] == "owner@example.com"
        changes = {"email": "new@example.com", "first_name": "Nora"}
        body = {"data": {"type": "users", "attributes": changes}}
        answer = await here.send("PATCH", "/user", body)
        assert answer.json()["data"]["id"] == user["id"]
        member = (await here.get("/memberships"))["data"][0]["attributes"]
        assert (member["user_email"], member["user_first_name"]) == ("new@example.com", "Nora")
        assert await here.created("organizations")


async def test_both_ends_of_a_relationship_say_the_same() -> None:
    async with commerce_layer() as here:
        role, profile = await here.created("roles"), await here.created("membership_profiles")
        membership = await here.created(
            "memberships",
            role=link("roles", role),
            membership_profile=link("membership_profiles", profile),
        )
        use = await here.created(
            "application_memberships",
            api_credential=link("api_credentials", await here.first("api_credentials")),
            membership=link("memberships", membership),
        )
        assert await here.ids(f"/roles/{role}/memberships") == [membership]
        assert await here.ids(f"/memberships/{membership}/application_memberships") == [use]
        other = await here.first("roles", "filter[q][kind_eq]=admin")
        await here.update("memberships", membership, role=link("roles", other))
        assert await here.ids(f"/roles/{role}/memberships") == []
        assert membership in await here.ids(f"/roles/{other}/memberships")
        many = {"application_memberships": link("application_memberships", [use])}
        await here.update("membership_profiles", profile, **many)
        path = f"/application_memberships/{use}/membership_profile"
        assert (await here.get(path))["data"]["id"] == profile
        document = await here.get("/membership_profiles", include="application_memberships")
        assert json.dumps({"type": "application_memberships", "id": use}) in json.dumps(document)
