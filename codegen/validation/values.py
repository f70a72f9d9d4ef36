"""The values that a schema names, its default and those that it allows, where it forbids them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, schemas
from codegen.schemas.patterns import python_pattern

_BASE = "urn:document"
_UUID = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = r"[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?"
_INSTANT = re.compile(rf"{_DATE.pattern}[Tt]{_CLOCK}([Zz]|[+-][0-9]{{2}}:[0-9]{{2}})")


def value_faults(document: Node) -> Iterator[Problem]:
    """Each value that does not fit the schema that it stands in."""
    resource = DRAFT202012.create_resource(document)
    registry: Registry[Any] = Registry().with_resource(_BASE, resource)
    for place, schema in schemas(document):
        if "default" in schema:
            fault = _fault({"$ref": _BASE + quote(place, safe="#/~")}, schema["default"], registry)
            if fault:
                do = "write one that it allows, or say it in the description"
                what = f"the default does not fit its schema: {fault}"
                yield Problem(join(place, "default"), what, do)
        others = {key: value for key, value in schema.items() if key not in ("const", "enum")}
        named = [("const", schema["const"])] if "const" in schema else []
        named += [(f"enum/{index}", each) for index, each in enumerate(schema.get("enum", ()))]
        for key, value in named:
            fault = _fault(others, value, registry)
            if fault:
                do = "write one that the rest of the schema allows"
                yield Problem(f"{place}/{key}", f"does not fit its schema: {fault}", do)


def _fault(schema: Node, value: Any, registry: Registry[Any]) -> str | None:
    error = next(
        _Validator(schema, registry=registry, format_checker=_FORMATS).iter_errors(value), None
    )
    return error.message if error else None


def _pattern(_: Any, pattern: str, value: Any, __: Any) -> Iterator[ValidationError]:
    """As generated code checks it."""
    if isinstance(value, str) and not re.search(python_pattern(pattern), value, re.ASCII):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


_Validator = extend(  # type: ignore[no-untyped-call]
    Draft202012Validator,
    # Which one of a union it is, its discriminator says.
    {"pattern": _pattern, "oneOf": Draft202012Validator.VALIDATORS["anyOf"]},
)
_FORMATS = FormatChecker(formats=())


def _format(name: str, holds: type, fits: Callable[[Any], bool]) -> None:
    def check(value: object) -> bool:
        return not isinstance(value, holds) or isinstance(value, bool) or fits(value)

    _FORMATS.checks(name, raises=ValueError)(check)


def _is_day(text: str) -> bool:
    return bool(_DATE.fullmatch(text) and datetime.date.fromisoformat(text))


def _is_instant(text: str) -> bool:
    return bool(_INSTANT.fullmatch(text) and datetime.datetime.fromisoformat(text.upper()))


def _within(bits: int) -> Callable[[int], bool]:
    return lambda value: -(2 ** (bits - 1)) <= value < 2 ** (bits - 1)


_format("date", str, _is_day)
_format("date-time", str, _is_instant)
_format("uuid", str, lambda text: bool(_UUID.fullmatch(text)))
_format("int32", int, _within(32))
_format("int64", int, _within(64))
