"""Reads plain JSON values into models whatever deviates from the document but the shape.

The reader of a class is made once, from the class's own field types, so that the exact reader
(msgspec's) and this one can never disagree on what a class holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, cast

from msgspec import Struct, UnsetType, inspect

from commerce_sdk.errors import DecodeError, InvalidRequest

PRIVATE = "commerce_sdk:"
"""Begins the wire name of a model's own bookkeeping, which is never read or given back. A field of
the server's that is named so is one that the document does not know."""

if TYPE_CHECKING:
    KeptFields = dict[str, Any] | None
    KeptCurrency = str | None
else:

    class _NeverOnTheWire:
        """No JSON value is one, null neither, so the exact reader leaves such a name alone."""

    KeptFields = KeptCurrency = _NeverOnTheWire

_LARGEST_READABLE_EXPONENT = 64


class UnknownVariant(Struct, frozen=True):
    """One of several possible shapes, of a kind that this release's document does not know.

    `fields` is what came; nothing of it is lost.
    """

    discriminator: str
    fields: dict[str, Any]

    @property
    def kind(self) -> str | None:
        """The value that tells the kind, where one came."""
        value = self.fields.get(self.discriminator)
        return value if isinstance(value, str) else None

    def to_dict(self) -> dict[str, Any]:
        """The same JSON values as came."""
        return dict(self.fields)

    def __shown__(self) -> list[tuple[str, object]]:
        return [("discriminator", self.discriminator), ("fields", self.fields)]

    def __repr__(self) -> str:
        from commerce_sdk.document.showing import shown

        return shown(self)


Reader = Callable[[Any, str], Any]


@cache
def object_reader(cls: type[Struct]) -> Reader:
    config = cls.__struct_config__
    info = cast(inspect.StructType, inspect.type_info(cls))
    odd: Mapping[str, str] = getattr(cls, "odd_names", {})
    readers = {
        odd.get(entry.encode_name, entry.encode_name): (entry.name, _reader(entry.type))
        for entry in info.fields
        if entry.encode_name in odd or not entry.encode_name.startswith(PRIVATE)
    }

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise another_shape("an object", value, path)
        known: dict[str, Any] = {}
        unknown: dict[str, Any] = {}
        for key, entry in value.items():
            if key in readers:
                name, reader = readers[key]
                known[name] = None if entry is None else reader(entry, f"{path}.{key}")
            elif key != config.tag_field or entry != config.tag:
                unknown[key] = entry
        return cls(**known, _sdk_unknown=unknown or None)

    return read


@cache
def reader_of(stored: Any) -> Reader:
    """The reader of a type that models are made of: a model, a union of some, a list, a map."""
    return _reader(inspect.type_info(stored))


def _reader(node: inspect.Type) -> Reader:
    if isinstance(node, inspect.UnionType):
        members = [member for member in node.types if not _is_nothing(member)]
        if len(members) > 1:
            return _variant_reader([cast(inspect.StructType, member) for member in members])
        return _reader(members[0])
    if isinstance(node, inspect.StructType):
        # Looked up on use: models may hold themselves.
        return lambda value, path: object_reader(node.cls)(value, path)
    if isinstance(node, inspect.ListType):
        return _list_reader(_reader(node.item_type))
    if isinstance(node, inspect.DictType):
        return _map_reader(_reader(node.value_type))
    if isinstance(node, inspect.AnyType):
        return read_exact
    return whole_number if isinstance(node, inspect.IntType) else _read_scalar


def _is_nothing(node: inspect.Type) -> bool:
    # msgspec has no public name for the node of UNSET; it shows as a custom type.
    return isinstance(node, inspect.NoneType) or getattr(node, "cls", None) is UnsetType


def _variant_reader(nodes: list[inspect.StructType]) -> Reader:
    discriminator = nodes[0].tag_field or ""
    classes = {node.tag: node.cls for node in nodes}

    def read(value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise another_shape("an object", value, path)
        kind = value.get(discriminator)
        cls = classes.get(kind) if isinstance(kind, str) else None
        if cls is None:
            return UnknownVariant(discriminator, dict(value))
        return object_reader(cls)(value, path)

    return read


def _list_reader(item: Reader) -> Reader:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, list):
            raise another_shape("a list", value, path)
        return [
            None if entry is None else item(entry, f"{path}[{index}]")
            for index, entry in enumerate(value)
        ]

    return read


def _map_reader(item: Reader) -> Reader:
    def read(value: Any, path: str) -> Any:
        if not isinstance(value, Mapping):
            raise another_shape("an object", value, path)
        return {
            key: None if entry is None else item(entry, f"{path}.{key}")
            for key, entry in value.items()
        }

    return read


def _read_scalar(value: Any, path: str) -> Any:
    return value


def read_exact(value: Any, path: str) -> Any:
    """An amount, or a number with a fraction: what the document has as any value at all."""
    if isinstance(value, float):
        raise InvalidRequest(
            "a float has lost digits where an exact number should stand: use from_json, or "
            "json.loads(…, parse_float=Decimal)",
            path=path,
        )
    return value


def whole_number(value: Any, path: str) -> Any:
    """A number without a fraction as an integer, however it was written; all else as it came."""
    if not isinstance(value, Decimal) or value.adjusted() > _LARGEST_READABLE_EXPONENT:
        return value
    whole = int(value)
    return whole if whole == value else value


def json_kind(value: Any) -> str:
    """What a plain JSON value is, in words; nothing of what it holds."""
    return {
        list: "a list",
        dict: "an object",
        str: "text",
        bool: "true or false",
        type(None): "null",
    }.get(type(value), "a number")


def another_shape(expected: str, value: Any, path: str) -> DecodeError:
    """The error for what came in the place of something else."""
    return DecodeError(f"{expected} should stand here, {json_kind(value)} came", path=path)
