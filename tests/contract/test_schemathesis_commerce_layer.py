"""Schemathesis on Commerce Layer Provisioning of the sandbox over HTTP: every operation."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import httpx

from commerce_sdk.sandbox import ManualClock
from commerce_sdk.sandbox.commerce_layer import commerce_layer_platform
from commerce_sdk.sandbox.commerce_layer.document import commerce_layer_document
from commerce_sdk.sandbox.commerce_layer.settings import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    COMMERCE_LAYER_COLLEAGUE,
    COMMERCE_LAYER_USER,
)
from commerce_sdk.sandbox.engine import Platform, Server
from commerce_sdk.sandbox.engine.operation import Operation
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


def known_of(platform: Platform, operations: dict[str, Operation]) -> dict[str, Any]:
    """What the sandbox has, which no document can say."""
    behaviour = platform.behaviour
    tables = behaviour.store.tables
    by_path = {table.path: table for table in tables.values()}
    ids: dict[str, str] = {}
    for type in ("api_credentials", "roles", "memberships", "membership_profiles"):
        behaviour.seed(type, 1)
    for type in ("application_memberships", "identity_providers"):
        behaviour.seed(type, 1)
    for type in tables:
        ids[type] = behaviour.store.all(type)[0].id
    paths: dict[str, list[str]] = {}
    answered: dict[str, Any] = {}
    given: dict[str, Any] = {TRANSFER: {"attributes": ["new_owner_email"]}}
    for id, operation in operations.items():
        head, *rest = operation.path.strip("/").split("/")
        table = by_path[head]
        if operation.method == "DELETE":
            paths[id] = behaviour.seed(table.type, DELETED)
        elif operation.path.startswith(f"/{head}/{{id}}"):
            paths[id] = [ids[table.type]]
        if id == "resend_membership":
            paths[id] = behaviour.seed("memberships", 1, status="pending")
        link = table.relationships.get(rest[-1]) if len(rest) == 2 else None
        shown = tables[link.to] if link else table
        if id.startswith(("create_", "update_")):
            use = id.partition("_")[0]
            given[id] = {
                "attributes": [n for n, each in table.attributes.items() if getattr(each, use)],
                "relationships": [
                    n for n, each in table.relationships.items() if getattr(each, use)
                ],
            }
        if operation.method != "DELETE" and id not in ("resend_membership", TRANSFER):
            answered[id] = {
                "type": shown.type,
                "links": sorted(shown.relationships),
                "fields": [name for name, each in shown.attributes.items() if each.read],
            }
    return {"ids": ids, "paths": paths, "answered": answered, "given": given, "values": VALUES}


TRANSFER = "transfer_organization_ownership"
OWNERS = [COMMERCE_LAYER_COLLEAGUE.email, COMMERCE_LAYER_USER.email]
VALUES: dict[str, dict[str, list[Any]]] = {
    "create_membership": {"user_email": ["person-{}@example.com"]},
    "create_permission": {"subject": ["subject-{}"]},
    "create_api_credential": {"expires_in": [7200, None]},
    "update_api_credential": {"expires_in": [14400, None]},
    TRANSFER: {"new_owner_email": OWNERS},
}


def asked(folder: Path, *options: str) -> Run:
    platform = commerce_layer_platform(limits=False)
    server = Server(platform, clock=ManualClock())
    operations = dict(commerce_layer_document().operations)
    token = asyncio.run(a_token(server))
    known = known_of(platform, operations)
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
