"""The kinds of calls of Commerce Layer, and what each does when nothing is in its way."""

from __future__ import annotations

import uuid
from typing import Any

import httpx
from starlette.types import Receive, Scope, Send

from commerce_sdk import ClientCredentials, CommerceLayerClient, NotFound
from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.engine import Server
from tests.runtime.faults.kind import DEADLINE, Kind, Side, nothing

PREFIX = "/commerce-layer"
TOKENS = "/oauth/"
"""Where the token host is served, which has an origin of its own in earnest."""
TOKEN = "commerce-layer-token"
LOOKING = 1.2
"""Seconds that what was created is looked for."""


def _client(url: str, **settings: Any) -> CommerceLayerClient:
    auth = settings.pop("auth", None)
    credential = {"token": TOKEN} if auth is None else {"auth": auth}
    return CommerceLayerClient(base_url=f"{url}{PREFIX}/api", **credential, **settings)


LAYER = Side(_client)


async def _to_get_a_token(url: str) -> dict[str, Any]:
    client = COMMERCE_LAYER_CLIENT_ID, COMMERCE_LAYER_CLIENT_SECRET
    return {"auth": ClientCredentials(*client, token_url=f"{url}{TOKENS}token")}


async def _briefly(url: str) -> dict[str, Any]:
    return {"deadline": LOOKING}


async def _role(past: CommerceLayerClient) -> Any:
    role = await past.roles.list(include=["organization"]).first()
    assert role is not None
    return role


async def _get(layer: CommerceLayerClient, role: Any) -> None:
    assert (await layer.roles.get(role.id)).id == role.id


async def _list(layer: CommerceLayerClient, _: Any) -> None:
    found = [each.id async for each in layer.permissions.list(page_size=3, by="id")]
    assert len(found) == len(set(found)) > 6


async def _wait(layer: CommerceLayerClient, membership: Any) -> None:
    handle = await layer.memberships.wait_active(membership.id)
    assert (await handle.result(deadline=DEADLINE, poll_interval=0.01)).status == "active"


async def _active(past: CommerceLayerClient) -> Any:
    return await past.memberships.list(where={"status_eq": "active"}).first()


async def _mark(past: CommerceLayerClient) -> Any:
    return str(uuid.uuid4()), (await _role(past)).organization.id


async def _create(layer: CommerceLayerClient, new: Any) -> None:
    reference, organization = new
    role = await layer.roles.create(name="r", organization=organization, reference=reference)
    assert role.reference == reference


async def _is_there(past: CommerceLayerClient, new: Any) -> bool:
    found = await past.roles.count(where={"reference_eq": new[0]})
    assert found <= 1, "it was created twice"
    return bool(found)


async def _person(past: CommerceLayerClient) -> Any:
    return f"{uuid.uuid4()}@example.com", await _role(past)


async def _invite(layer: CommerceLayerClient, new: Any) -> None:
    email, role = new
    made = await layer.memberships.create(
        user_email=email, role=role, organization=role.organization
    )
    assert made.user_email == email


async def _is_invited(past: CommerceLayerClient, new: Any) -> bool:
    found = await past.memberships.count(where={"user_email_eq": new[0]})
    assert found <= 1, "it was sent twice"
    return bool(found)


async def _pending(past: CommerceLayerClient) -> Any:
    email, role = await _person(past)
    return await past.memberships.create(
        user_email=email, role=role, organization=role.organization
    )


async def _update(layer: CommerceLayerClient, membership: Any) -> None:
    assert (await layer.memberships.update(membership.id, reference="x")).reference == "x"


async def _is_updated(past: CommerceLayerClient, membership: Any) -> bool:
    return (await past.memberships.get(membership.id)).reference == "x"


async def _delete(layer: CommerceLayerClient, membership: Any) -> None:
    await layer.memberships.delete(membership.id)


async def _is_gone(past: CommerceLayerClient, membership: Any) -> bool:
    try:
        await past.memberships.get(membership.id)
    except NotFound:
        return True
    return False


async def _resend(layer: CommerceLayerClient, membership: Any) -> None:
    await layer.memberships.resend(membership.id)


async def _is_sent_again(past: CommerceLayerClient, membership: Any) -> bool:
    async with httpx.AsyncClient(trust_env=False) as looking:
        shown = await looking.get(f"{past.origin}/_sandbox{PREFIX}/state")
    mails = shown.raise_for_status().json()["mails"][membership.id]
    assert mails <= 2, "it was sent twice"
    return bool(mails == 2)


LAYER_KINDS = [
    Kind(LAYER, "`get` of a resource", "GET", _get, _role),
    Kind(LAYER, "a page by id", "GET", _list, nothing),
    Kind(LAYER, "`result()` of a membership", "GET", _wait, _active),
    Kind(LAYER, "a token of a client", "POST", _get, _role, settings=_to_get_a_token),
    Kind(
        LAYER,
        "`roles.create` by its reference",
        "POST",
        _create,
        _mark,
        _is_there,
        once=True,
        settings=_briefly,
        unclear="DeadlineExceeded",
    ),
    Kind(LAYER, "`memberships.create`", "POST", _invite, _person, _is_invited, once=True),
    Kind(LAYER, "`memberships.resend`", "POST", _resend, _pending, _is_sent_again, once=True),
    Kind(LAYER, "`memberships.update`", "PATCH", _update, _pending, _is_updated, once=True),
    Kind(LAYER, "`memberships.delete`", "DELETE", _delete, _pending, _is_gone, once=True),
]


class CommerceLayer:
    """The API, with its token host beside it at the same address."""

    def __init__(self) -> None:
        many = dict.fromkeys(("memberships", "roles"), 10_000)
        platform = commerce_layer_platform(plan=many, limits=False)
        self._server = Server({PREFIX: platform})
        (scheme,) = platform.document.security_schemes
        platform.credentials.issue(scheme, TOKEN, account=COMMERCE_LAYER_CLIENT_ID)
        (self._tokens,) = platform.origins

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["path"].startswith(TOKENS):
            scope = {**scope, "server": (self._tokens, 80)}
        await self._server(scope, receive, send)
