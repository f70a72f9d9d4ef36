"""Creates, changes and deletes: only what is given, and every fault with its place."""

from __future__ import annotations

from typing import Any

import pytest

from tests.sandbox.commerce_layer.callers import KIND, NEW, commerce_layer, errors, link

pytestmark = pytest.mark.anyio


async def test_a_new_one_has_what_was_given_and_nothing_in_the_rest() -> None:
    async with commerce_layer() as here:
        given = {"reference": "r-1", "reference_origin": "me", "metadata": {"a": [1, None]}}
        answer = await here.create("membership_profiles", given)
        assert answer.status_code == 201
        made = answer.json()["data"]["attributes"]
        assert made == {
            **NEW["membership_profiles"],
            **given,
            "test_enabled": False,
            "created_at": "2025-06-15T15:06:40.000Z",
            "updated_at": "2025-06-15T15:06:40.000Z",
        }


async def test_a_change_is_of_what_is_given_alone() -> None:
    async with commerce_layer() as here:
        profile = await here.created("membership_profiles")
        use = await here.created("application_memberships")
        membership = await here.created(
            "memberships",
            {"reference": "r", "access_scope": "test_access"},
            membership_profile=link("membership_profiles", profile),
            application_memberships=link("application_memberships", [use]),
        )
        path = f"/memberships/{membership}"
        before = (await here.get(path))["data"]["attributes"]
        assert before["test_enabled"] is True
        here.clock.advance(1.5)
        nothing = (await here.update("memberships", membership)).json()["data"]["attributes"]
        assert nothing == before
        answer = await here.update("memberships", membership, {"metadata": {"a": 1}})
        changed = answer.json()["data"]["attributes"]
        moved = {"metadata": {"a": 1}, "updated_at": "2025-06-15T15:06:41.500Z"}
        assert changed == {**before, **moved}
        cleared = {
            "membership_profile": link("membership_profiles", None),
            "application_memberships": link("application_memberships", []),
        }
        await here.update("memberships", membership, {"reference": None}, **cleared)
        document = await here.get(path, include="membership_profile,application_memberships,role")
        links = document["data"]["relationships"]
        assert links["membership_profile"]["data"] is None
        assert links["application_memberships"]["data"] == []
        assert links["role"]["data"] is not None
        assert document["data"]["attributes"]["reference"] is None
        assert (await here.get(f"/application_memberships/{use}/membership"))["data"] is None


ROLE = {"data": {"type": "roles", "id": "nowhere"}}


@pytest.mark.parametrize(
    ("data", "status", "wanted"),
    [
        (
            {"attributes": {"user_email": ""}, "relationships": {"organization": {"data": None}}},
            422,
            {"relationships/role", "relationships/organization"},
        ),
        ({}, 422, {"attributes", "relationships"}),
        (
            {"attributes": {"user_email": 1, "access_scope": "all"}},
            422,
            {"attributes/user_email", "attributes/access_scope", "relationships"},
        ),
        (
            {"attributes": {"user_email": " "}, "relationships": {"role": ROLE}},
            422,
            {"relationships/organization"},
        ),
        ({"type": "roles"}, 422, {"type", "attributes", "relationships"}),
    ],
)
async def test_what_the_document_does_not_allow_is_not_valid(
    data: dict[str, Any], status: int, wanted: set[str]
) -> None:
    async with commerce_layer() as here:
        body = {"data": {"type": "memberships", **data}}
        answer = await here.send("POST", "/memberships", body)
        assert answer.status_code == status
        found = errors(answer)
        assert {pointer for _, pointer in found} == {f"/data/{each}" for each in wanted}
        assert {code for code, _ in found} == {"VALIDATION_ERROR"}
        assert {each["status"] for each in answer.json()["errors"]} == {str(status)}


@pytest.mark.parametrize(
    ("type", "attributes", "wanted"),
    [
        ("memberships", {"user_email": "owner@EXAMPLE.com"}, ["attributes/user_email"]),
        ("memberships", {"user_email": "no address"}, ["attributes/user_email"]),
        ("memberships", {"user_email": ""}, ["attributes/user_email"]),
        ("roles", {"name": " "}, ["attributes/name"]),
        ("api_credentials", {"expires_in": 60}, ["attributes/expires_in"]),
        ("permissions", {"subject": "orders"}, ["attributes/subject"]),
        ("identity_providers", {"organization": "nowhere"}, ["attributes/organization"]),
        (
            "identity_providers",
            {"name": "", "issuer": " "},
            ["attributes/name", "attributes/issuer"],
        ),
    ],
)
async def test_what_does_not_fit_what_is_there_is_not_valid(
    type: str, attributes: dict[str, Any], wanted: list[str]
) -> None:
    async with commerce_layer() as here:
        answer = await here.create(type, attributes)
        assert answer.status_code == 422
        assert sorted(errors(answer)) == sorted(
            ("VALIDATION_ERROR", f"/data/{each}") for each in wanted
        )
        for error in answer.json()["errors"]:
            name = error["source"]["pointer"].rpartition("/")[2]
            assert error["detail"] == f"{name} - {error['title']}"


async def test_links_lead_to_what_is_there_and_of_the_same_organization() -> None:
    async with commerce_layer() as here:
        nowhere = {"role": link("roles", "nowhere"), "membership_profile": link("x", None)}
        nowhere["organization"] = link("organizations", "nowhere")
        answer = await here.create("memberships", **nowhere)
        assert errors(answer) == [
            ("VALIDATION_ERROR", "/data/relationships/organization"),
            ("VALIDATION_ERROR", "/data/relationships/role"),
        ]
        second = await here.created("organizations")
        (foreign, _) = await here.ids(f"/organizations/{second}/roles")
        answer = await here.create("memberships", role=link("roles", foreign))
        assert errors(answer) == [("VALIDATION_ERROR", "/data/relationships/role")]
        membership = await here.first("memberships")
        answer = await here.update("memberships", membership, role=link("roles", foreign))
        assert errors(answer) == [("VALIDATION_ERROR", "/data/relationships/role")]
        wrong = await here.create("memberships", role=link("organizations", second))
        assert errors(wrong) == [("VALIDATION_ERROR", "/data/relationships/role")]


async def test_what_a_request_has_no_place_for_is_refused() -> None:
    async with commerce_layer() as here:
        answer = await here.create("roles", {"kind": "admin", "colour": "red"})
        assert (answer.status_code, errors(answer)) == (
            400,
            [
                ("PARAM_NOT_ALLOWED", "/data/attributes/kind"),
                ("PARAM_NOT_ALLOWED", "/data/attributes/colour"),
            ],
        )
        role = await here.first("roles")
        body = {"data": {"type": "roles", "id": "another", "attributes": {"name": "x"}}}
        answer = await here.send("PATCH", f"/roles/{role}", body)
        assert (answer.status_code, errors(answer)) == (400, [("KEY_NOT_INCLUDED_IN_URL", None)])
        moved = link("organizations", await here.first("organizations"))
        answer = await here.update("roles", role, organization=moved)
        assert errors(answer) == [("PARAM_NOT_ALLOWED", "/data/relationships/organization")]


@pytest.mark.parametrize(
    ("headers", "status", "code"),
    [
        ({"Accept": "application/json"}, 406, "NOT_ACCEPTABLE"),
        ({"Accept": "text/html, application/xml;q=0.9"}, 406, "NOT_ACCEPTABLE"),
        ({"Content-Type": "application/json"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        ({"Content-Type": "text/plain"}, 415, "UNSUPPORTED_MEDIA_TYPE"),
        ({"Accept": "*/*"}, 201, ""),
        ({"Accept": f"text/html, {KIND};q=0.9", "Content-Type": f"{KIND}; charset=utf-8"}, 201, ""),
    ],
)
async def test_both_sides_speak_json_api(headers: dict[str, str], status: int, code: str) -> None:
    async with commerce_layer() as here:
        body = {"data": {"type": "organizations", "attributes": {"name": "Mine"}}}
        answer = await here.send("POST", "/organizations", body, **headers)
        assert (answer.status_code, answer.headers["content-type"]) == (status, KIND)
        if code:
            assert errors(answer) == [(code, None)]


async def test_what_others_depend_on_is_locked() -> None:
    async with commerce_layer() as here:
        use = await here.created("application_memberships")
        used = (await here.get(f"/application_memberships/{use}/api_credential"))["data"]["id"]
        path = f"/api_credentials/{used}"
        answer = await here.api.delete(path)
        assert (answer.status_code, errors(answer)) == (423, [("LOCKED", None)])
        assert (await here.get(path))["data"]["id"] == used
        assert (await here.api.delete(f"/application_memberships/{use}")).status_code == 204
        assert (await here.api.delete(path)).status_code == 204
        for method in ("GET", "DELETE"):
            answer = await here.api.request(method, path)
            assert (answer.status_code, errors(answer)) == (404, [("RECORD_NOT_FOUND", None)])


async def test_a_write_that_is_refused_changes_nothing() -> None:
    async with commerce_layer() as here:
        before = here.behaviour.state()
        await here.create("memberships", {"user_email": "x"})
        await here.create("organizations", {"name": ""})
        assert here.behaviour.state() == before
        here.platform.fail_next("create_role", 503, after_applying=True)
        assert (await here.create("roles", {"reference": "r"})).status_code == 503
        assert len(await here.ids("/roles", "filter[q][reference_eq]=r")) == 1
