"""What goes over the wire: of each kind of call the method, the address, the headers, the body."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from typing import Any
from urllib.parse import unquote_plus

import httpx
import pytest

from commerce_sdk import CommerceLayerClient, InvalidRequest, NotLoaded
from commerce_sdk.commerce_layer.models import Organization
from tests.commerce_layer.front import TOKEN, Front, document, page, resource
from tests.support.commerce_layer import MEDIA_TYPE

pytestmark = pytest.mark.anyio

Call = Callable[[CommerceLayerClient], Awaitable[Any]]
READING = {
    "accept": MEDIA_TYPE,
    "accept-version": "v1",
    "authorization": f"Bearer {TOKEN}",
}
WRITING = {**READING, "content-type": MEDIA_TYPE}
ORGANIZATION = Organization.from_dict({"id": "org1", "type": "organizations"})


def _answer(request: httpx.Request) -> httpx.Response:
    if request.url.path.endswith(("/resend", "/transfer_ownership")):
        return httpx.Response(202)
    if request.method == "DELETE":
        return httpx.Response(204)
    _, _, *steps = request.url.path.split("/")
    if request.method == "GET" and len(steps) != 2:
        return page([], records=7)
    made = resource({"user": "users"}.get(steps[0], steps[0]), steps[-1])
    return document(made, status=201 if request.method == "POST" else 200)


CALLS: dict[str, tuple[Call, str, Mapping[str, str], bytes]] = {
    "a list": (
        lambda c: c.memberships.list(
            where={
                "user_email_end": "@example.com",
                "organization_name_start": "The & Co",
                "reference_in": ["a", "b"],
                "metadata_jcont": {"team": "blue"},
            },
            include=["role", "organization.roles"],
            fields={"memberships": ["user_email"], "roles": ["name"]},
            sort=["-created_at", "id"],
            page_size=25,
        ).first(),
        "GET /api/memberships?page[size]=25&include=role,organization.roles"
        "&fields[memberships]=user_email,role,organization&fields[roles]=name"
        "&sort=-created_at,id&filter[q][user_email_end]=@example.com"
        "&filter[q][organization_name_start]=The & Co&filter[q][reference_in]=a,b"
        '&filter[q][metadata_jcont]={"team":"blue"}',
        READING,
        b"",
    ),
    "a list with nothing given": (
        lambda c: c.roles.list().first(),
        "GET /api/roles",
        READING,
        b"",
    ),
    "a list by id": (
        lambda c: c.memberships.list(by="id", page_size=2).first(),
        "GET /api/memberships?page[size]=2&sort=id",
        READING,
        b"",
    ),
    "a related list": (
        lambda c: c.memberships.versions("m1", where={"event_eq": "create"}).first(),
        "GET /api/memberships/m1/versions?filter[q][event_eq]=create",
        READING,
        b"",
    ),
    "a count": (
        lambda c: c.memberships.count(where={"status_eq": "pending"}),
        "GET /api/memberships?page[size]=1&filter[q][status_eq]=pending",
        READING,
        b"",
    ),
    "one": (
        lambda c: c.memberships.get("a b", include=["role"], fields=["user_email"]),
        "GET /api/memberships/a%20b?include=role&fields[memberships]=user_email,role",
        READING,
        b"",
    ),
    "a create": (
        lambda c: c.memberships.create(
            user_email="jane@example.com",
            organization=ORGANIZATION,
            role="r1",
            access_scope="live_access",
            metadata={"team": "blue"},
            application_memberships=["a1", "a2"],
            include=["role"],
        ),
        "POST /api/memberships?include=role",
        WRITING,
        b'{"data":{"type":"memberships","attributes":{"user_email":"jane@example.com",'
        b'"access_scope":"live_access","metadata":{"team":"blue"}},"relationships":{'
        b'"organization":{"data":{"type":"organizations","id":"org1"}},'
        b'"role":{"data":{"type":"roles","id":"r1"}},"application_memberships":{"data":['
        b'{"type":"application_memberships","id":"a1"},'
        b'{"type":"application_memberships","id":"a2"}]}}}}',
    ),
    "an update that clears": (
        lambda c: c.memberships.update(
            "m2", reference=None, membership_profile=None, application_memberships=[]
        ),
        "PATCH /api/memberships/m2",
        WRITING,
        b'{"data":{"type":"memberships","id":"m2","attributes":{"reference":null},'
        b'"relationships":{"application_memberships":{"data":[]},'
        b'"membership_profile":{"data":null}}}}',
    ),
    "an update by a name of its own": (
        lambda c: c.roles.update("roles", add_missing_base_permissions=True),
        "PATCH /api/roles/roles",
        WRITING,
        b'{"data":{"type":"roles","id":"roles","attributes":'
        b'{"_add_missing_base_permissions":true}}}',
    ),
    "an update of who asks": (
        lambda c: c.user.update(time_zone=None),
        "PATCH /api/user",
        WRITING,
        b'{"data":{"type":"users","attributes":{"time_zone":null}}}',
    ),
    "a transfer": (
        lambda c: c.organizations.transfer_ownership("org1", new_owner_email="j@example.com"),
        "PATCH /api/organizations/org1/transfer_ownership",
        WRITING,
        b'{"data":{"type":"organizations","id":"org1",'
        b'"attributes":{"new_owner_email":"j@example.com"}}}',
    ),
    "a mail once more": (
        lambda c: c.memberships.resend("m2"),
        "POST /api/memberships/m2/resend",
        READING,
        b"",
    ),
    "a delete": (
        lambda c: c.memberships.delete("m2"),
        "DELETE /api/memberships/m2",
        READING,
        b"",
    ),
}


@pytest.mark.parametrize("name", CALLS)
async def test_what_is_sent(name: str) -> None:
    call, line, headers, body = CALLS[name]
    front = Front(_answer)
    async with front.client() as layer:
        await call(layer)
    (request,) = front.requests
    path, _, query = request.url.raw_path.decode().partition("?")
    assert f"{request.method} {path}{query and '?'}{unquote_plus(query)}" == line
    assert request.content == body
    sent = {name: value for name, value in request.headers.items() if name in WRITING}
    assert sent == headers


async def test_a_count_is_what_the_answer_says() -> None:
    front = Front(_answer)
    async with front.client() as layer:
        assert await layer.memberships.count() == 7


REFUSED: dict[str, tuple[Call, str]] = {
    "nothing is given": (
        lambda c: c.memberships.update("m1"),
        "nothing is to change; give what is",
    ),
    "only what is to come is given": (
        lambda c: c.user.update(fields=["email"]),
        "nothing is to change; give what is",
    ),
    "another type": (
        lambda c: c.memberships.update("m1", role=ORGANIZATION),  # type: ignore[arg-type]
        "role: expected one of roles, got one of organizations",
    ),
    "what was not loaded": (
        lambda c: c.memberships.update("m1", role=NotLoaded()),  # type: ignore[arg-type]
        "role: was not loaded; pass the id of one of roles",
    ),
    "one for many": (
        lambda c: c.memberships.update("m1", application_memberships="a1"),
        "application_memberships: expected a list of application_memberships, or of their ids, "
        "got str",
    ),
    "none for many": (
        lambda c: c.memberships.update("m1", application_memberships=None),  # type: ignore[arg-type]
        "application_memberships: may not be null; write [] for none",
    ),
    "an empty id": (lambda c: c.roles.get(""), "id: "),
    "an attribute of another kind": (
        lambda c: c.roles.create(name=1, organization="o"),  # type: ignore[arg-type]
        "name: expected text, got int",
    ),
    "a keyword that there is not": (
        lambda c: c.roles.create(nam="x", organization="o"),  # type: ignore[call-arg]
        "nam: is no keyword of Roles.create(); did you mean name=?",
    ),
    "an owner of another kind": (
        lambda c: c.organizations.transfer_ownership("o", new_owner_email=1),  # type: ignore[arg-type]
        "new_owner_email: expected text, got int",
    ),
    "an empty id of what is given away": (
        lambda c: c.organizations.transfer_ownership("", new_owner_email="a@b.c"),
        "id: expected 1 or more characters",
    ),
    "a keyword that a list does not have": (
        lambda c: c.roles.list(limit=5).first(),  # type: ignore[call-arg]
        "limit: is no keyword of Roles.list(); it takes where, ",
    ),
    "the document's word for one": (
        lambda c: c.roles.permissions("r1", filters={}).first(),  # type: ignore[call-arg]
        "filters: is no keyword of Roles.permissions(); did you mean where=?",
    ),
    "an id that is left out": (
        lambda c: c.roles.get(),  # type: ignore[call-arg]
        "id: is needed by Roles.get()",
    ),
    "a size that is too great": (
        lambda c: c.roles.list(page_size=26).first(),
        "page_size: expected at least 1 and at most 25",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_is_not_sent(name: str) -> None:
    call, words = REFUSED[name]
    front = Front(_answer)
    async with front.client() as layer:
        with pytest.raises(InvalidRequest) as refused:
            await call(layer)
    assert str(refused.value).startswith(words)
    assert front.requests == []
