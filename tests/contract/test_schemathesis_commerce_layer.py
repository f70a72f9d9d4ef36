"""Schemathesis on Commerce Layer Provisioning of the sandbox over HTTP: every operation."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx

from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    COMMERCE_LAYER_COLLEAGUE,
    COMMERCE_LAYER_USER,
    ManualClock,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.commerce_layer.document import commerce_layer_document
from commerce_sdk.sandbox.engine import Platform, Server
from tests.conftest import ROOT
from tests.contract.runner import Run, labels, schemathesis
from tests.support.servers import on_loopback

HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/commerce_layer.json"
CASES = 2
DELETED = 20
GRANT = {
    "grant_type": "client_credentials",
    "client_id": COMMERCE_LAYER_CLIENT_ID,
    "client_secret": COMMERCE_LAYER_CLIENT_SECRET,
}


async def a_token(server: Server) -> str:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=server)) as client:
        answer = await client.post("http://commerce-layer-auth/oauth/token", json=GRANT)
        return str(answer.raise_for_status().json()["access_token"])


TRANSFER, RESEND = "transfer_organization_ownership", "resend_membership"
SEEDED = (
    *("api_credentials", "roles", "memberships", "membership_profiles"),
    *("application_memberships", "identity_providers"),
)
VALUES: dict[str, dict[str, list[Any]]] = {
    "create_membership": {"user_email": ["person-{}@example.com"]},
    "create_permission": {"subject": ["subject-{}"]},
    "create_api_credential": {"expires_in": [7200, None]},
    "update_api_credential": {"expires_in": [14400, None]},
    TRANSFER: {"new_owner_email": [COMMERCE_LAYER_COLLEAGUE.email, COMMERCE_LAYER_USER.email]},
}
"""What makes sense in an attribute, one after the other."""


def known_of(platform: Platform) -> dict[str, Any]:
    """What the sandbox has, which no document can say."""
    behaviour = platform.behaviour
    tables = behaviour.store.tables
    for type in SEEDED:
        behaviour.seed(type, 1)
    ids = {type: behaviour.store.all(type)[0].id for type in tables}
    by_path = {table.path: table for table in tables.values()}
    paths: dict[str, list[str]] = {}
    answered: dict[str, Any] = {}
    given: dict[str, Any] = {TRANSFER: {"attributes": ["new_owner_email"]}}
    for id, operation in platform.document.operations.items():
        head, *rest = operation.path.strip("/").split("/")
        table = by_path[head]
        use = id.partition("_")[0]
        if rest:
            paths[id] = [ids[table.type]]
        if use in ("create", "update"):
            given[id] = {"attributes": taken(table.attributes, use)}
            given[id]["relationships"] = taken(table.relationships, use)
        if id == RESEND:
            paths[id] = behaviour.seed("memberships", 1, status="pending")
        elif operation.method == "DELETE":
            paths[id] = behaviour.seed(table.type, DELETED)
        elif id != TRANSFER:
            link = table.relationships.get(rest[-1]) if len(rest) == 2 else None
            shown = tables[link.to] if link else table
            fields = taken(shown.attributes, "read")
            links = sorted(shown.relationships)
            answered[id] = {"type": shown.type, "links": links, "fields": fields}
    return {"ids": ids, "paths": paths, "answered": answered, "given": given, "values": VALUES}


def taken(fields: Mapping[str, Any], use: str) -> list[str]:
    """The names of those that have a use."""
    return [name for name, each in fields.items() if getattr(each, use)]


def asked(folder: Path, *options: str) -> Run:
    platform = commerce_layer_platform(limits=False)
    server = Server(platform, clock=ManualClock())
    token = asyncio.run(a_token(server))
    known = known_of(platform)
    with on_loopback(server) as there:
        url = str(there.base_url).rstrip("/") + platform.document.base_path
        return schemathesis(
            *(DOCUMENT, url, folder, "-n", str(CASES), "--phases", "examples,fuzzing"),
            *("-H", f"Authorization: Bearer {token}", *options),
            hooks=HERE / "mending_json_api.py",
            known=known,
            config=HERE / "schemathesis.toml",
        )


def test_commerce_layer_keeps_to_its_document(tmp_path: Path) -> None:
    operations = labels(commerce_layer_document())
    assert len(operations) == 70

    asked(tmp_path).check(list(operations), CASES)
