"""Every error that the document shows, and every shape at every family, reads as it did when the
names of its fields stood in the reader: `tests/data/errors-read.json` holds what that one said (and
of the odd shape the one text in it, which that one lost)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError
from commerce_sdk.document.model import Model
from tests.conftest import ROOT
from tests.runtime.call.test_error_shapes import SHAPES
from tests.support.clients import client
from tests.support.documents import operations, resolved
from tests.support.every_call import EVERY_CALL, ID

PINNED = ROOT / "tests/data/errors-read.json"
NEW = {"entitlements: a bare list": {"body": "EntitlementError"}}
"""A family that comes as a bare list is read as one at every status."""
NAMED = {406: "NotAcceptable", 415: "UnsupportedMediaType"}
"""Statuses that have a class of their own since."""


def documented() -> Iterator[tuple[str, int, str, Any]]:
    """An operation that reads, a status that is an error, its family, and an example of it."""
    for _, method, raw in operations():
        for code, part in raw["responses"].items():
            answer = resolved(part)
            if method != "GET" or "x-error" not in answer:
                continue
            for media in answer.get("content", {}).values():
                examples = media.get("examples") or {"only": {"value": media["example"]}}
                for example in examples.values():
                    yield (
                        raw["operationId"],
                        int(code),
                        answer["x-error"],
                        resolved(example)["value"],
                    )


def samples() -> dict[str, tuple[str, int, Any]]:
    """Each example once, and each shape once for each family, by a name."""
    found: dict[str, tuple[str, int, Any]] = {}
    seen, families = set(), set()
    for operation, status, family, example in documented():
        key = json.dumps([family, example], sort_keys=True)
        if key not in seen:
            seen.add(key)
            found[f"{operation} {status} {len(seen)}"] = operation, status, example
        if family not in families and status != 207:
            families.add(family)
            for name, (body, *_) in SHAPES.items():
                found[f"{family}: {name}"] = operation, status, body
    return found


async def reading(operation: str, status: int, body: Any) -> dict[str, Any]:
    async with client(lambda request: httpx.Response(status, json=body)) as commerce:
        with pytest.raises(ApiError) as caught:
            await EVERY_CALL[operation](commerce, ID)
    error = caught.value
    one = error.body[0] if isinstance(error.body, list) and error.body else error.body
    return {
        "class": type(error).__name__,
        "said": [error.title, error.code, error.detail, error.request_id],
        "problems": [[p.message, p.code, p.item, p.field] for p in error.problems],
        "body": type(one).__name__ if isinstance(one, Model) else "raw",
    }


@pytest.mark.anyio
@pytest.mark.parametrize("name", samples())
async def test_an_error_reads_as_it_did(name: str) -> None:
    operation, status, body = samples()[name]
    pinned = json.loads(PINNED.read_text())[name]
    assert await reading(operation, status, body) == {
        **pinned,
        "class": NAMED.get(status, pinned["class"]),
        **NEW.get(name, {}),
    }
