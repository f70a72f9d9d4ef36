"""Schemas that no value fits: bounds that leave nothing, and objects that never end."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Any

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, bodies, join, reach, references, schemas, types
from codegen.schemas.unions import branches

_PAIRS = (
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_BITS = {"int32": 32, "int64": 64}
_RANGE = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")


def empty_faults(document: Node) -> Iterator[Problem]:
    """Each of them."""
    asked: dict[str, Node] = {}
    for start in bodies(document)[0]:
        reach(document, start, asked)
    for place, schema in schemas(document):
        if schema.get("format") == "binary":
            continue
        for least, most in _PAIRS:
            if least in schema and schema[least] > schema.get(most, schema[least]):
                what = f"{least} {schema[least]} above {most} {schema[most]}, which leaves nothing"
                yield Problem(join(place, least), what, "lower it, or raise the other")
        yield from _numbers(place, schema)
        if "properties" in schema:
            yield from _fields(place, schema, is_closed=place in asked)
    yield from _endless(document)


def _numbers(place: str, schema: Node) -> Iterator[Problem]:
    bits = _BITS.get(str(schema.get("format")))
    beyond = False
    for keyword in _RANGE if bits and "integer" in types(schema) else ():
        # What is excluded may be the first number outside.
        spare = 1 if keyword.startswith("exclusive") else 0
        end = 2 ** (bits - 1)  # type: ignore[operator]
        if keyword in schema and not -end - spare <= schema[keyword] <= end - 1 + spare:
            beyond = True
            what = f"{keyword} {schema[keyword]} is outside {schema['format']}"
            yield Problem(join(place, keyword), what, "write one inside, or a wider format")
    if not beyond and _is_empty(schema):
        said = " and ".join(
            f"{key} {schema[key]}" for key in (*_RANGE, "multipleOf") if key in schema
        )
        yield Problem(place, f"no number fits {said}", "write bounds that leave one")


def _is_empty(schema: Node) -> bool:
    """Do its bounds leave no number?"""
    given = {key: Fraction(str(schema[key])) for key in _RANGE if key in schema}
    lows = [
        (given[key], key != "minimum") for key in ("minimum", "exclusiveMinimum") if key in given
    ]
    highs = [
        (given[key], key != "maximum") for key in ("maximum", "exclusiveMaximum") if key in given
    ]
    if not lows or not highs:
        return False
    low, is_above = max(lows)
    high, is_below = min(highs, key=lambda end: (end[0], not end[1]))
    step = Fraction(str(schema["multipleOf"])) if "multipleOf" in schema else Fraction(0)
    if not step and set(types(schema)) - {"null"} == {"integer"}:
        step = Fraction(1)
    if step:
        low = ceil(low / step) * step if not is_above else (low // step + 1) * step
        is_above = False
    return low > high or (low == high and (is_above or is_below))


def _fields(place: str, schema: Node, *, is_closed: bool) -> Iterator[Problem]:
    """Can an object have as many fields as it may, and as it must?"""
    least, most = schema.get("minProperties", 0), schema.get("maxProperties")
    count, needed = len(schema["properties"]), len(set(schema.get("required", ())))
    # Requests hold what is described, and no more.
    if least > count and (is_closed or schema.get("additionalProperties") is False):
        what = f"minProperties {least} of {count} properties"
        yield Problem(join(place, "minProperties"), what, "lower it, or describe the others")
    if most is not None and most < needed:
        what = f"maxProperties {most}, where {needed} are required"
        yield Problem(join(place, "maxProperties"), what, "raise it, or require fewer")


def _endless(document: Node) -> Iterator[Problem]:
    """The objects that hold themselves, however far one follows what they require."""
    named = document.get("components", {}).get("schemas", {})
    ending: set[str] = set()
    while True:
        more = {name for name in named if name not in ending and _ends(named[name], ending)}
        if not more:
            break
        ending |= more
    for name, schema in named.items():
        for prop in schema.get("required", ()) if name not in ending else ():
            held = schema.get("properties", {}).get(prop, {})
            if not _ends(held, ending) and name in _endless_in(held, named, ending):
                spot = join(join(join("#/components/schemas", name), "properties"), prop)
                do = "do not require it, or allow null there"
                yield Problem(spot, f"{name} requires itself without end", do)


def _ends(schema: Any, ending: set[str]) -> bool:
    """Is there a value of a schema, of no other named ones than those that have some?"""
    if not isinstance(schema, dict) or "null" in types(schema):
        return True
    if "$ref" in schema:
        return schema["$ref"].rpartition("/")[2] in ending
    if branches(schema):
        return any(_ends(each, ending) for each in branches(schema))
    if schema.get("minItems", 0) > 0:
        return _ends(schema.get("items"), ending)
    props = schema.get("properties", {})
    if not props and schema.get("minProperties", 0) > 0:
        return _ends(schema.get("additionalProperties"), ending)
    return all(_ends(props.get(each), ending) for each in schema.get("required", ()))


def _endless_in(start: Any, named: Node, ending: set[str]) -> set[str]:
    """The names without end that a schema leads to."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        schema = waiting.pop()
        props = schema.get("properties")
        parts = [props.get(each, {}) for each in schema.get("required", ())] if props else [schema]
        more = {name for part in parts for name in references(part)} - ending - found
        found |= more
        waiting += [named[name] for name in more]
    return found
