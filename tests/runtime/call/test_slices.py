"""Large pages are read in slices: the same pages, the same errors, and others get their turn."""

from __future__ import annotations

from typing import Any

import anyio
import pytest
from ruamel.yaml import YAML

from commerce_sdk import defaults
from commerce_sdk.document.operation import Operation
from commerce_sdk.runtime.call.slices import read_answer
from tests.codegen.golden.shop.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.shop import ShopClient
from tests.support.shop_lists import LISTS as SHELVES, served, shop
from tests.support.sliced import both, encode, reads_alike, request_of

pytestmark = pytest.mark.anyio

DOCUMENT = YAML(typ="safe", pure=True).load(ROOT / "tests/codegen/documents/shop.yaml")
LISTS = [each for each in OPERATIONS.values() if each.pagination]


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)


@pytest.mark.parametrize("operation", LISTS, ids=lambda each: each.id)
async def test_slices_read_as_the_whole_does(operation: Operation, monkeypatch: Any) -> None:
    await reads_alike(DOCUMENT, operation, monkeypatch)


@pytest.mark.parametrize(
    "content",
    [
        b'{"data": [{"id": "a", "total": 1}, null, {"id": "b", "new": [1.50]}], "next": "x"}',
        b'{"data": [{"id": 5}], "next": 7, "unknown": {"a": 1.0}}',
        b'{"data": null}',
        b'{"data": []}',
        b"{}",
        b'{"data": {"a": 1}}',
        b'{"data": ["text"]}',
        b'{"data": [{"lines": {"a": 1}}]}',
        b'{"data": [{"id": "a"}',
        b'[{"id": "a"}]',
        b"<html>",
        b"",
        b'{"data": [{"id": "\xff"}]}',
        b'{"data": [' + b"[" * 5000 + b"]" * 5000 + b"]}",
        b'{"data": [], "data": [{"id": "twice"}]}',
    ],
    ids=range(15),
)
async def test_what_deviates_is_read_or_refused_alike(content: bytes, sliced: None) -> None:
    whole, in_parts = await both(request_of(OPERATIONS["list_bills"]), content)
    assert in_parts == whole


async def test_other_tasks_get_their_turn_while_a_large_page_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request = request_of(OPERATIONS["list_bills"])
    bill = {"id": "x" * 900, "total": 1, "type": "y" * 100}
    content = encode({"data": [bill] * 4000, "next": "n"})
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            turns += 1
            await anyio.lowlevel.checkpoint()

    async with anyio.create_task_group() as tasks:
        tasks.start_soon(others)
        await anyio.lowlevel.checkpoint()
        turns = 0
        page = await read_answer(request, 200, content)
        tasks.cancel_scope.cancel()
    assert len(page.data) == 4000
    assert turns >= len(content) // defaults.SLICE


@pytest.mark.parametrize("name", SHELVES)
async def test_a_list_reads_the_same_either_way(
    name: str, sliced: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def rows(client: ShopClient) -> list[Any]:
        return [row.to_dict() async for row in SHELVES[name](client, 7)]

    async with shop(served(name, *(f"{number:02}" for number in range(30)))) as client:
        in_slices = await rows(client)
        monkeypatch.setattr(defaults, "SLICED_FROM", 10**9)
        assert await rows(client) == in_slices
    assert len(in_slices) == 30
