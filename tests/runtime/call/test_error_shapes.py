"""The shapes that errors come in, all read as one."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError
from tests.support.clients import client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

Said = tuple[str | None, str | None, str | None]

SHAPES: dict[str, tuple[Any, Said, list[str], str | None]] = {
    "general": (
        {"title": "T", "code": "c", "detail": "d", "id": "i", "status": "400"},
        ("T", "c", "d"),
        [],
        "i",
    ),
    "quotes": (
        {
            "status": "422",
            "message": "m",
            "errorCode": "c",
            "items": [
                {"itemId": "L1", "errors": [{"errorCode": "e", "message": "no", "field": "f"}]}
            ],
            "couplingViolations": [{"violationCode": "v", "message": "together"}],
        },
        (None, "c", "m"),
        ["L1.f: no (e)", "together (v)"],
        None,
    ),
    "offerings": (
        {
            "id": "i",
            "timestamp": "2026-01-01T00:00:00Z",
            "status": 409,
            "code": "c",
            "title": "T",
            "detail": "d",
            "path": "/v2/products",
            "errors": [{"code": "e", "message": "no", "arguments": [{}]}, {}],
        },
        ("T", "c", "d"),
        ["no (e)", "not accepted"],
        "i",
    ),
    "receivables, a reason": (
        {"errorKey": "CONFLICT", "errorDetails": {"reason": "r"}},
        (None, "CONFLICT", "r"),
        [],
        None,
    ),
    "receivables, validations": (
        {
            "errorKey": "REQUEST_VALIDATION_ERROR",
            "errorDetails": {
                "validationErrors": [{"code": "e", "fieldName": "f", "validationMessage": "no"}]
            },
        },
        (None, "REQUEST_VALIDATION_ERROR", None),
        ["f: no (e)"],
        None,
    ),
    "entitlements": (
        {"timestamp": "t", "status": 404, "error": "Not Found", "message": "m", "code": "c"},
        ("Not Found", "c", "m"),
        [],
        None,
    ),
    "gateway": (
        {
            "timestamp": "t",
            "error": [{"code": 17, "errorMessage": "no"}],
            "message": "m",
            "gatewayRequestId": "g",
        },
        (None, None, "m"),
        ["no (17)"],
        "g",
    ),
    "a bare list": (
        [{"code": "c"}, 5, {"status": 404, "error": "Not Found", "message": "no such part"}],
        (None, None, None),
        ["a part failed (c)", "no such part"],
        None,
    ),
    "nothing": (None, (None, None, None), [], None),
    "odd": (
        {
            "error": [None, 5],
            "errors": {"a": 1},
            "errorDetails": ["x"],
            "code": True,
            "message": {},
        },
        (None, None, None),
        ["errorDetails: x"],
        None,
    ),
}


@pytest.mark.parametrize("shape", SHAPES)
async def test_every_shape_reads_alike(shape: str) -> None:
    content, said, problems, request_id = SHAPES[shape]
    async with client(lambda request: httpx.Response(418, json=content)) as commerce:
        with pytest.raises(ApiError) as caught:
            await commerce.orders.get(OFFERING)

    error = caught.value
    assert (error.title, error.code, error.detail) == said
    assert [str(problem) for problem in error.problems] == problems
    assert error.request_id == request_id
    assert error.body == (content if content is not None else "")
    assert str(error)
