"""The storefront's page: its life of an order prints what it says, and what it tells of options is
what the client takes."""

from __future__ import annotations

import inspect
import re

import pytest

from commerce_sdk import CommerceClient, InvalidRequest, StorefrontClient
from commerce_sdk.sandbox import STOREFRONT_ADMIN, storefront_platform
from commerce_sdk.sandbox.engine import Server
from tests.conftest import ROOT
from tests.support.pages import option_rows, printed_by
from tests.support.servers import served

PAGE = (ROOT / "docs" / "storefront.md").read_text(encoding="utf-8")
(LIFE,) = re.findall(r"## A life of an order.*?```python\n(.*?)```", PAGE, re.DOTALL)
(PRINTED,) = re.findall(r"It prints:\n\n```text\n(.*?)```", PAGE, re.DOTALL)


def test_the_life_of_an_order_prints_what_the_page_says() -> None:
    with served(Server({"/storefront": storefront_platform()}), "/storefront") as running:
        settings = {
            "STOREFRONT_BASE_URL": running.url,
            "STOREFRONT_EMAIL": STOREFRONT_ADMIN.email,
            "STOREFRONT_PASSWORD": STOREFRONT_ADMIN.password,
        }
        assert printed_by(LIFE, settings) == PRINTED


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
