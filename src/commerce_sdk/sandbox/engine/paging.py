"""One page of a list, cut in the way that the document says (`x-pagination`)."""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from commerce_sdk.sandbox.engine.behaviour import WrongAnswer
from commerce_sdk.sandbox.engine.call import Call, Entry
from commerce_sdk.sandbox.engine.operation import Json, Operation, Paging
from commerce_sdk.sandbox.engine.places import put_at, value_at
from commerce_sdk.sandbox.engine.refusal import Refusal
from commerce_sdk.sandbox.engine.schemas import Schemas

DEFAULT_PAGE = 25
LARGEST_PAGE = 100
"""Entries to a page, of which a document says nothing."""
LINK_CURSOR = "cursor"
"""The query parameter that a link has its cursor in; no document names one."""


@dataclass(frozen=True)
class Asked:
    """How a page was asked for: in which way, from where, and at which address."""

    way: Paging
    cursor: Any
    size: int
    address: str


def check_page_size(schemas: Schemas, operation: Operation, size: int) -> None:
    """Raises `ValueError` for a size that pages of a list do not have."""
    for way in operation.paging:
        least, _, most = _sizes(schemas, operation, way)
        if isinstance(size, bool) or not isinstance(size, int) or not least <= size <= most:
            said = f"{operation.id} has from {least} to {most} entries to a page"
            raise ValueError(f"page_size: {said}, not {size!r}")


def asked_for(
    schemas: Schemas, call: Call, address: str, page_size: int | None
) -> tuple[Asked, Call]:
    """How a call asks for a page, of `page_size` (None: of the document's default) if it names
    none; and the call as behaviour sees it: a cursor in a body stands for the body that it came
    from.

    Raises `Refusal` for a size or a cursor that no list gives.
    """
    way = _way(call.operation, call)
    cursor: Any = None
    if way.strategy == "body-cursor":
        if way.cursor in (call.body or {}):
            body, cursor = _unpacked(schemas, call, way)
            call = replace(call, body=body)
    elif way.strategy == "link":
        cursor = _query_of(address).get(LINK_CURSOR)
    else:
        cursor = call.values.get(way.cursor or "")
    asked = call.body if way.strategy == "body-cursor" else call.values
    least, usual, most = _sizes(schemas, call.operation, way)
    named = (asked or {}).get(way.size or "")
    size = (page_size or usual) if named is None else int(named)  # a body may have it as 2.0
    if not least <= size <= most:
        detail = f"{way.size} is from {least} to {most}."
        raise Refusal(400, "parameter_invalid", detail)
    if way.strategy == "page" and cursor is not None and cursor < 1:
        raise Refusal(400, "parameter_invalid", f"{way.cursor} is from 1 on.")
    return Asked(way, cursor, size, address), call


def page_of(call: Call, asked: Asked, entries: Sequence[Entry]) -> Json:
    """One page of a list. Raises `Refusal` for a cursor that the list did not give, `WrongAnswer`
    for entries that no cursor can tell apart."""
    operation = call.operation
    keys = [entry.key for entry in entries]
    if len(set(keys)) < len(keys):
        raise WrongAnswer(f"{operation.id} lists several items by one key")
    begin = _begin(asked, keys)
    end = begin + asked.size
    rest = entries[end:]
    page: dict[str, Any] = {}
    shown = [entry.show() for entry in entries[begin:end]]
    put_at(page, asked.way.items, shown)
    for way in operation.paging:
        if way.strategy == "id":
            _check_ids(operation, way, entries[begin:end], shown)
        for name, place in _ends(way, asked, len(entries), bool(rest)):
            put_at(page, name, place)
    if rest and asked.way.next and asked.way.strategy != "id":
        put_at(page, asked.way.next, _following(call, asked, rest[0].key))
    return page


def _way(operation: Operation, call: Call) -> Paging:
    """Of several ways the one whose cursor was sent; else the first."""
    named = (way for way in operation.paging if way.cursor in call.values)
    return next(named, operation.paging[0])


def _sizes(schemas: Schemas, operation: Operation, way: Paging) -> tuple[int, int, int]:
    """The least, the usual and the most entries to a page, where the document says nothing too."""
    if way.strategy == "body-cursor":
        properties = schemas.properties(operation.body.schema) if operation.body else {}
        said = schemas.resolved(properties.get(way.size or "", {}))
    else:
        said = next((each.schema for each in operation.parameters if each.name == way.size), {})
    least = max(1, said.get("minimum", 1))
    most = said.get("maximum", max(least, LARGEST_PAGE))
    return least, max(least, min(said.get("default") or DEFAULT_PAGE, most)), most


def _begin(asked: Asked, keys: Sequence[str]) -> int:
    if asked.cursor is None:
        return 0
    if asked.way.strategy == "page":
        return (int(asked.cursor) - 1) * asked.size
    if asked.way.strategy == "id":
        # What is gone meanwhile still has its place among the others.
        if asked.cursor in keys:
            return keys.index(asked.cursor) + 1
        return next((n for n, key in enumerate(keys) if key > asked.cursor), len(keys))
    if asked.cursor not in keys:
        name = asked.way.cursor or LINK_CURSOR
        raise Refusal(400, "cursor_invalid", f"{name} is no cursor of this list.")
    return keys.index(asked.cursor)


def _ends(way: Paging, asked: Asked, total: int, more: bool) -> list[tuple[str, Any]]:
    """What an answer says of the list's end, by the place."""
    known = {
        "pages": -(-total // asked.size),
        "total": total,
        "size": asked.size,
        "has-more": more,
    }
    return [(str(place), known[name]) for name, place in way.ends_by.items() if name in known]


def _following(call: Call, asked: Asked, key: str) -> str:
    """What leads to the next page: a cursor, or an address."""
    if asked.way.strategy == "body-cursor":
        return _packed(call.body, key)
    if asked.way.strategy == "link":
        query = {**_query_of(asked.address), LINK_CURSOR: key}
        return f"{asked.address.partition('?')[0]}?{urlencode(query)}"
    return key


def _query_of(address: str) -> dict[str, str]:
    return dict(parse_qsl(address.partition("?")[2], keep_blank_values=True))


def _check_ids(
    operation: Operation, way: Paging, entries: Sequence[Entry], shown: Sequence[Json]
) -> None:
    for entry, item in zip(entries, shown, strict=True):
        if value_at(item, str(way.next)) != entry.key:
            what = f"{operation.id} lists an item by the key {entry.key!r}"
            raise WrongAnswer(f"{what}, and has {value_at(item, str(way.next))!r} at {way.next}")


def _packed(body: Json, key: str) -> str:
    text = json.dumps([body, key], separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode()


def _unpacked(schemas: Schemas, call: Call, way: Paging) -> tuple[Json, str]:
    """The body that a cursor came from, and the key that it names."""
    try:
        body, key = json.loads(base64.urlsafe_b64decode(call.body[way.cursor]))
    except (binascii.Error, ValueError, TypeError):
        body, key = None, None
    schema = call.operation.body.schema if call.operation.body else {}
    is_body = isinstance(body, Mapping) and not any(schemas.findings(schema, body))
    if not is_body or not isinstance(key, str):
        raise Refusal(400, "cursor_invalid", f"{way.cursor} is no cursor of this list.")
    return body, key
