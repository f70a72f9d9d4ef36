"""The administration's page: its error is the one that comes, and what it tells of options is what
the client takes."""

from __future__ import annotations

import inspect
import re

import pytest

from commerce_sdk import (
    AdminClient,
    CommerceClient,
    ConnectionFailed,
    InvalidRequest,
    offering,
)
from tests.admin.front import OFFERING, Front, client, cut_before
from tests.conftest import ROOT
from tests.support.pages import option_rows

PAGE = (ROOT / "docs" / "admin.md").read_text(encoding="utf-8")


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
    assert [row[0].strip("`") for row in option_rows("of the administration")] == ["organization"]


def test_the_variables_of_the_table_are_those_that_are_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read: set[str] = set()
    monkeypatch.setattr("os.environ.get", lambda name: read.add(name))
    with pytest.raises(InvalidRequest, match="is not set in the environment"):
        AdminClient.from_env()
    AdminClient.from_env(token="t")
    said = set(re.findall(r"`(COMMERCE_\w+)`", str(option_rows("variable of the administration"))))
    assert said == read
