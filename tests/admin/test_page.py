"""The administration's page: its program prints what it says, its error is the one that comes, and
what it tells of options is what the client takes."""

from __future__ import annotations

import inspect
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from starlette.types import Receive, Scope, Send

from commerce_sdk import AdminClient, CommerceClient, ConnectionFailed, InvalidRequest, offering
from commerce_sdk.sandbox import ACCOUNTS, TOKEN, ManualClock, Sandbox
from tests.admin.front import OFFERING, ORGANIZATION, Front, client, cut_before
from tests.conftest import ROOT
from tests.support.servers import served
from tests.support.type_checker import strictly_checked
from tests.support.worlds import VirtualClock

PAGE = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")
OPTIONS = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
(PROGRAM,) = re.findall(r"## A product on a new site.*?```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"It prints:\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def rows(head: str) -> list[list[str]]:
    (table,) = re.findall(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", OPTIONS, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table.splitlines()]


class Both:
    """Commerce's sandbox, and beside it an administration where a provisioning is complete once
    an order names it."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox
        self.front = Front(VirtualClock(ManualClock()))
        known = {"name": "acme-docs", "typeKey": "confluence", "status": "online"}
        found = {"data": [{"id": "ari", "type": "Confluence", "attributes": known}]}
        self.front.faults["workspaces"].append(
            lambda front, request: httpx.Response(200, json=found)
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not scope["path"].startswith("/admin/"):
            await self._sandbox(scope, receive, send)
            return
        body = (await receive())["body"]
        if any(
            self._names_it(order.body.get("metadata"))
            for order in self._sandbox.orders.held.values()
        ):
            self.front.status = "COMPLETED"
        path = scope["raw_path"].decode()
        request = httpx.Request(scope["method"], f"http://127.0.0.1{path}", content=body)
        answer = await self.front(request)
        await send(
            {
                "type": "http.response.start",
                "status": answer.status_code,
                "headers": [(b"content-type", b"application/json")],
            }
        )
        await send({"type": "http.response.body", "body": answer.content})

    def _names_it(self, metadata: object) -> bool:
        named = metadata.get("provisionRequestId") if isinstance(metadata, dict) else None
        return named is not None and str(self.front.status_url).endswith(str(named))


def test_its_program_prints_what_the_page_says() -> None:
    sandbox = Sandbox(limits=False)
    sandbox.switches.pending = sandbox.switches.processing = 0.0
    both = Both(sandbox)
    with served(both, "/commerce/api") as running:
        settings = {
            "COMMERCE_BASE_URL": running.url,
            "COMMERCE_ADMIN_BASE_URL": running.url.replace("/commerce/api", "/admin"),
            "COMMERCE_TOKEN": TOKEN,
            "COMMERCE_TRANSACTION_ACCOUNT": ACCOUNTS[0],
            "COMMERCE_ADMIN_ORGANIZATION": ORGANIZATION,
        }
        run = subprocess.run(
            [sys.executable, "-c", PROGRAM],
            env={**os.environ, **settings},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == PRINTED
    (begun,) = both.front.begun
    assert begun["parameters"]["name"] == "acme-docs"
    (search,) = (each for each in both.front.requests if each.url.path.endswith("/workspaces"))
    assert json.loads(search.content)["query"]["field"]["values"] == ["acme-docs"]


def test_its_program_holds_before_a_strict_type_checker(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM, encoding="utf-8")
    assert strictly_checked(program) == ""


@pytest.mark.anyio
async def test_an_unclear_end_reads_as_the_page_says(front: Front) -> None:
    front.faults["products"].append(cut_before)
    async with client(front) as admin:
        with pytest.raises(ConnectionFailed) as caught:
            await admin.products.provision(
                [offering(OFFERING)], site="acme", admin_email="a@example.com"
            )
    said = str(caught.value).replace("127.0.0.1:80", "api.atlassian.com:443")
    assert f"```text\n{said}\n```" in PAGE


def test_its_options_are_those_of_every_client_and_those_of_the_table() -> None:
    taken, shared = (
        {*inspect.signature(client.__init__).parameters} - {"self"}
        for client in (AdminClient, CommerceClient)
    )
    own = {"transaction_account", "catalog_account", "error_response_version"}
    assert taken == shared - own | {"organization"}
    assert [row[0].strip("`") for row in rows("of the administration")] == ["organization"]


def test_the_variables_of_the_table_are_those_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[str] = set()
    monkeypatch.setattr("os.environ.get", lambda name: read.add(name))
    with pytest.raises(InvalidRequest, match="is not set in the environment"):
        AdminClient.from_env()
    AdminClient.from_env(token="t")
    said = set(re.findall(r"`(COMMERCE_\w+)`", str(rows("variable of the administration"))))
    assert said == read
