"""The client of Commerce: where it has its settings from, and its namespaces."""

from __future__ import annotations

import pytest

from commerce_sdk import Basic, CommerceClient, InvalidRequest
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import namespace
from commerce_sdk_api.commerce import PLATFORM
from tests.support.clients import SECRET
from tests.support.worlds import ACCOUNT


def test_the_variables_of_commerce(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidRequest, match="COMMERCE_TOKEN: is not set"):
        CommerceClient.from_env()
    monkeypatch.setenv("COMMERCE_TOKEN", SECRET)
    monkeypatch.setenv("COMMERCE_EMAIL", "a@b.c")
    monkeypatch.setenv("COMMERCE_TRANSACTION_ACCOUNT", f" {ACCOUNT} ")
    monkeypatch.setenv("COMMERCE_BASE_URL", "http://127.0.0.1:1/x/")
    core = CommerceClient.from_env()._core
    assert isinstance(core.pipeline.auth, Basic)
    assert core.tenants.get("transaction") == ACCOUNT
    assert core.pipeline.transport.base_url == "http://127.0.0.1:1/x"


def test_without_an_address_it_is_the_server_of_the_document() -> None:
    client = CommerceClient(token="t")
    assert client._core.pipeline.transport.base_url == PLATFORM.server
    assert str(PLATFORM.server).startswith("https://api.")


def test_each_of_its_namespaces_is_kept() -> None:
    commerce = CommerceClient(token="t", transaction_account=ACCOUNT)
    names = [name for name, each in vars(CommerceClient).items() if isinstance(each, namespace)]
    assert len(names) == 10
    for name in names:
        assert isinstance(getattr(commerce, name), Namespace)
        assert getattr(commerce, name) is getattr(commerce, name)
