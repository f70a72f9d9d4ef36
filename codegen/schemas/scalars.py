"""How what is no object, list or map is held: a text, a number, a constant; and a relationship."""

from __future__ import annotations

from codegen.python.text import literal
from codegen.reading.failures import UnsupportedSchema
from codegen.schemas.bounds import DECIMAL_TEXT, Schema
from codegen.schemas.shape import AS_STORED, Link, Shape
from codegen.schemas.values import is_secret

_FORMATS = {
    "string": ("date", "date-time", "uuid", "password"),
    "integer": ("int32", "int64"),
    "number": ("float", "double"),
}
"""The formats that something follows from, by the type that they are of."""


def link_shape(link: Link) -> Shape:
    """A relationship, read as what it leads to and given as that or its id."""
    one, given = link.to, f"str | {link.to}"
    return Shape(
        stored="Any",
        public=f"{f'list[{one}]' if link.many else one} | NotLoaded",
        read=AS_STORED,
        accepted=f"Sequence[{given}]" if link.many else given,
        written=f"{'ToMany' if link.many else 'ToOne'}({literal(link.type)})",
        models=frozenset({one}),
        link=link,
    )


_CONSTANTS = {"string": str, "integer": int, "boolean": bool}


def const_shape(schema: Schema) -> Shape:
    value, kind = schema["const"], schema.get("type")
    held = next((each for each in (str, bool, int) if isinstance(value, each)), None)
    if held is None:
        raise UnsupportedSchema("a const has to be text, an integer or a boolean; write its type")
    if kind is not None and _CONSTANTS.get(kind) is not held:
        raise UnsupportedSchema(f"the const {value!r} of type {kind}; write one of its type")
    if "x-money" in schema or "x-timestamp" in schema:
        raise UnsupportedSchema("a const that is an amount or an instant; write a plain one")
    name, said = held.__name__, literal(value)
    is_closed = held is not str
    return Shape(name, name, AS_STORED, f"Literal[{said}]", f"Const({said})", closed=is_closed)


def _amount(schema: Schema, unit: str) -> str:
    """How an amount is written: as a number, a whole number or decimal text."""
    if schema["type"] == "integer":
        return f"WholeAmount({unit!r}, {_bits(schema)})"
    if schema["type"] == "string":
        places = DECIMAL_TEXT.fullmatch(schema.get("pattern", ""))
        return f"AmountText({unit!r}, {places[1]})" if places else f"AmountText({unit!r})"
    return f"Amount({unit!r})"


def _bits(schema: Schema) -> int:
    return 32 if schema.get("format") == "int32" else 64


def scalar_shape(schema: Schema) -> Shape:
    kind = schema.get("type")
    form = schema.get("format")
    if form is not None and form not in _FORMATS.get(str(kind), ()):
        raise UnsupportedSchema(
            f"format {form}, which nobody checks for type {kind}; write a pattern, or say it in "
            "the description"
        )
    if "x-money" in schema:
        if kind not in ("integer", "number", "string"):
            raise UnsupportedSchema("x-money on what is no number; remove it, or write its type")
        unit = schema["x-money"]
        return Shape(
            stored="Any",
            public="Money",
            read=f"amount({{v}}, self._sdk_currency, {unit!r})",
            accepted="Money",
            written=_amount(schema, unit),
            money=True,
        )
    if "x-timestamp" in schema:
        instant = "datetime.datetime | int"
        return Shape("int", instant, "from_epoch_ms({v})", instant, "EpochMs()", closed=True)
    if kind == "integer":
        return Shape("int", "int", AS_STORED, "int", f"Integer({_bits(schema)})", closed=True)
    if kind == "number":
        return Shape("Any", "Decimal", "number({v})", "Decimal | int", "Number()")
    if kind == "boolean":
        return Shape("bool", "bool", AS_STORED, "bool", "Boolean()", closed=True)
    if kind == "string":
        return _text_shape(schema)
    if kind is None:
        return Shape("Any", "Any", AS_STORED, "Any", "Plain()")
    raise UnsupportedSchema(
        f"type {kind!r}; write string, integer, number, boolean, array or object"
    )


def _text_shape(schema: Schema) -> Shape:
    read = "hide_texts({v})" if is_secret(schema) else AS_STORED
    match schema.get("format"):
        case "date-time":
            instant = "datetime.datetime | str"
            return Shape("str", instant, "parse_rfc3339({v})", instant, "DateTime()", closed=True)
        case "date":
            day = "datetime.date | str"
            return Shape("str", day, "parse_date({v})", day, "Date()", closed=True)
        case "uuid":
            return Shape("str", "str", read, "str", "Uuid()")
    return Shape("str", "str", read, "str", "Text(secret=True)" if is_secret(schema) else "Text()")
