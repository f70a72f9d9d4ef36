"""Large pages are read in slices: the same pages, the same errors, and others get their turn."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Any

import anyio
import pytest
from msgspec.structs import replace
from ruamel.yaml import YAML

from commerce_sdk import DecodeError, defaults
from commerce_sdk.document.json_api.answers import DocumentOf, ListOf as ResourceListOf
from commerce_sdk.document.operation import Operation
from commerce_sdk.runtime.call.slices import read_answer
from tests.codegen.golden.shop.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.resources import Role
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


ROLE = b'{"type": "roles", "id": "r%d", "attributes": {"name": "x", "rate": 1.50}}'
LISTED = ResourceListOf(lambda: Role)
ALONE = DocumentOf(lambda: Role)


@pytest.mark.parametrize("answer", [LISTED, ALONE], ids=["list", "one"])
@pytest.mark.parametrize(
    "content",
    [
        b'{"data": [%b, null, %b], "meta": {"page_count": 1}}' % (ROLE % 1, ROLE % 2),
        b'{"data": [%b], "included": [%b, %b], "new": [1.50]}' % (ROLE % 1, ROLE % 2, ROLE % 1),
        b'{"data": %b, "included": [%b]}' % (ROLE % 1, ROLE % 2),
        b'{"data":   [  ], "included": null}',
        b'{"data": null}',
        b'{"data": ["x"]}',
        b'{"data": [], "included": ["x"]}',
        b'{"data": [{"type": "stores"}]}',
        b'{"data": [], "data": [%b]}' % (ROLE % 1),
        b'{"errors": []}',
        b"{}",
        b"[]",
        b'{"data": [{"id": "a"}',
        b'{"data": [{"id": "\xff"}]}',
        b'{"data": [' + b"[" * 5000 + b"]" * 5000 + b"]}",
        b'\xef\xbb\xbf{"data": [{"type": "roles", "id": "\\ud800"}]}',
    ],
    ids=range(16),
)
async def test_a_document_of_resources_reads_alike(
    answer: Any, content: bytes, sliced: None
) -> None:
    """Also with its errors, and where it includes a lot."""

    async def outcome(read: Callable[[], Any]) -> Any:
        try:
            found = read()
            found = await found if inspect.isawaitable(found) else found
        except DecodeError as error:
            return str(error), error.path
        return found, found.to_json()

    request = request_of(replace(OPERATIONS["list_bills"], answers={200: answer}))
    in_parts = await outcome(lambda: read_answer(request, 200, content))
    assert in_parts == await outcome(lambda: answer.from_json(content))


async def test_other_tasks_get_their_turn_while_what_is_included_is_read() -> None:
    """There may be any number of them to a page of 25."""
    content = b'{"data": [], "included": [%b]}' % b",".join(ROLE % each for each in range(9999))
    request = request_of(replace(OPERATIONS["list_bills"], answers={200: LISTED}))
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
        await read_answer(request, 200, content)
        tasks.cancel_scope.cancel()
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
