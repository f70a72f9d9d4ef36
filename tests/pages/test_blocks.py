"""Every block of every page runs; one that cannot says so on its page, with a reason."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import anyio
import pytest

from tests.pages.blocks import PAGES, Block, blocks_of
from tests.pages.running import (
    lay_out,
    prelude_of,
    run_fragments,
    run_plain_tests,
    run_program,
    run_with_pytest,
)
from tests.pages.sandboxes import environment

BLOCKS = [block for page in PAGES for block in blocks_of(page)]


def of(page: str) -> list[Block]:
    return [block for block in BLOCKS if block.page == page and block.reason is None]


def pages(name: str) -> list[str]:
    """Those with a block that is so."""
    return [page for page in PAGES if any(getattr(block, name) for block in of(page))]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("page", pages("is_program"))
def test_programs_run_and_print_what_the_page_says(
    page: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    blocks = of(page)
    lay_out(blocks, folder)
    with environment() as settings:
        for name, value in settings.items():
            monkeypatch.setenv(name, value)
        printed = {block: run_program(block) for block in blocks if block.is_program}
    for block, after in pairwise(blocks):
        if block in printed and after.kind == "text":
            assert printed[block] == after.code, after.place


@pytest.mark.parametrize("page", pages("is_fragment"))
def test_fragments_run_as_one_program(
    page: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in NOWHERE.items():
        monkeypatch.setenv(name, value)
    lay_out(of(page), folder)
    fragments = [block for block in of(page) if block.is_fragment]
    anyio.run(run_fragments, fragments, prelude_of(page))


NOWHERE = {
    "COMMERCE_BASE_URL": "http://127.0.0.1:9/commerce/api",
    "COMMERCE_TOKEN": "t",
    "COMMERCE_TRANSACTION_ACCOUNT": "acme",
}
"""What `from_env()` reads in a fragment that only shows how a client is made."""


@pytest.mark.anyio
@pytest.mark.parametrize("page", pages("is_plain_tests"))
async def test_tests_pass(page: str, folder: Path) -> None:
    lay_out(of(page), folder)
    for block in of(page):
        if block.is_plain_tests:
            await run_plain_tests(block)


def test_tests_with_fixtures_pass_under_pytest(folder: Path) -> None:
    for page in pages("needs_pytest"):
        lay_out(of(page), folder)
        done = run_with_pytest([block for block in of(page) if block.needs_pytest], folder)
        assert done.returncode == 0, f"{page}\n{done.stdout}{done.stderr}"
