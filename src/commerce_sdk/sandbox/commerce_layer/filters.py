"""The conditions of `filter[q]`: attributes, of a resource or of what it belongs to, each with a
matcher, several joined by `_or_`."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.commerce_layer.tables import Attribute, Table
from commerce_sdk.sandbox.engine.refusal import Refusal

Holds = Callable[[Record], bool]
Test = Callable[[Any], bool]
_FLAGS = {"true": True, "1": True, "false": False, "0": False}


@dataclass(frozen=True)
class Field:
    """An attribute, of a record or of those behind some relationships of it."""

    steps: tuple[str, ...]
    attribute: Attribute

    def values(self, store: Store, record: Record) -> list[Any]:
        """Its values; nothing (None) where there is nobody to have one."""
        found = [record]
        for step in self.steps:
            found = [each for one in found for each in store.related(one, step)]
        if not found:
            return [None]
        name = self.attribute.name
        return [each.id if name == "id" else each.attributes[name] for each in found]


def conditions(
    store: Store, matchers: Mapping[str, str], type: str, given: Mapping[str, str]
) -> Holds:
    """What a record has to be like for all conditions to hold. Raises `Refusal` 400."""
    tests = [_condition(store, matchers, store.tables[type], *each) for each in given.items()]
    return lambda record: all(holds(record) for holds in tests)


def _condition(
    store: Store, matchers: Mapping[str, str], table: Table, key: str, text: str
) -> Holds:
    fields, matcher = _read(store, matchers, table, key)
    tested = [
        (each, _test(key, each.attribute, matcher, matchers[matcher], text)) for each in fields
    ]

    def holds(record: Record) -> bool:
        return any(test(value) for each, test in tested for value in each.values(store, record))

    return holds


def _read(
    store: Store, matchers: Mapping[str, str], table: Table, key: str
) -> tuple[list[Field], str]:
    """The attributes and the matcher of a condition: of what it may end with, what leaves names of
    attributes."""
    ends = [each for each in matchers if key.endswith(f"_{each}")]
    for matcher in ends:
        names = key.removesuffix(f"_{matcher}").split("_or_")
        fields = [_field(store, table, name) for name in names]
        known = [each for each in fields if each is not None]
        if len(known) == len(names):
            return known, matcher
    what = "an attribute that there is" if ends else "a matcher that there is"
    raise Refusal(400, "FILTER_NOT_ALLOWED", f"filter[q][{key}] does not name {what}.")


def _field(store: Store, table: Table, name: str) -> Field | None:
    attribute = table.readable(name)
    if attribute is not None:
        return Field((), attribute)
    for each in table.relationships.values():
        if name.startswith(f"{each.name}_"):
            rest = name.removeprefix(f"{each.name}_")
            found = _field(store, store.tables[each.to], rest)
            if found is not None:
                return Field((each.name, *found.steps), found.attribute)
    return None


# --- matchers


def _test(key: str, attribute: Attribute, matcher: str, takes: str, text: str) -> Test:
    """What a value of an attribute has to be like. Raises `Refusal` 400 for a text that no such
    value is compared to, and a matcher that is for others."""
    kind = attribute.kind
    if takes == "flag":
        if matcher in ("true", "false") and kind != "boolean":
            raise _unfit(key, matcher, kind)
        wanted = _converted(key, "boolean", text)
        return lambda value: _ALONE[matcher](value) is wanted
    if takes == "object":
        if kind != "object":
            raise _unfit(key, matcher, kind)
        part = _converted(key, "object", text)
        return lambda value: _contains(value, part)
    if kind == "object" or (takes in ("text", "texts") and kind != "string"):
        raise _unfit(key, matcher, kind)
    name, combine = _parted(_SAME.get(matcher, matcher))
    texts = text.split(",") if takes in ("values", "texts") else [text]
    operands = [_converted(key, kind, each) for each in texts]
    return lambda value: combine(_compared(name, kind, value, each) for each in operands)


def _parted(matcher: str) -> tuple[str, Callable[..., bool]]:
    if matcher.endswith("_any"):
        return matcher.removesuffix("_any"), any
    return matcher.removesuffix("_all"), all


def _compared(matcher: str, kind: str, value: Any, operand: Any) -> bool:
    """As databases do: nothing is neither like anything nor unlike it."""
    if value is None:
        return matcher.endswith("_or_null")
    if kind == "instant":
        value = _moment(value)
    return _PAIRS[matcher.removesuffix("_or_null")](value, operand)


def _converted(key: str, kind: str, text: str) -> Any:
    try:
        if kind in ("integer", "number"):
            return float(text)
        if kind == "boolean":
            return _FLAGS[text.lower()]
        if kind == "object":
            return json.loads(text)
        return _moment(text) if kind == "instant" else text
    except (ValueError, KeyError, OverflowError, RecursionError):
        detail = f"filter[q][{key}]: {text!r} is no {kind}."
        raise Refusal(400, "INVALID_FILTER_VALUE", detail) from None


def _moment(text: str) -> float:
    read = datetime.fromisoformat(text)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).timestamp()


def _unfit(key: str, matcher: str, kind: str) -> Refusal:
    detail = f"filter[q][{key}]: {matcher} does not go with an attribute of the type {kind}."
    return Refusal(400, "FILTER_NOT_ALLOWED", detail)


def _like(value: str, pattern: str) -> bool:
    signs = {"%": ".*", "_": "."}
    parts = [signs.get(sign, re.escape(sign)) for sign in pattern]
    return re.fullmatch("".join(parts), value, re.IGNORECASE | re.DOTALL) is not None


def _contains(value: Any, part: Any) -> bool:
    """Does a JSON document have all of another in it?"""
    if isinstance(value, Mapping) and isinstance(part, Mapping):
        return all(key in value and _contains(value[key], each) for key, each in part.items())
    if isinstance(value, Sequence) and isinstance(part, list) and not isinstance(value, str):
        return all(any(_contains(own, each) for own in value) for each in part)
    return bool(value == part) and isinstance(value, bool) == isinstance(part, bool)


_SAME = {"in": "eq_any", "not_in": "not_eq_all", "not_in_or_null": "not_eq_or_null_all"}
_ALONE: Mapping[str, Test] = {
    "present": lambda value: value is not None and value != "",
    "blank": lambda value: value is None or value == "",
    "null": lambda value: value is None,
    "not_null": lambda value: value is not None,
    "true": lambda value: value is True,
    "false": lambda value: value is False,
}
_PAIRS: Mapping[str, Callable[[Any, Any], bool]] = {
    "eq": lambda value, wanted: value == wanted,
    "not_eq": lambda value, wanted: value != wanted,
    "lt": lambda value, wanted: value < wanted,
    "lteq": lambda value, wanted: value <= wanted,
    "gt": lambda value, wanted: value > wanted,
    "gteq": lambda value, wanted: value >= wanted,
    "matches": _like,
    "does_not_match": lambda value, pattern: not _like(value, pattern),
    # Case does not count, as in `matches`.
    "start": lambda value, text: value.lower().startswith(text.lower()),
    "not_start": lambda value, text: not value.lower().startswith(text.lower()),
    "end": lambda value, text: value.lower().endswith(text.lower()),
    "not_end": lambda value, text: not value.lower().endswith(text.lower()),
    "cont": lambda value, text: text.lower() in value.lower(),
    "not_cont": lambda value, text: text.lower() not in value.lower(),
}
