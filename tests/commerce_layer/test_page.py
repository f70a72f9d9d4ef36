"""Commerce Layer's page: what it tells of matchers, options and limits is what there is."""

from __future__ import annotations

import inspect
import re

import pytest

from commerce_sdk import CommerceClient, CommerceLayerClient, InvalidRequest
from commerce_sdk_api.commerce_layer.operations import OPERATIONS
from commerce_sdk_api.commerce_layer.resources import MATCHERS
from tests.conftest import ROOT
from tests.support.pages import option_rows

PAGE = (ROOT / "docs" / "commerce_layer.md").read_text(encoding="utf-8")


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
