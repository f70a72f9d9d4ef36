"""What changed between two schemas at one place, and what of it breaks a caller of the SDK."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from bounds import bounds_in
from change import Change, Node
from shapes import is_secret
from unions import branches

_TYPED = ("type", "format", "const", "x-money", "x-timestamp", "x-number")
_LEAST = ("minimum", "minlength", "minitems", "minproperties")


def of_types(place: str, old: Node, new: Node, *, sent: bool) -> Iterator[Change]:
    """Differences of type, value set and structure between two schemas at one place."""
    (old, null_before), (new, null_now) = _without_null(old), _without_null(new)
    if null_before != null_now:
        what = "may now be null" if null_now else "may no longer be null"
        yield Change(place, "changed", what, sent and null_before)
    for key in ("$ref", *_TYPED):
        was, now = _last(old.get(key)), _last(new.get(key))
        if was != now and not (key == "x-money" and was and now):
            yield Change(place, "changed", f"{key} was {was}, is {now}", key != "x-number")
        elif was != now:
            yield Change(place, "changed", f"the wire's unit was {was}, is {now}", False)
    yield from _of_values(place, old.get("enum", ()), new.get("enum", ()))
    if sent:
        yield from _of_bounds(place, old, new)
    if is_secret(old) != is_secret(new):
        what = "is now secret" if is_secret(new) else "is no longer secret"
        yield Change(place, "changed", what, False)
    variants = [set(schema.get("discriminator", {}).get("mapping", {})) for schema in (old, new)]
    for value in variants[0] - variants[1]:
        yield Change(f"{place}[{value}]", "removed", "the variant", True)
    for value in variants[1] - variants[0]:
        yield Change(f"{place}[{value}]", "added", "a variant", False)
    for key, inside in (("items", "[]"), ("additionalProperties", "{}")):
        was, now = old.get(key), new.get(key)
        if isinstance(was, Mapping) and isinstance(now, Mapping):
            yield from of_types(place + inside, was, now, sent=sent)
        elif was != now:
            yield Change(place, "changed", f"{key} was {was}, is {now}", True)


def _of_bounds(place: str, old: Node, new: Node) -> Iterator[Change]:
    """A request that was allowed may be refused by a bound that is new, or another one."""
    for keyword in sorted({*bounds_in(old), *bounds_in(new)}):
        was, now = old.get(keyword), new.get(keyword)
        if was == now:
            continue
        what = f"{keyword} was {was}, is {now}"
        if was is None:
            what = f"{keyword} is now {now}"
        elif now is None:
            what = f"{keyword} was {was}, is gone"
        yield Change(place, "changed", what, not _is_wider(keyword, was, now))


def _is_wider(keyword: str, was: Any, now: Any) -> bool:
    """Does the new bound allow all that the old one did?"""
    if now is None or now is False:
        return True
    if was is None or keyword in ("pattern", "uniqueItems"):
        return False
    if keyword == "multipleOf":
        return Fraction(str(was)) % Fraction(str(now)) == 0
    return bool(now <= was if keyword.lower().endswith(_LEAST) else now >= was)


def _of_values(place: str, old: Any, new: Any) -> Iterator[Change]:
    for value in set(old) - set(new):
        yield Change(f"{place}={value}", "removed", "the value", True)
    for value in set(new) - set(old):
        yield Change(f"{place}={value}", "added", "a value", False)


def _without_null(schema: Node) -> tuple[Node, bool]:
    kinds = schema.get("type")
    if isinstance(kinds, list):
        rest = [kind for kind in kinds if kind != "null"]
        return {**schema, "type": rest[0] if len(rest) == 1 else rest}, "null" in kinds
    if "discriminator" not in schema:
        others = [entry for entry in branches(schema) if entry != {"type": "null"}]
        if len(others) == 1:
            return others[0], len(branches(schema)) > 1
    return schema, False


def _last(value: Any) -> Any:
    return value.rsplit("/", 1)[1] if isinstance(value, str) and "/" in value else value
