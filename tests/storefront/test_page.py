"""The storefront's page: what it tells of options is what the client takes."""

from __future__ import annotations

import inspect
import re

import pytest

from commerce_sdk import CommerceClient, InvalidRequest, StorefrontClient
from tests.conftest import ROOT
from tests.support.pages import option_rows

PAGE = (ROOT / "docs" / "storefront.md").read_text(encoding="utf-8")


def test_its_options_are_those_of_every_client_and_those_of_the_table() -> None:
    taken, shared = (
        {*inspect.signature(client.__init__).parameters} - {"self"}
        for client in (StorefrontClient, CommerceClient)
    )
    own = {"transaction_account", "catalog_account", "error_response_version"}
    assert taken == shared - own | {"tier"}
    assert [row[0].strip("`") for row in option_rows("of the storefront")] == [
        "auth",
        "tier",
        "base_url",
    ]
    with pytest.raises(InvalidRequest, match="'standard' or 'enterprise'"):
        StorefrontClient(base_url="https://shop.invalid", token="t", tier="gold")


def test_the_variables_of_the_table_are_those_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[str] = set()
    monkeypatch.setattr("os.environ.get", lambda name: read.add(name))
    with pytest.raises(InvalidRequest, match="is not set in the environment"):
        StorefrontClient.from_env()
    said = set(re.findall(r"`(STOREFRONT_\w+)`", str(option_rows("variable of the storefront"))))
    assert said - {"STOREFRONT_BASE_URL"} == read
