"""A platform that answers 200 where its document says 202 has still done what was asked: every 2xx
is read, and only an answer without the shape that the document promises is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest

from commerce_sdk.document.model import Model, parse_json
from commerce_sdk.document.operation import Request
from commerce_sdk.errors import DecodeError
from commerce_sdk.runtime.call.slices import read_answer
from commerce_sdk_api.commerce import models
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.codegen.golden.shop.api.bills import create_bill
from tests.codegen.golden.shop.models import Bill, BillPage
from tests.support.documents import operations, resolved

STATUSES = (200, 201, 202, 203, 204, 206, 226)
FILE = b"%PDF-1.7"
CREATE: Request[Any] = Request(operation=create_bill.OPERATION, path="/")

pytestmark = pytest.mark.anyio


def promised(operation: dict[str, Any]) -> tuple[str | None, bytes]:
    """The model of the lowest success that has one (`bytes` for a file, None where nothing is
    promised), and a good body of it."""
    for code, part in sorted(operation["responses"].items()):
        answer = resolved(part)
        if not code.startswith("2") or "x-error" in answer or "content" not in answer:
            continue
        ((kind, media),) = answer["content"].items()
        if kind != "application/json":
            return "bytes", FILE
        examples = media.get("examples") or {"only": {"value": media["example"]}}
        example = resolved(next(iter(examples.values())))["value"]
        return media["schema"]["$ref"].rsplit("/", 1)[1], json.dumps(example).encode()
    return None, b'{"any": "thing"}'


def cases() -> Iterator[Any]:
    for _, _, operation in operations():
        for status in STATUSES:
            yield pytest.param(operation, status, id=f"{operation['operationId']}-{status}")


@pytest.mark.parametrize(("operation", "status"), list(cases()))
async def test_every_2xx_is_read_as_the_shape_that_is_promised(
    operation: dict[str, Any], status: int
) -> None:
    request: Request[Any] = Request(operation=OPERATIONS[operation["operationId"]], path="/")
    shape, good = promised(operation)

    if shape is None:
        assert [
            await read_answer(request, status, body) for body in (b"", b"null", b"OK", good)
        ] == [None] * 4
        return
    read = await read_answer(request, status, good)
    if shape == "bytes":
        assert read == FILE
    else:
        assert type(read) is getattr(models, shape)
        assert parse_json(read.to_json()) == parse_json(good)
        for body in (b"null", b"[]", b'"text"', b"7", b"OK", b"  "):
            with pytest.raises(DecodeError):
                await read_answer(request, status, body)
    with pytest.raises(DecodeError, match="empty"):
        await read_answer(request, status, b"")


def test_every_kind_of_promise_is_among_the_operations() -> None:
    assert {None, "bytes", "Order"} < {promised(operation)[0] for _, _, operation in operations()}


BILL = b'{"id": "0aed15e5-3d09-4319-800d-d65a5e73f783", "total": 1, "currency": "USD"}'


@pytest.mark.parametrize(
    ("status", "shape"),
    [(201, Bill), (202, BillPage), (204, None), (200, Bill), (203, Bill), (226, Bill)],
)
async def test_of_several_shapes_a_named_status_has_its_own_and_any_other_the_first(
    status: int, shape: type[Model] | None
) -> None:
    read = await read_answer(CREATE, status, BILL)

    assert read is None if shape is None else type(read) is shape


async def test_an_empty_answer_is_nothing_only_where_the_document_says_so() -> None:
    assert await read_answer(CREATE, 204, b"") is None
    with pytest.raises(DecodeError, match="empty"):
        await read_answer(CREATE, 200, b"")
