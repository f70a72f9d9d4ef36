"""Pages made up from a document's schemas, read as a whole and in slices."""

from __future__ import annotations

from typing import Any

import msgspec

from commerce_sdk import DecodeError, defaults
from commerce_sdk.document.model import read_json
from commerce_sdk.document.operation import Operation, Request
from commerce_sdk.runtime.call import slices
from commerce_sdk.runtime.call.slices import read_answer
from tests.support.payloads import Payloads

encode = msgspec.json.Encoder(decimal_format="number").encode
Json = dict[str, Any]


def request_of(operation: Operation) -> Request[Any]:
    return Request(operation=operation, path="/")


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
        await outcome(lambda: read_json(request.operation.answers[200], content)),
        await outcome(lambda: read_answer(request, 200, content)),
    )


class Pages:
    """Odd pages of a list, of the right shape."""

    def __init__(self, document: Json, operation: Operation) -> None:
        self._schemas = document["components"]["schemas"]
        self._payloads = Payloads(document, seed=3)
        self._place = operation.pagination[0].items
        entry = document["paths"][operation.path][operation.method.lower()]
        self._page = entry["responses"]["200"]["content"]["application/json"]["schema"]

    def make(self) -> Json:
        page: Json = self._payloads.of(self._page)
        holder, schema = page, self._resolved(self._page)
        for name in self._place[:-1]:
            schema = self._resolved(schema["properties"][name])
            if holder.get(name) is None:
                holder[name] = self._payloads.of(schema)
            holder = holder[name]
        items = schema["properties"][self._place[-1]]["items"]
        holder[self._place[-1]] = [self._payloads.of(items) for _ in range(4)]
        return page

    def _resolved(self, schema: Json) -> Json:
        """A schema itself, behind its reference, and without null."""
        if "oneOf" in schema:
            schema = next(each for each in schema["oneOf"] if each != {"type": "null"})
        if "$ref" in schema:
            schema = self._schemas[schema["$ref"].rsplit("/", 1)[1]]
        return schema


async def reads_alike(document: Json, operation: Operation, monkeypatch: Any) -> None:
    """Read many pages of a list both ways, and find no difference."""
    monkeypatch.setattr(defaults, "SLICED_FROM", 0)
    monkeypatch.setattr(defaults, "SLICE", 1)
    read: list[str] = []
    in_slices = slices._in_slices

    async def noted(*arguments: Any) -> Any:
        page = await in_slices(*arguments)
        read.append("sliced")
        return page

    monkeypatch.setattr(slices, "_in_slices", noted)
    pages = Pages(document, operation)
    for _ in range(60):
        content = encode(pages.make())
        whole, in_parts = await both(request_of(operation), content)
        assert in_parts == whole
        if not isinstance(whole, tuple):
            assert encode(in_parts.to_dict()) == encode(whole.to_dict())
            assert repr(in_parts) == repr(whole)
    assert read, "nothing was read in slices"
