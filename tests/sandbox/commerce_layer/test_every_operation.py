"""Each of the seventy operations once, with the answer that its document says."""

from __future__ import annotations

import pytest

from commerce_sdk.sandbox import COMMERCE_LAYER_COLLEAGUE
from commerce_sdk.sandbox.commerce_layer.document import commerce_layer_document
from commerce_sdk.sandbox.engine import Document
from tests.sandbox.commerce_layer.callers import NEW, Here, commerce_layer, link

pytestmark = pytest.mark.anyio

DOCUMENT: Document = commerce_layer_document()


async def everything(here: Here) -> dict[str, str]:
    """One resource of each type that can be made, with all that it may belong to; their ids."""
    made = {type: await here.created(type) for type in ("identity_providers", "roles")}
    for type in ("api_credentials", "membership_profiles", "memberships", "permissions"):
        made[type] = await here.created(type)
    made["application_memberships"] = await here.created(
        "application_memberships",
        membership=link("memberships", made["memberships"]),
        membership_profile=link("membership_profiles", made["membership_profiles"]),
        api_credential=link("api_credentials", made["api_credentials"]),
    )
    made["organizations"] = await here.first("organizations")
    made["versions"] = await here.first("versions")
    return made


async def test_all_of_them_succeed() -> None:
    async with commerce_layer() as here:
        made = await everything(here)
        reads = [each for each in DOCUMENT.operations.values() if each.method == "GET"]
        for operation in reads:
            type = operation.path.split("/")[1]
            path = operation.path.replace("{id}", made.get(type, ""))
            await here.get(path)
        for type in [*NEW, "users"]:
            path = "/user" if type == "users" else f"/{type}/{made[type]}"
            id = (await here.get(path))["data"]["id"]
            body = {"data": {"type": type, "id": id, "attributes": {"reference": "mine"}}}
            answer = await here.send("PATCH", path, body)
            assert answer.status_code == 200, answer.text
            assert answer.json()["data"]["attributes"]["reference"] == "mine"
        assert await here.created("organizations") != made["organizations"]
        transfer = {
            "type": "organizations",
            "id": made["organizations"],
            "attributes": {"new_owner_email": COMMERCE_LAYER_COLLEAGUE.email},
        }
        membership, organization = made["memberships"], made["organizations"]
        actions = [
            await here.api.post(f"/memberships/{membership}/resend"),
            await here.send(
                "PATCH", f"/organizations/{organization}/transfer_ownership", {"data": transfer}
            ),
        ]
        assert [(each.status_code, each.content) for each in actions] == [(202, b"")] * 2
        for type in ("application_memberships", *NEW):
            if f"delete_{type[:-1]}" in DOCUMENT.operations and type in made:
                answer = await here.api.delete(f"/{type}/{made.pop(type)}")
                assert (answer.status_code, answer.content) == (204, b"")
        assert here.platform.calls.keys() == DOCUMENT.operations.keys()
        assert len(DOCUMENT.operations) == 70


async def test_what_is_not_there_is_not_found_by_any_operation() -> None:
    async with commerce_layer() as here:
        for operation in DOCUMENT.operations.values():
            if "{id}" not in operation.path or operation.body:
                continue
            path = operation.path.replace("{id}", "nowhere")
            answer = await here.api.request(operation.method, path)
            (error,) = answer.json()["errors"]
            assert (answer.status_code, error["code"]) == (404, "RECORD_NOT_FOUND")
            assert error["status"] == "404"


async def test_organizations_and_roles_cannot_be_deleted() -> None:
    async with commerce_layer() as here:
        for type in ("organizations", "roles", "permissions", "versions"):
            answer = await here.api.delete(f"/{type}/{await here.first(type)}")
            assert (answer.status_code, answer.json()["errors"][0]["code"]) == (
                405,
                "METHOD_NOT_ALLOWED",
            )
