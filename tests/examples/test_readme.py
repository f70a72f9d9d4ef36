"""The README's own example runs as it stands."""

from __future__ import annotations

import re

import pytest

from commerce_sdk.sandbox import ACCOUNTS, TOKEN, Sandbox
from tests.conftest import ROOT
from tests.support.pages import printed_by
from tests.support.servers import served

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [
    "README.md",
    "CONTRIBUTING.md",
    *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]


EXAMPLE = re.findall(r"## Ten lines\n\n```python\n(.*?)```", README, re.S)[0]


def test_the_ten_lines_place_an_order() -> None:
    sandbox = Sandbox(limits=False)
    sandbox.switches.pending = sandbox.switches.processing = 0.0
    with served(sandbox) as running:
        settings = {
            "COMMERCE_BASE_URL": running.url,
            "COMMERCE_TOKEN": TOKEN,
            "COMMERCE_TRANSACTION_ACCOUNT": ACCOUNTS[0],
        }
        slug, item, status = printed_by(EXAMPLE, settings).split()
    assert (slug[:2], item, status) == ("R-", "O1", "SUCCESS")

    assert len(sandbox.orders.held) == 1


@pytest.mark.parametrize("page", PAGES)
def test_no_block_that_goes_on_with_a_list_leaves_out_how_it_ends(page: str) -> None:
    """Who keeps the last page's cursor keeps None, and begins anew."""
    for block in re.findall(
        r"```python\n(.*?)```", (ROOT / page).read_text(encoding="utf-8"), re.S
    ):
        assert "next_cursor" not in block or "is_last" in block
