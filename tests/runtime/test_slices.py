"""Large pages are read in slices: the same pages, the same errors, and others get their turn."""

from __future__ import annotations

import importlib
import json
from typing import Any

import anyio
import msgspec
import pytest

from commerce_sdk import CommerceClient, DecodeError, defaults
from commerce_sdk.operation import Operation, Request
from commerce_sdk.runtime import slices
from commerce_sdk.runtime.slices import read_answer
from commerce_sdk.sandbox import ACCOUNTS
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.payloads import Payloads
from tests.support.worlds import world

pytestmark = pytest.mark.anyio

DOCUMENT = json.loads((ROOT / "src/commerce_sdk/sandbox/documents/commerce.json").read_text())
LISTS = [each for each in OPERATIONS.values() if each.pagination]
encode = msgspec.json.Encoder(decimal_format="number").encode


@pytest.fixture
def sliced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)


def raw_operation(operation: Operation) -> dict[str, Any]:
    found: dict[str, Any] = DOCUMENT["paths"][operation.path][operation.method.lower()]
    return found


def request_of(operation: Operation) -> Request[Any]:
    tag = raw_operation(operation)["tags"][0]
    module = importlib.import_module(f"commerce_sdk_api.commerce.api.{tag}.{operation.id}")
    return Request(
        operation=operation, path="/", parse=module.parse, parse_error=module.parse_error
    )


def schema_of(operation: Operation) -> dict[str, Any]:
    answer = raw_operation(operation)["responses"]["200"]
    found: dict[str, Any] = answer["content"]["application/json"]["schema"]
    return found


async def both(request: Request[Any], content: bytes) -> tuple[Any, Any]:
    """What reading as a whole and reading in slices give, or how they fail."""

    async def outcome(read: Any) -> Any:
        try:
            answer = read()
            answer = await answer if hasattr(answer, "__await__") else answer
        except DecodeError as error:
            return (str(error), error.path)
        return answer

    return (
        await outcome(lambda: request.parse(200, content)),
        await outcome(lambda: read_answer(request, 200, content)),
    )


@pytest.mark.parametrize("operation", LISTS, ids=lambda each: each.id)
async def test_slices_read_as_the_whole_does(
    operation: Operation, sliced: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    request, payloads = request_of(operation), Payloads(DOCUMENT, seed=3)
    read: list[str] = []
    in_slices = slices._in_slices

    async def noted(*arguments: Any) -> Any:
        page = await in_slices(*arguments)
        read.append("sliced")
        return page

    monkeypatch.setattr(slices, "_in_slices", noted)
    for _ in range(60):
        page = payloads.of(schema_of(operation))
        items = [payloads.of(_item_schema(operation)) for _ in range(4)]
        page[operation.pagination[0].items[0]] = items
        content = encode(page)
        whole, in_parts = await both(request, content)
        assert in_parts == whole
        if not isinstance(whole, tuple):
            assert encode(in_parts.to_dict()) == encode(whole.to_dict())
            assert repr(in_parts) == repr(whole)
    assert read, "nothing was read in slices"


def _item_schema(operation: Operation) -> dict[str, Any]:
    schema = schema_of(operation)
    if "$ref" in schema:
        schema = DOCUMENT["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    found: dict[str, Any] = schema["properties"][operation.pagination[0].items[0]]["items"]
    return found


@pytest.mark.parametrize(
    "content",
    [
        b'{"data": [{"orderId": "a"}, null, {"orderId": "b", "new": [1.50]}], "nextId": "x"}',
        b'{"data": [{"orderId": 5}], "nextId": 7, "unknown": {"a": 1.0}}',
        b'{"data": null}',
        b'{"data": []}',
        b"{}",
        b'{"data": {"a": 1}}',
        b'{"data": ["text"]}',
        b'{"data": [{"items": {"a": 1}}]}',
        b'{"data": [{"orderId": "a"}',
        b'[{"orderId": "a"}]',
        b"<html>",
        b"",
        b'{"data": [{"orderId": "\xff"}]}',
        b'{"data": [' + b"[" * 5000 + b"]" * 5000 + b"]}",
        b'{"data": [], "data": [{"orderId": "twice"}]}',
    ],
    ids=range(15),
)
async def test_what_deviates_is_read_or_refused_alike(content: bytes, sliced: None) -> None:
    whole, in_parts = await both(request_of(OPERATIONS["list_orders"]), content)
    assert in_parts == whole


async def test_other_tasks_get_their_turn_while_a_large_page_is_read(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    request = request_of(OPERATIONS["list_orders"])
    order = {"orderId": "x" * 900, "slug": "y" * 100}
    content = encode({"data": [order] * 4000, "nextId": "n"})
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


async def test_a_list_reads_the_same_either_way(
    sliced: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def ids(commerce: CommerceClient) -> list[Any]:
        return [order.to_dict() async for order in commerce.orders.list(page_size=7)]

    async with world() as here:
        here.sandbox.orders.seed_finished(ACCOUNTS[0], 30, ACCOUNTS[0])
        in_slices = await ids(here.commerce)
        monkeypatch.setattr(defaults, "SLICED_FROM", 10**9)
        assert await ids(here.commerce) == in_slices
    assert len(in_slices) == 30
