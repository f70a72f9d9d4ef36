"""The resources of one answer, found by type and id.

They stay the plain values that came. Of each one object is made, when it is first asked for; what
it links to is looked up here, so that no chain or circle of links is ever followed by itself, and
what is copied or pickled carries these values and never a web of objects.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any, TypeVar, cast

import msgspec

from commerce_sdk.document.model import too_deep
from commerce_sdk.document.reading import another_shape, read_exact
from commerce_sdk.errors import DecodeError

T = TypeVar("T")
Plain = dict[str, Any]
Key = tuple[str, str]
"""A resource's type and id."""

_ENCODER = msgspec.json.Encoder(decimal_format="number")
_NOTHING: Plain = {}


class Graph:
    """The resources of one document, the ones asked for (the primary ones) first. `root` is where
    its errors say that the primary data stand.

    Reading is tolerant of nulls, of resources without type or id, and of included ones that came
    twice (the first counts) or wrapped in another `data`. Raises `DecodeError` for another shape.
    """

    __slots__ = ("_index", "_made", "_resources", "_root", "_rows", "document")

    def __init__(self, document: Plain, root: str = "$.data") -> None:
        data, included = document.get("data"), document.get("included")
        rows = data if data.__class__ is list else [data]
        if included is not None and included.__class__ is not list:
            raise another_shape("a list", included, "$.included")
        self.document: Plain = document
        self._root, self._rows = root, len(rows)
        self._resources: list[Plain | None] = []
        self._index: dict[Key, int] = {}
        self._made: dict[tuple[int, Any], Any] = {}
        for place, entry in enumerate(chain(rows, included or ())):
            resource = None if entry is None else self._checked(entry, place)
            self._resources.append(resource)
            key = None if resource is None else key_of(resource)
            if key is not None:
                self._index.setdefault(key, place)

    def _checked(self, entry: Any, place: int) -> Plain:
        if entry.__class__ is not dict:
            raise another_shape("an object", entry, self.path(place))
        if place >= self._rows and "type" not in entry and entry.get("data").__class__ is dict:
            entry = entry["data"]  # as an old server wrapped them
        for name in ("attributes", "relationships", "meta"):
            if (member := entry.get(name)).__class__ is not dict:
                self._check_null(member, place, name)
        for name, link in (entry.get("relationships") or _NOTHING).items():
            if link.__class__ is not dict:
                self._check_null(link, place, f"relationships.{name}")
        return cast(Plain, entry)

    def _check_null(self, value: Any, place: int, name: str) -> None:
        if value is not None:
            raise another_shape("an object", value, f"{self.path(place)}.{name}")

    def path(self, place: int) -> str:
        """Where in the document a resource stands."""
        if place >= self._rows:
            return f"$.included[{place - self._rows}]"
        return f"{self._root}[{place}]" if self.document["data"].__class__ is list else self._root

    def place_of(self, key: Key) -> int | None:
        """The place of a resource among all of them, None where it did not come."""
        return self._index.get(key)

    def at(self, place: int, make: Callable[[Plain, Plain, Plain, Graph, int], T]) -> T:
        """The resource at a place, made by its class the first time. It has to be there."""
        key = (place, make)
        found: T | None = self._made.get(key)
        if found is None:
            data = cast(Plain, self._resources[place])
            attributes = data.get("attributes") or _NOTHING
            relationships = data.get("relationships") or _NOTHING
            made = make(data, attributes, relationships, self, place)
            found = self._made.setdefault(key, made)  # as another thread may have made it too
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        return Graph, (self.document, self._root)


def key_of(value: Plain) -> Key | None:
    """The type and id of a resource, or of a link to one; None where one of them is no text."""
    kind, name = value.get("type"), value.get("id")
    return (kind, name) if kind.__class__ is str and name.__class__ is str else None


def is_document(value: Plain) -> bool:
    """Is this a document, rather than a resource?"""
    return "type" not in value and ("data" in value or "errors" in value)


def checked_document(value: Any) -> Plain:
    """A whole document. Raises `DecodeError` for one that holds errors, or no data."""
    if not isinstance(value, dict):
        raise another_shape("an object", value, "$")
    if "data" in value:
        return value
    if "errors" in value:
        raise DecodeError("the document holds errors in the place of data", path="$.errors")
    raise DecodeError("the document has no data", path="$.data")


def plain(value: Any, path: str = "$") -> Any:
    """A copy of JSON values. Raises `InvalidRequest` for a float, and `DecodeError` for what is
    nested too deeply."""
    try:
        return _copied(value, path)
    except RecursionError:
        raise too_deep() from None


def _copied(value: Any, path: str) -> Any:
    if isinstance(value, Mapping):
        return {key: _copied(entry, f"{path}.{key}") for key, entry in value.items()}
    if isinstance(value, list):
        return [_copied(entry, f"{path}[{index}]") for index, entry in enumerate(value)]
    return read_exact(value, path)


def encoded(value: Any) -> bytes:
    """JSON values as bytes, every digit of their fractions kept."""
    try:
        return _ENCODER.encode(value)
    except RecursionError:
        raise too_deep() from None
