"""The base of a resource: its attributes and what it links to, flat.

A resource holds the plain values that came and converts where an attribute is read. What came in
another *shape* than JSON:API's is a `DecodeError`: when the answer is read; of a link itself, and
of the attributes of what was included, when that is first asked for.
"""

from __future__ import annotations

import builtins
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar, Self, TypeVar, cast

from msgspec import Struct
from msgspec.structs import replace

from commerce_sdk.document.json_api.graph import (
    Graph,
    Key,
    checked_document,
    encoded,
    is_document,
    key_of,
    plain,
)
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.model import bytes_of, parse_json
from commerce_sdk.document.reading import another_shape
from commerce_sdk.document.showing import LENGTH, shown
from commerce_sdk.errors import DecodeError
from commerce_sdk.secret import Secret

R = TypeVar("R", bound="Resource")

_MEMBERS = ("type", "id", "meta")
_UNSAID = NotLoaded()
_FEW = LENGTH // len("X(id='')")


class Resource(Struct, frozen=True, eq=False):
    """A resource that the server answered with. Attributes that are absent or null read as None.

    A relationship reads as the resource that it links to (None where there is none) or as a list of
    them, and as `NotLoaded` where the answer did not bring all of it. Resources of one answer are
    linked to each other, each by one object. One of a type that nobody declared is a plain
    `Resource`, all of whose attributes are in `unknown_fields`.
    """

    wire_type: ClassVar[str] = ""
    known: ClassVar[frozenset[str]] = frozenset()
    secret_names: ClassVar[frozenset[str]] = frozenset()
    shapes: ClassVar[Mapping[str, builtins.type]] = {}
    """The attributes that are objects (`dict`) or lists (`list`)."""

    _data: dict[str, Any]
    _attributes: dict[str, Any]
    _relationships: dict[str, Any]
    _graph: Graph
    _place: int

    def __post_init__(self) -> None:
        own, came = self.wire_type, self._data.get("type")
        if own and came is not None and came != own:
            path = f"{self._graph.path(self._place)}.type"
            raise DecodeError(f"a resource of the type {own} should stand here", path=path)
        for name, shape in self.shapes.items():
            value = self._attributes.get(name)
            if value is not None and value.__class__ is not shape:
                expected = "an object" if shape is dict else "a list"
                raise another_shape(expected, value, self._path(f"attributes.{name}"))

    @property
    def id(self) -> str:
        """The resource's id."""
        came: Any = self._data.get("id")
        name: str = came
        return name

    @property
    def type(self) -> str:
        """The resource's type."""
        return self._data.get("type") or self.wire_type

    @property
    def meta(self) -> dict[str, Any] | None:
        """What the server says beside the attributes."""
        return self._data.get("meta")

    @classmethod
    def from_json(cls, content: bytes | str) -> Self:
        """Read a resource object, or a whole document of one, with what it includes; every digit of
        its numbers is kept. Raises `DecodeError`."""
        return cls._read(parse_json(bytes_of(content)))

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Read plain JSON values, of a resource object or of a whole document; fractions have to be
        `Decimal`. The type may be left out.

        Raises `DecodeError` where their shape or type is another one, and `InvalidRequest` for a
        float.
        """
        return cls._read(plain(data))

    @classmethod
    def _read(cls, value: Any) -> Self:
        if not isinstance(value, dict):
            raise another_shape("an object", value, "$")
        if not is_document(value):
            return Graph({"data": value}, "$").at(0, cls)
        return one_of(cls, checked_document(value))

    def to_dict(self) -> dict[str, Any]:
        """The resource object as it came, without what it links to; fractions are `Decimal`. Raises
        `DecodeError` for one nested more deeply than Python can follow."""
        came: dict[str, Any] = plain(self._data)
        return came

    def to_json(self) -> bytes:
        """`to_dict()` as the bytes of a JSON document; fractions keep every digit."""
        return encoded(self._data)

    def is_set(self, name: str) -> bool:
        """Did the answer hold this attribute at all (True for an explicit null), or say whom this
        relationship links to?

        Raises `AttributeError` for a name that the resource does not have.
        """
        if name in self.known:
            return name in self._attributes or "data" in (self._relationships.get(name) or ())
        getattr(self, name)
        return name not in _MEMBERS or name in self._data

    @property
    def unknown_fields(self) -> dict[str, Any]:
        """Attributes and relationships that came and that this release's document does not know."""
        fields = {**self._relationships, **self._attributes}
        return {name: value for name, value in fields.items() if name not in self.known}

    def _one(self, name: str, cls: builtins.type[R]) -> R | NotLoaded | None:
        link = self._relationships.get(name)
        if link is None or "data" not in link:
            return _UNSAID
        data = link["data"]
        if data is None:
            return None
        if data.__class__ is not dict:
            raise another_shape("an object", data, self._path(f"relationships.{name}.data"))
        key = key_of(data)
        return _UNSAID if key is None else self._found(key, cls) or NotLoaded((key[1],))

    def _many(self, name: str, cls: builtins.type[R]) -> list[R] | NotLoaded:
        link = self._relationships.get(name)
        if link is None or "data" not in link:
            return _UNSAID
        data = link["data"]
        if data is not None and data.__class__ is not list:
            raise another_shape("a list", data, self._path(f"relationships.{name}.data"))
        keys: list[Key] = []
        for index, entry in enumerate(data or ()):
            if entry is None:
                continue
            if entry.__class__ is not dict:
                path = self._path(f"relationships.{name}.data[{index}]")
                raise another_shape("an object", entry, path)
            key = key_of(entry)
            if key is None:
                return _UNSAID
            keys.append(key)
        found = [self._found(key, cls) for key in keys]
        there = [resource for resource in found if resource is not None]
        return there if len(there) == len(keys) else NotLoaded(tuple(name for _, name in keys))

    def _found(self, key: Key, cls: builtins.type[R]) -> R | None:
        place = self._graph.place_of(key)
        if place is None:
            return None
        if key[0] == cls.wire_type:
            return self._graph.at(place, cls)
        return cast("R", self._graph.at(place, Resource))

    def _path(self, below: str) -> str:
        return f"{self._graph.path(self._place)}.{below}"

    def __eq__(self, other: object) -> bool:
        if other.__class__ is not self.__class__ or not isinstance(other, Resource):
            return NotImplemented
        return self is other or self._data == other._data

    def __ne__(self, other: object) -> bool:
        return not self == other  # a struct has a `!=` of its own

    def __hash__(self) -> int:
        return hash((self.wire_type, key_of(self._data)))

    def __copy__(self) -> Self:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (self.__class__, self._graph, self._place)

    def __shown__(self) -> Iterator[tuple[str, Any]]:
        if not self.wire_type:
            yield "type", self.type
        yield "id", self.id
        for name, value in self._attributes.items():
            if name in self.known:
                yield name, Secret() if name in self.secret_names else value
        for name, link in self._relationships.items():
            if name in self.known and link and "data" in link:
                yield name, self._sign_of(name)

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return list(self.__shown__())

    def _sign_of(self, name: str) -> Any:
        """What stands for a relationship, so that showing it comes to an end."""
        try:
            linked = getattr(self._with_few(name), name)
        except DecodeError:
            return self._relationships[name]["data"]
        return list(map(_sign, linked)) if isinstance(linked, list) else _sign(linked)

    def _with_few(self, name: str) -> Self:
        """The same; of what it links to by this name no more than can be shown."""
        link = self._relationships[name]
        if link["data"].__class__ is not list or len(link["data"]) <= _FEW:
            return self
        return replace(self, _relationships={name: {**link, "data": link["data"][:_FEW]}})

    def __repr__(self) -> str:
        return shown(self)


class _Sign(str):
    """Shows itself as it is."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


def _sign(value: Any) -> Any:
    if not isinstance(value, Resource):
        return value
    return _Sign(f"{type(value).__name__}(id={value.id!r})")


def _again(cls: type[R], graph: Graph, place: int) -> R:
    return graph.at(place, cls)


def one_of(cls: type[R], document: dict[str, Any]) -> R:
    """The resource that a document holds. Raises `DecodeError` for none, or for several."""
    if document["data"] is None or isinstance(document["data"], list):
        raise another_shape("an object", document["data"], "$.data")
    return Graph(document).at(0, cls)
