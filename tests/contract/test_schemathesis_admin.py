"""Schemathesis on the organization administration of the sandbox over HTTP: every operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from commerce_sdk.sandbox import (
    ORGANIZATION,
    TOKEN,
    ManualClock,
    admin_platform,
    commerce_platform,
)
from commerce_sdk.sandbox.admin.document import admin_document
from commerce_sdk.sandbox.engine import Server
from tests.conftest import ROOT
from tests.contract.runner import Run, labels, schemathesis
from tests.support.servers import on_loopback

HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/admin.json"
CASES = 40
BEARER = {"Authorization": f"Bearer {TOKEN}"}
CONFLUENCE = "39605741-b92f-4763-8229-7bba2d16433c"
FIELDS = ["attributes.name", "attributes.typeKey", "attributes.status"]


def known_of(url: str) -> dict[str, Any]:
    """Where the sandbox has something to find: what no document can say."""
    with httpx.Client(base_url=f"{url}", headers=BEARER) as client:

        def post(path: str, body: dict[str, Any]) -> dict[str, Any]:
            return dict(client.post(path, json=body).raise_for_status().json())

        found = post(f"/v2/orgs/{ORGANIZATION}/workspaces", {"limit": 1})
        asked = {
            "offerings": [{"id": CONFLUENCE}],
            "parameters": {"adminEmail": "admin@example.com", "name": "acme-2"},
        }
        begun = post(f"/installations/v2/orgs/{ORGANIZATION}/products", asked)
    of_organization = {"orgId": ORGANIZATION}
    of_product = {**of_organization, "productAri": quote(found["data"][0]["id"], safe="")}
    request_id = begun["data"]["statusUrl"].rpartition("/")[2]
    cursor = found["links"]["next"]
    return {
        "accounts": {},
        "cursors": {"search_workspaces": [cursor]},
        "alone": ["search_workspaces"],
        "fields": {"search_workspaces": FIELDS},
        "places": {
            "provision_products": [{"path": of_organization}],
            "provision_app": [{"path": of_product}],
            "get_provisioning_status": [
                {"path": {**of_organization, "provisioningRequestId": request_id}}
            ],
            "list_product_entitlements": [{"path": of_product}],
            "search_workspaces": [
                {"path": of_organization},
                {"path": of_organization, "body": {"cursor": cursor}},
            ],
        },
    }


def asked(folder: Path, *options: str) -> Run:
    """What it answers beside a Commerce, whose sales are what it has."""
    admin = admin_platform()
    server = Server([commerce_platform(limits=False), admin], clock=ManualClock())
    with on_loopback(server) as there:
        url = str(there.base_url).rstrip("/") + admin.document.base_path
        return schemathesis(
            *(DOCUMENT, url, folder, "-n", str(CASES)),
            *("-H", f"Authorization: Bearer {TOKEN}", *options),
            hooks=HERE / "mending.py",
            known=known_of(url),
            config=HERE / "schemathesis.toml",
        )


def test_the_administration_keeps_to_its_document(tmp_path: Path) -> None:
    operations = labels(admin_document())
    assert len(operations) == 5

    asked(tmp_path).check(list(operations), CASES)
