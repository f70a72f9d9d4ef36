"""Every kind of call, every fault of the network, both loops: as docs/faults.md says."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from commerce_sdk import AiohttpTransport
from tests.runtime.fault_table import (
    FAULTS,
    KINDS,
    PAGE,
    Kind,
    outcome,
    page,
    platform,
)
from tests.runtime.faults.commerce import COMMERCE_KINDS
from tests.support.servers import Served, served


@pytest.fixture(scope="module")
def running() -> Iterator[Served]:
    with served(platform(), "") as each:
        yield each


def written() -> dict[tuple[str, str], str]:
    """The cells of the page, by kind of call and fault."""
    text = PAGE.read_text(encoding="utf-8")
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in text.splitlines()
        if line.startswith("| ")
    ]
    kinds = [re.split(r", (?=a |`)", cell) for cell in rows[0][1:]]
    return {
        (kind, row[0]): cell
        for row in rows[1:]
        for names, cell in zip(kinds, row[1:], strict=True)
        for kind in names
    }


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name.strip("`"))
@pytest.mark.anyio
async def test_each_fault_ends_as_the_page_says(running: Served, kind: Kind) -> None:
    said = written()
    for fault in FAULTS:
        assert await outcome(running, kind, fault) == said[kind.name, fault], fault


@pytest.mark.parametrize("kind", COMMERCE_KINDS, ids=lambda kind: kind.name.strip("`"))
@pytest.mark.asyncio
async def test_over_a_pool_of_httpx_each_fault_ends_the_same_way(
    running: Served, kind: Kind
) -> None:
    """As by a proxy, or with `transport=httpx.AsyncHTTPTransport()`."""
    said = written()
    for fault in FAULTS:
        words = await outcome(running, kind, fault, httpx.AsyncHTTPTransport)
        assert words == said[kind.name, fault], fault


@pytest.mark.parametrize("kind", COMMERCE_KINDS, ids=lambda kind: kind.name.strip("`"))
@pytest.mark.asyncio
async def test_over_aiohttp_each_fault_ends_the_same_way(running: Served, kind: Kind) -> None:
    said = written()
    for fault in FAULTS:
        words = await outcome(running, kind, fault, AiohttpTransport)
        if kind.method == "DELETE" and fault in ("cut chunked", "decompression bomb"):
            # To aiohttp an answer without a body is broken if it notices that one comes.
            assert words in ("right", "`ConnectionFailed`, maybe applied"), fault
        else:
            assert words == said[kind.name, fault], fault


def test_the_page_is_the_table_and_nothing_else() -> None:
    said = written()
    assert set(said) == {(kind.name, fault) for kind in KINDS for fault in FAULTS}
    assert PAGE.read_text(encoding="utf-8") == page(said)
