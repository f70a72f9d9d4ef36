"""The bounds that a schema sets, as the rules that generated code checks requests by."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from codegen.reading.failures import UnsupportedSchema
from codegen.schemas.patterns import python_pattern

Schema = Mapping[str, Any]
DECIMAL_TEXT = re.compile(r"\^-\?\[0-9\]\+\(\\\.\[0-9\]\{1,(\d+)\}\)\?\$")
"""The pattern of decimal text with at most so many places: `^-?[0-9]+(\\.[0-9]{1,12})?$`."""

_NUMBER, _TEXT, _LIST, _MAP = ("integer", "number"), ("string",), ("array",), ("object",)
_APPLIES = {
    "minimum": _NUMBER,
    "maximum": _NUMBER,
    "exclusiveMinimum": _NUMBER,
    "exclusiveMaximum": _NUMBER,
    "multipleOf": _NUMBER,
    "minLength": _TEXT,
    "maxLength": _TEXT,
    "pattern": _TEXT,
    "minItems": _LIST,
    "maxItems": _LIST,
    "uniqueItems": _LIST,
    "minProperties": _MAP,
    "maxProperties": _MAP,
}
_RANGE = {
    "least": "minimum",
    "most": "maximum",
    "above": "exclusiveMinimum",
    "below": "exclusiveMaximum",
}
_LENGTHS = (
    ("characters", "minLength", "maxLength"),
    ("entries", "minItems", "maxItems"),
    ("fields", "minProperties", "maxProperties"),
)


def bounds_in(schema: Schema) -> list[str]:
    """The keywords of a schema that bound its value."""
    return [keyword for keyword in _APPLIES if keyword in schema]


def rules_of(schema: Schema) -> tuple[str, ...]:
    """The expression of each rule. Raises `UnsupportedSchema` for a bound that its schema's type
    does not have, or that cannot be checked as it is meant."""
    kinds = schema.get("type")
    kinds = {kinds} if isinstance(kinds, str) else set(kinds or ())
    for keyword in bounds_in(schema):
        if not kinds & set(_APPLIES[keyword]):
            raise UnsupportedSchema(f"{keyword} says nothing of this type of value; remove it")
        if "enum" in schema or "const" in schema:
            raise UnsupportedSchema(f"{keyword} beside the values that are allowed; remove it")
    rules = [*_range(schema)]
    if "multipleOf" in schema:
        rules.append(f"MultipleOf({_number(schema, 'multipleOf')})")
    rules += _lengths(schema)
    if "pattern" in schema:
        rules.append(f"Matches({python_pattern(schema['pattern'])!r})")
    if schema.get("uniqueItems"):
        rules.append("Distinct()")
    return tuple(rules)


def bounded(written: str, rules: tuple[str, ...]) -> str:
    """The expression of a kind that is held to rules."""
    return f"Bounded({written}, ({', '.join(rules)},))" if rules else written


def _range(schema: Schema) -> list[str]:
    ends = [
        f"{name}={_number(schema, keyword)}"
        for name, keyword in _RANGE.items()
        if keyword in schema
    ]
    if ends and "x-money" in schema:
        ends.append(f"unit={schema['x-money'] + ' units'!r}")
    if ends and "x-timestamp" in schema:
        ends.append("unit='epoch milliseconds'")
    return [f"Range({', '.join(ends)})"] if ends else []


def _lengths(schema: Schema) -> list[str]:
    rules = []
    for of, least, most in _LENGTHS:
        ends = [
            f"{name}={_count(schema, keyword)}"
            for name, keyword in (("least", least), ("most", most))
            if keyword in schema
        ]
        if ends:
            ends += [f"of={of!r}"] if of != "characters" else []
            rules.append(f"Length({', '.join(ends)})")
    return rules


def _number(schema: Schema, keyword: str) -> str:
    value = schema[keyword]
    if isinstance(value, bool) or not isinstance(value, int | float | Decimal):
        raise UnsupportedSchema(f"{keyword} is no number; write one")
    if keyword == "multipleOf" and not value > 0:
        raise UnsupportedSchema("multipleOf of 0 or less; write a number above 0")
    # The shortest decimals of a float are the ones that the document has.
    number = Decimal(str(value))
    is_whole = number.is_finite() and number == number.to_integral_value()
    return repr(int(number)) if is_whole else f"Decimal({str(value)!r})"


def _count(schema: Schema, keyword: str) -> int:
    value = schema[keyword]
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise UnsupportedSchema(f"{keyword} is no count; write a whole number from 0 on")
    return value
