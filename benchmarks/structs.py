"""Plain msgspec Structs with the fields that the SDK's models have: the least that typed reading
can cost."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import inspect

_made: dict[type, Any] = {}


def plain(model: type) -> Any:
    """The same fields, without unknown ones, other types or conversions on reading."""
    return _type(inspect.type_info(model))


def _type(node: Any) -> Any:
    match node:
        case inspect.StructType():
            return _struct(node)
        case inspect.ListType():
            return list[_type(node.item_type)]  # type: ignore[misc]
        case inspect.DictType():
            return dict[str, _type(node.value_type)]  # type: ignore[misc]
        case inspect.UnionType():
            members = [_type(each) for each in node.types if not _is_nothing(each)]
            union = members[0]
            for each in members[1:]:
                union |= each
            return union | None
        case inspect.StrType():
            return str
        case inspect.IntType():
            return int
        case inspect.BoolType():
            return bool
    return Any


def _is_nothing(node: Any) -> bool:
    return isinstance(node, inspect.NoneType) or getattr(node, "cls", None) is msgspec.UnsetType


def _struct(node: inspect.StructType) -> Any:
    if node.cls not in _made:
        _made[node.cls] = Any  # where a model holds itself
        fields: list[Any] = [
            (each.name.lstrip("_"), _type(each.type) | None, msgspec.field(default=None, name=wire))
            for each in node.fields
            if not (wire := each.encode_name).startswith("commerce_sdk:")
        ]
        tags = {"tag_field": node.tag_field, "tag": node.tag} if node.tag is not None else {}
        _made[node.cls] = msgspec.defstruct(node.cls.__name__, fields, kw_only=True, **tags)  # type: ignore[arg-type]
    return _made[node.cls]
