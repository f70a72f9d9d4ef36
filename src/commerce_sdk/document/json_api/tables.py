"""What the document says of each type of resource, for what a query may name; and the nearest of
the right names for a wrong one."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from commerce_sdk.document.container_kinds import ListOf, MapOf, Nested, OneOf
from commerce_sdk.document.kinds import Kind, Plain, Text, refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value

_LISTED = 80
_LOOKED_AT = 200  # characters, for finding what is near takes the square of them


class ResourceTable(Value, frozen=True, kw_only=True):
    """A type of resource: the kind of each attribute that can be asked for, and of each
    relationship the type that it links to and whether it links to many."""

    type: str
    attributes: Mapping[str, Kind]
    relationships: Mapping[str, tuple[str, bool]]

    @property
    def queried(self) -> dict[str, Kind]:
        """What lists are filtered and sorted by: the id, and the attributes."""
        return {"id": Text(), **self.attributes}


def has_parts(kind: Kind) -> bool:
    """Is what it holds no single value?"""
    return isinstance(kind, MapOf | ListOf | Nested | OneOf) or kind.__class__ is Plain


Tables = Mapping[str, ResourceTable]
"""All of a platform's, by type."""


def nearest(wrong: str, names: Collection[str], before: str = "", after: str = "") -> str:
    """Advice that ends an error about a wrong name: the one of `names` that was meant, with what
    stands `before` and `after` it; or, where none is near, all of them, if they are few."""
    from difflib import get_close_matches  # only errors need it

    if found := get_close_matches(wrong[:_LOOKED_AT], names, n=1):
        return f"; did you mean {before}{found[0]}{after}?"
    return f"; there are {', '.join(names)}" if 0 < len(names) <= _LISTED else ""


def names_in(given: Any, path: str) -> list[tuple[str, str]]:
    """The names of a list, each with its place. Raises `InvalidRequest` for what is no list of
    texts."""
    if isinstance(given, str):
        raise InvalidRequest(f"expected a list of names; write [{given[:100]!r}]", path=path)
    if not isinstance(given, list | tuple):
        raise refuse("a list of names", given, path)
    found = []
    for index, name in enumerate(given):
        place = f"{path}[{index}]"
        if not isinstance(name, str):
            raise refuse("a name", name, place)
        found.append((place, str(name)))
    return found
