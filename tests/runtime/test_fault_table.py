"""Every kind of call, every fault of the network, both loops: as docs/faults.md says."""

from __future__ import annotations

import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import AiohttpTransport, defaults
from commerce_sdk.sandbox.faults import Bomb, Drip, Silence
from tests.runtime.fault_table import FAULTS, KINDS, PAGE, capped, outcome, page, platform
from tests.runtime.faults.commerce import COMMERCE_KINDS
from tests.runtime.faults.commerce_layer import LAYER_KINDS
from tests.runtime.faults.kind import Kind
from tests.support.servers import Served, served

USUAL_CAP = defaults.MAX_BODY_BYTES
BOMB = "decompression bomb"
NO_CERTIFICATES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""There is no TLS here, and all certificates of the machine are slow to load."""
Lanes = list[tuple[Served, list[str]]]


@pytest.fixture(scope="module")
def lanes() -> Iterator[Lanes]:
    """Each fault that is waited for has a platform of its own, so that all are waited for at once;
    the others follow each other on one."""
    waited = [name for name, (fault, _) in FAULTS.items() if isinstance(fault, Silence | Drip)]
    quick = [name for name in FAULTS if name not in waited]
    with capped(), ExitStack() as running:
        yield [
            (running.enter_context(served(platform(), "")), faults)
            for faults in (quick, *([name] for name in waited))
        ]


async def outcomes(
    lanes: Lanes, kind: Kind, transport: Callable[[], Any] = lambda: None
) -> dict[str, str]:
    """What a call of a kind does about each fault."""
    found = {}

    async def follow(running: Served, faults: list[str]) -> None:
        for fault in faults:
            try:
                found[fault] = await outcome(running, kind, fault, transport)
            except AssertionError as wrong:
                found[fault] = str(wrong)

    async with anyio.create_task_group() as at_once:
        for lane in lanes:
            at_once.start_soon(follow, *lane)
    return found


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


def said_of(kind: Kind) -> dict[str, str]:
    said = written()
    return {fault: said[kind.name, fault] for fault in FAULTS}


def one_of_each() -> list[Kind]:
    """The first of those that send and end alike: what differs between them is above a transport.
    Of the other platforms all but the last send as Commerce does."""
    found: dict[object, Kind] = {}
    for kind in (*COMMERCE_KINDS, *LAYER_KINDS):
        how = (kind.method, kind.once, kind.looks_fail, kind.late, *said_of(kind).values())
        found.setdefault(how, kind)
    return list(found.values())


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name.strip("`"))
@pytest.mark.anyio
async def test_each_fault_ends_as_the_page_says(lanes: Lanes, kind: Kind) -> None:
    assert await outcomes(lanes, kind) == said_of(kind)


@pytest.mark.anyio
async def test_a_bomb_over_the_cap_that_programs_have_ends_the_same_way(
    lanes: Lanes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(defaults, "MAX_BODY_BYTES", USUAL_CAP)
    # Little more than an answer may unpack to: packing it costs time of the first attempt.
    monkeypatch.setitem(FAULTS, BOMB, (Bomb(70), {}))
    running, _ = lanes[0]
    assert await outcome(running, KINDS[0], BOMB) == said_of(KINDS[0])[BOMB]


@pytest.mark.parametrize("kind", one_of_each(), ids=lambda kind: kind.name.strip("`"))
@pytest.mark.asyncio
async def test_over_a_pool_of_httpx_each_fault_ends_the_same_way(lanes: Lanes, kind: Kind) -> None:
    """As by a proxy, or with `transport=httpx.AsyncHTTPTransport()`."""
    pool = partial(httpx.AsyncHTTPTransport, verify=NO_CERTIFICATES)
    assert await outcomes(lanes, kind, pool) == said_of(kind)


@pytest.mark.parametrize("kind", one_of_each(), ids=lambda kind: kind.name.strip("`"))
@pytest.mark.asyncio
async def test_over_aiohttp_each_fault_ends_the_same_way(lanes: Lanes, kind: Kind) -> None:
    found, said = await outcomes(lanes, kind, AiohttpTransport), said_of(kind)
    if kind.method == "DELETE":
        for fault in ("cut chunked", "decompression bomb"):
            # To aiohttp an answer without a body is broken if it notices that one comes.
            assert found.pop(fault) in ("right", "`ConnectionFailed`, maybe applied"), fault
            del said[fault]
    assert found == said


def test_the_page_is_the_table_and_nothing_else() -> None:
    said = written()
    assert set(said) == {(kind.name, fault) for kind in KINDS for fault in FAULTS}
    assert PAGE.read_text(encoding="utf-8") == page(said)
