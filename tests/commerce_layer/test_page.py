"""Commerce Layer's page: its program prints what it says, its other pieces hold before a strict
type checker, and what it tells of options and limits is what there is."""

from __future__ import annotations

import inspect
import re
import textwrap
from pathlib import Path

import pytest

from commerce_sdk import CommerceClient, CommerceLayerClient, InvalidRequest
from commerce_sdk.sandbox import (
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    ManualClock,
    commerce_layer_platform,
)
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN
from commerce_sdk.sandbox.engine.server import Server
from commerce_sdk_api.commerce_layer.operations import OPERATIONS
from commerce_sdk_api.commerce_layer.resources import MATCHERS
from tests.conftest import ROOT
from tests.support.pages import option_rows, printed_by
from tests.support.servers import listener_on_loopback, served
from tests.support.type_checker import strictly_checked

PAGE = (ROOT / "docs" / "commerce_layer.md").read_text(encoding="utf-8")
PROGRAM, *PIECES = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"It prints:\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_its_program_prints_what_the_page_says() -> None:
    with listener_on_loopback() as beside:
        tokens = f"127.0.0.1:{beside.getsockname()[1]}"
        server = Server(
            commerce_layer_platform(), clock=ManualClock(), origins={TOKEN_ORIGIN: tokens}
        )
        with served(server, "/api", beside=[beside]) as running:
            settings = {
                "COMMERCE_LAYER_BASE_URL": running.url,
                "COMMERCE_LAYER_TOKEN_URL": f"http://{tokens}/oauth/token",
                "COMMERCE_LAYER_CLIENT_ID": COMMERCE_LAYER_CLIENT_ID,
                "COMMERCE_LAYER_CLIENT_SECRET": COMMERCE_LAYER_CLIENT_SECRET,
            }
            assert printed_by(PROGRAM, settings) == PRINTED


FRAME = """\
import datetime

from commerce_sdk import ClientCredentials, CommerceLayerClient, NotLoaded


async def piece(
    layer: CommerceLayerClient,
    client_id: str,
    client_secret: str,
    token: str,
    membership_id: str,
    provider_id: str,
    role_id: str,
    last_week: datetime.datetime,
) -> None:
"""


def test_its_pieces_hold_before_a_strict_type_checker(tmp_path: Path) -> None:
    written = [PROGRAM, *(FRAME + textwrap.indent(piece, "    ") for piece in PIECES)]
    assert len(written) == 6
    for number, text in enumerate(written):
        program = tmp_path / f"piece_{number}.py"
        program.write_text(text, encoding="utf-8")
        assert strictly_checked(program) == "", text


def test_its_matchers_are_those_of_the_document() -> None:
    (named,) = re.findall(r"and a matcher: (.*?) and their\s+like", PAGE, re.DOTALL)
    assert {*re.findall(r"`(\w+)`", named)} <= {*MATCHERS}


def test_its_limits_are_those_of_the_document() -> None:
    """Of reads and of writes, by tier."""
    rows = re.findall(r"^\| (reads|writes)([^|]*)\| ([^|]+) \| ([^|]+) \|$", PAGE, re.MULTILINE)
    assert len(rows) == 4
    for kind, which, *told in rows:
        operation = OPERATIONS["list_roles" if kind == "reads" else "create_role"]
        seconds = 10 if "one resource" in which else 60
        words = "in 10 s" if seconds == 10 else "a minute"
        for tier, cell in zip(("lower", "higher"), told, strict=True):
            (limit,) = (
                each.limit
                for each in operation.rate_limits
                if each.seconds == seconds and each.tier in (tier, None)
            )
            assert cell.strip() == f"{limit} {words}"


def test_every_operation_stands_in_the_table_of_methods() -> None:
    """Also those of the methods that namespaces share, whose keywords have types of their own."""
    methods = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    (table,) = re.findall(r"^(## `commerce_layer`.*?)^## `(?!commerce_layer)", methods, re.M | re.S)
    told = {*re.findall(r"`((?:GET|POST|PATCH|DELETE) /[^`]*)`", table)}
    assert told == {f"{each.method} {each.path}" for each in OPERATIONS.values()}
    assert "include: Sequence[RoleInclude]" in table
    assert not re.search(r"\[[A-Z]\]", table)


def test_its_options_are_those_of_every_client_and_those_of_the_table() -> None:
    taken, shared = (
        {*inspect.signature(client.__init__).parameters} - {"self"}
        for client in (CommerceLayerClient, CommerceClient)
    )
    own = {"transaction_account", "catalog_account", "error_response_version"}
    added = {"client_id", "client_secret", "token_url", "tier"}
    assert taken == shared - own | added
    told = [row[0] for row in option_rows("of Commerce Layer")]
    assert {name for cell in told for name in re.findall(r"`(\w+)`", cell)} == added


def test_the_variables_of_the_table_are_those_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[str] = set()
    monkeypatch.setattr("os.environ.get", lambda name: read.add(name))
    with pytest.raises(InvalidRequest, match="is not set in the environment"):
        CommerceLayerClient.from_env()
    CommerceLayerClient.from_env(client_id="i", client_secret="s")
    said = {*re.findall(r"`(COMMERCE_LAYER_\w+)`", str(option_rows("variable of Commerce Layer")))}
    assert said == read
