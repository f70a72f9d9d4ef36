"""One page of a list, cut in the way that the document says (`x-pagination`)."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from commerce_sdk.sandbox.engine.answers import entries_of
from commerce_sdk.sandbox.engine.behaviour import WrongAnswer
from commerce_sdk.sandbox.engine.call import Answer, Call, Entries, Entry, PageInfo
from commerce_sdk.sandbox.engine.cursors import Cursors, Listing
from commerce_sdk.sandbox.engine.operation import Json, Operation, Paging, is_json_answer
from commerce_sdk.sandbox.engine.places import put_at, value_at
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Schemas, types_of

DEFAULT_PAGE = 25
LARGEST_PAGE = 100
"""Entries to a page, of which a document says nothing."""
LINK_CURSOR = "cursor"
"""The query parameter that a link has its cursor in, where the operation has none of that name; no
document names one."""

_FOLLOWED = ("cursor", "body-cursor", "link")
_DIGITS = 400


@dataclass(frozen=True)
class Asked:
    """How a page was asked for: in which way, of which list, from where, and at which address.
    `cursor` is the number of a page, or the key of an entry; None for the first page."""

    way: Paging
    listing: Listing
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
    schemas: Schemas, cursors: Cursors, call: Call, address: str, page_size: int | None
) -> tuple[Asked, Call]:
    """How a call asks for a page, of `page_size` (None: of the document's default) if it names
    none; and the call as behaviour sees it: a cursor in a body stands for the body that it came
    from.

    Raises `Refusal` for a size or a cursor that no list gives.
    """
    sent = [(way, _sent(call, way, address)) for way in call.operation.paging]
    way, cursor = next((each for each in sent if each[1] is not None), sent[0])
    if cursor is not None and way.strategy == "body-cursor":
        listing, cursor = _unpacked(cursors, call, way)
        call = replace(call, body=listing.body)
    try:
        listing = cursors.listing(call)
    except RecursionError:
        raise Refusal(400, "body_malformed", "The body is nested too deeply.") from None
    asked = call.body if way.strategy == "body-cursor" else call.values
    named = asked.get(way.size or "") if isinstance(asked, Mapping) else None
    least, usual, most = _sizes(schemas, call.operation, way)
    size = (page_size or usual) if named is None else _whole(way, way.size, named)
    if not least <= size <= most:
        raise _refused(way, way.size, f"is from {least} to {most}.")
    if way.strategy == "page" and cursor is not None:
        cursor = _whole(way, way.cursor, cursor)
        if cursor < 1:
            raise _refused(way, way.cursor, "is from 1 on.")
    return Asked(way, listing, cursor, size, address), call


def paged(schemas: Schemas, call: Call, asked: Asked, given: Any, status: int | None = None) -> Any:
    """What behaviour gave, with one page in place of entries; anything else as it is.

    Raises `Refusal` for a cursor that the list did not give, `WrongAnswer` for entries that no
    cursor can tell apart.
    """
    if isinstance(given, Answer):
        page = paged(schemas, call, asked, given.content, given.status)
        return replace(given, content=page)
    entries = given if isinstance(given, Entries) else Entries(given)
    rows = entries_of(call.operation, entries.rows)
    if rows is None:
        return given
    return _page(schemas, call.operation, asked, replace(entries, rows=rows), status)


def _page(
    schemas: Schemas, operation: Operation, asked: Asked, entries: Entries, status: int | None
) -> Json:
    rows = entries.rows
    keys = [entry.key for entry in rows]
    if len(set(keys)) < len(keys):
        raise WrongAnswer(f"{operation.id} lists several items by one key")
    begin = _begin(asked, keys)
    end = begin + asked.size
    asked.listing.showed(keys[: end + 1])
    shown = [entry.show() for entry in rows[begin:end]]
    around = entries.around(_info(operation, asked, keys, begin, shown))
    if not isinstance(around, Mapping):
        raise WrongAnswer(f"{operation.id} has {around!r} around a page, which is no object")
    page = dict(around)
    put_at(page, asked.way.items, shown)
    more = end < len(rows)
    is_of_rest = asked.way.strategy == "id" and "pages" in asked.way.ends_by
    left = len(rows) - begin if is_of_rest else len(rows)
    for way in operation.paging:
        if way.strategy == "id":
            _check_ids(operation, way, rows[begin:end], shown)
        for name, place in _ends(way, asked, len(rows), left, more):
            put_at(page, name, place)
        if way.number is not None and way == asked.way:
            put_at(page, way.number, asked.cursor or 1)
        if way.next is None or way.strategy not in _FOLLOWED:
            continue
        if more:
            following = _following(operation, replace(asked, way=way), keys, end)
            kinds = types_of(schemas.shape(_schema_at(schemas, operation, status, way.next)))
            is_number = "integer" in kinds and "string" not in kinds and str(following).isdecimal()
            put_at(page, way.next, int(str(following)) if is_number else following)
        elif _lacks(schemas, operation, status, page, way.next):
            put_at(page, way.next, None)
    return page


def _sent(call: Call, way: Paging, address: str) -> Any:
    """The cursor that a call has, in one of the ways."""
    if way.strategy == "link":
        return dict(_query_of(address)).get(_name_in_query(call.operation, way))
    asked = call.body if way.strategy == "body-cursor" else call.values
    return asked.get(way.cursor or "") if isinstance(asked, Mapping) else None


def _unpacked(cursors: Cursors, call: Call, way: Paging) -> tuple[Listing, str]:
    """The list that a cursor in a body is of, and the key that it goes on behind. Tenants may
    stand beside it, for they are of every call."""
    beside = call.body.keys() - {way.cursor} - _tenants_in_body(call.operation)
    if beside:
        problems = [
            Problem(f"stands beside {way.cursor}, which stands alone.", field=name)
            for name in sorted(beside)
        ]
        detail = f"{problems[0].field} {problems[0].message}"
        raise Refusal(400, "parameter_invalid", detail, problems=problems)
    name, _, key = str(call.body[way.cursor]).partition(".")
    listing = cursors.named(name, call)
    if listing is None:
        raise _no_cursor(way)
    return listing, key


def _tenants_in_body(operation: Operation) -> set[str]:
    return set(operation.body.tenants) if operation.body else set()


def _whole(way: Paging, name: str | None, value: Any) -> int:
    """A number as it was sent, which may be `2.0`, or a text where the document has it so."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, str) and value.isascii() and value.isdecimal() and len(value) <= _DIGITS:
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        raise _refused(way, name, "is a whole number.")
    return value


def _refused(way: Paging, name: str | None, message: str) -> Refusal:
    in_body = way.strategy == "body-cursor"
    problem = Problem(message, field=name) if in_body else Problem(message, parameter=name)
    return Refusal(400, "parameter_invalid", f"{name} {message}", problems=[problem])


def _sizes(schemas: Schemas, operation: Operation, way: Paging) -> tuple[int, int, int]:
    """The least, the usual and the most entries to a page, where the document says nothing too."""
    if way.strategy == "body-cursor":
        properties = schemas.properties(operation.body.schema) if operation.body else {}
        said = schemas.resolved(properties.get(way.size or "", {}))
    else:
        said = next((each.schema for each in operation.parameters if each.name == way.size), {})
    parts = [*schemas.parts(said)]
    listed = [number for each in parts for number in each.get("enum", ()) if type(number) is int]
    lowest = [each["minimum"] for each in parts if "minimum" in each] or listed
    highest = [each["maximum"] for each in parts if "maximum" in each]
    usual = next((each["default"] for each in parts if each.get("default")), None)
    least = max(1, math.ceil(max(lowest if lowest is not listed else [min(listed, default=1)])))
    most = max(least, LARGEST_PAGE, int(usual or 0))
    if highest or listed:
        most = math.floor(min(highest or [max(listed)]))
    return least, max(least, min(int(usual or DEFAULT_PAGE), most)), most


def _begin(asked: Asked, keys: Sequence[str]) -> int:
    way, cursor = asked.way, asked.cursor
    if cursor is None or (way.strategy == "body-cursor" and not cursor):
        return 0
    if way.strategy == "page":
        return int((cursor - 1) * asked.size)
    find = asked.listing.at if way.strategy == "cursor" else asked.listing.after
    begin = find(str(cursor), keys)
    if begin is None and way.strategy == "id":
        # Who asks for what comes after an id need not have it of the list.
        return next((n for n, key in enumerate(keys) if _is_after(key, str(cursor))), len(keys))
    if begin is None:
        raise _no_cursor(way)
    return begin


def _is_after(key: str, cursor: str) -> bool:
    if key.isdecimal() and cursor.isdecimal():
        return int(key) > int(cursor)
    return key > cursor


def _no_cursor(way: Paging) -> Refusal:
    name = way.cursor or LINK_CURSOR
    return Refusal(400, "cursor_invalid", f"{name} is no cursor of this list.")


def _info(
    operation: Operation, asked: Asked, keys: Sequence[str], begin: int, shown: Sequence[Json]
) -> PageInfo:
    size, total = asked.size, len(keys)
    last = max(0, begin + (max(0, total - 1) - begin) // size * size)
    begins = {"first": 0, "self": begin, "last": last}
    if begin:
        begins["prev"] = max(0, min(begin - size, last))
    if begin + size < total:
        begins["next"] = begin + size
    cursors = {name: _cursor(asked, keys, place) for name, place in begins.items()}
    links = {
        name: _address(operation, asked, cursor)
        for name, cursor in cursors.items()
        if asked.way.strategy != "body-cursor"
    }
    return PageInfo(
        items=shown,
        number=-(-begin // size) + 1,
        pages=-(-total // size),
        size=size,
        total=total,
        cursors={name: cursor for name, cursor in cursors.items() if cursor is not None},
        links=links,
    )


def _ends(
    way: Paging, asked: Asked, total: int, left: int, more: bool
) -> Iterator[tuple[str, Any]]:
    """What an answer says of the list's end, by the place; `left` are what its pages count."""
    known = {
        "pages": -(-left // asked.size),
        "total": total,
        "size": asked.size,
        "has-more": more,
    }
    return ((str(place), known[name]) for name, place in way.ends_by.items() if name in known)


def _following(operation: Operation, asked: Asked, keys: Sequence[str], begin: int) -> str | None:
    """What leads to the next page: a cursor, or an address."""
    cursor = _cursor(asked, keys, begin)
    return _address(operation, asked, cursor) if asked.way.strategy == "link" else cursor


def _cursor(asked: Asked, keys: Sequence[str], begin: int) -> str | None:
    """What leads to the page that begins at an entry; None for the first, where none is needed."""
    strategy = asked.way.strategy
    if strategy == "page":
        return str(begin // asked.size + 1)
    if strategy == "body-cursor":
        return f"{asked.listing.name}.{keys[begin - 1] if begin else ''}"
    if not begin:
        return None
    # Behind the last entry begins a page of which all entries went.
    return keys[min(begin, len(keys) - 1) if strategy == "cursor" else begin - 1]


def _address(operation: Operation, asked: Asked, cursor: str | None) -> str:
    """The address that was asked, with another cursor."""
    own = _name_in_query(operation, asked.way)
    pairs = [(name, text) for name, text in _query_of(asked.address) if name != own]
    query = urlencode(pairs if cursor is None else [*pairs, (own, cursor)])
    return "?".join(filter(None, (asked.address.partition("?")[0], query)))


def _name_in_query(operation: Operation, way: Paging) -> str:
    """What a cursor is called in a query: by the document, or as no parameter of it is."""
    name = way.cursor or LINK_CURSOR
    while way.cursor is None and any(each.name == name for each in operation.parameters):
        name = f"_{name}"
    return name


def _query_of(address: str) -> list[tuple[str, str]]:
    return parse_qsl(address.partition("?")[2], keep_blank_values=True)


def _lacks(
    schemas: Schemas, operation: Operation, status: int | None, page: Json, path: str
) -> bool:
    """Does an answer say nothing at a place where its schema requires something?"""
    above, _, last = path.rpartition(".")
    schema = _schema_at(schemas, operation, status, above)
    is_required = any(last in each.get("required", ()) for each in schemas.parts(schema))
    return is_required and value_at(page, path) is None


def _schema_of(operation: Operation, status: int | None) -> Json:
    named = (each for each in operation.successes if status in (None, each.status))
    return next((each.schema for each in named if is_json_answer(each.media_type)), None) or {}


def _schema_at(schemas: Schemas, operation: Operation, status: int | None, path: str) -> Json:
    schema = _schema_of(operation, status)
    for step in filter(None, path.split(".")):
        schema = schemas.properties(schema).get(step, {})
    return schema


def _check_ids(
    operation: Operation, way: Paging, entries: Sequence[Entry], shown: Sequence[Json]
) -> None:
    for entry, item in zip(entries, shown, strict=True):
        own = value_at(item, str(way.next))
        if own != entry.key and not (type(own) is int and str(own) == entry.key):
            what = f"{operation.id} lists an item by the key {entry.key!r}"
            raise WrongAnswer(f"{what}, and has {own!r} at {way.next}")
