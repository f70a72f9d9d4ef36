"""Strategies for schemas of every kind that the pipeline takes, with names of all kinds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import Any, TypeVar

from hypothesis import strategies as st

Node = dict[str, Any]
T = TypeVar("T")

CLASSES = (
    *("Thing", "Order", "OrderLine", "HTTPError", "Type", "Id", "A", "Self", "Object", "Response"),
    *("OrderV2", "Enum", "Choice1", "ListOfThings", "X1", "Import", "Property", "Client", "Field"),
    *("Page", "Status", "Colour", "Error", "Model1", "Str", "Operation2", "Body"),
    *("Literal1", "Cat", "Dog", "JSONValue", "ABC", "Init", "Match", "Async"),
)
ODD_CLASSES = (
    "ValueError",
    "Exception",
    "Choice",
    "order_line",
    "Any",
    "Money",
    "1Thing",
    "Ärger",
    "a b",
    "None",
    "Model",
    "UNSET",
)
AWKWARD = (
    *("id", "class", "from", "self", "None", "import", "property", "to_dict", "currency", "a.b"),
    *("_x", "__class__", "list", "dict", "str", "datetime", "unknown_fields", "from_json", "body"),
    *('"', '"""', "'", "\\", "{{x}}", "{% x %}", "a\nb", "a\tb", "\u2028", "ﬁ", "𝐱", "ß", "x-y"),
    *("$ref", "type", "kind", "x/y", "x~1y", "9lives", "userID", "user_id", "%s", "{}", "match"),
    *("commerce_sdk:x", "-", " ", "a b", "é", "e\u0301", "value", "name", "mro", "write", "attrs"),
)
texts = st.text(max_size=12)
names = st.one_of(
    st.sampled_from(AWKWARD), st.text(min_size=1, max_size=8), st.from_regex("[a-z]{1,6}\\Z")
)
said = st.one_of(
    st.just("What it is."),
    st.sampled_from(['"', '"""', "\\", "a\\", 'ends in "', "{{ x }}", "line\nline", "\r", "\x00"]),
    texts,
)
PATTERNS = ("^[a-z]+$", "^-?[0-9]+(\\.[0-9]{1,4})?$", "x", "^\\d{2,3}$", "^[^\"']*$", "(a|b)c?")
ODD_PATTERNS = ("\\s", "(?<n>a)", "[", "a{,2}", "\\p{L}")
FORMATS = ("date", "date-time", "uuid", "password")


def _plain(name: str) -> str:
    """What two names of Python at least differ in."""
    return re.sub(r"[\W_]", "", unicodedata.normalize("NFKC", name).lower())


class Drawn:
    """What a document is drawn with. `wild` documents also have what has to be refused."""

    def __init__(self, draw: Callable[[st.SearchStrategy[Any]], Any], wild: bool) -> None:
        self._draw = draw
        self.wild = wild
        self.schemas: dict[str, Node] = {}
        self.enums: list[str] = []
        self.scalars: list[str] = []

    def __call__(self, strategy: st.SearchStrategy[T]) -> T:
        found: T = self._draw(strategy)
        return found

    def one(self, *choices: T) -> T:
        return self(st.sampled_from(choices))

    def rarely(self, one_in: int = 4) -> bool:
        return self(st.integers(1, one_in)) == one_in

    def strange(self) -> bool:
        """Should what has to be refused stand here?"""
        return self.wild and self.rarely(30)

    # --- names

    def distinct(self, least: int, most: int) -> dict[str, str | None]:
        """Names of the wire, each with the `x-python-name` that it needs, if it may need one."""
        found: dict[str, str | None] = {}
        for name in self(st.lists(names, min_size=least, max_size=most, unique_by=_plain)):
            if self.wild or not name.startswith("commerce_sdk:"):
                needs = not self.wild and (not _plain(name).isascii() or len(_plain(name)) < 2)
                found[name] = f"attribute_{len(found)}" if needs else None
        return found

    def class_name(self) -> str:
        known = {name.lower() for name in self.schemas}
        left = [name for name in CLASSES if name.lower() not in known]
        return self.one(*ODD_CLASSES) if self.strange() else self.one(*left)

    def described(self, schema: Node) -> Node:
        if self.rarely(3):
            schema = {**schema, "description": self(said)}
        if self.rarely(8):
            schema = {**schema, self.one("title", "$comment"): self(said)}
        return schema

    # --- scalars

    def scalar(self) -> Node:
        """A schema of one value that has a text."""
        kind = self.one("text", "text", "whole", "number", "flag", "const", "named")
        if kind == "named" and self.scalars + self.enums:
            return ref(self.one(*self.scalars, *self.enums))
        if kind == "text":
            return self.described(self.text())
        if kind == "flag":
            return self.described({"type": "boolean"})
        if kind == "const":
            value = self.one("a", 'a"b', "x\ny", 5, -1, True, False, "", *AWKWARD[:4])
            word = {str: "string", int: "integer", bool: "boolean"}[type(value)]
            return self.described({"const": value, **({} if self.rarely() else {"type": word})})
        return self.described(self.number("integer" if kind == "whole" else "number"))

    def text(self) -> Node:
        made: Node = {"type": "string"}
        extra = self.one("", "", "format", "length", "pattern", "secret", "money")
        if extra == "format":
            made["format"] = "email" if self.strange() else self.one(*FORMATS)
        elif extra == "length":
            made |= {"minLength": self.one(0, 1), "maxLength": self.one(3, 40)}
        elif extra == "pattern":
            made["pattern"] = self.one(*ODD_PATTERNS) if self.strange() else self.one(*PATTERNS)
        elif extra == "secret":
            made |= self.one({"x-secret": True}, {"writeOnly": True})
        elif extra == "money":
            made |= {"x-money": self.one("minor", "major")}
            made |= {} if self.rarely(2) else {"pattern": PATTERNS[1]}
        return made

    def number(self, kind: str) -> Node:
        made: Node = {"type": kind}
        bounds = self.one({}, {}, {"minimum": 0}, {"maximum": 10}, {"multipleOf": 2})
        bounds = bounds or self.one({}, {"exclusiveMinimum": -1.5, "exclusiveMaximum": 1e3})
        extra = self.one("", "count", "money", "instant", "format")
        if extra == "count":
            made["x-number"] = self.one("count", "percent", "rate", "level", "unknown")
        elif extra == "money":
            made["x-money"] = self.one("minor", "major")
        elif extra == "instant" and kind == "integer":
            return {**made, "format": "int64", "x-timestamp": "epoch-ms"}
        elif extra == "format":
            made["format"] = self.one(*(("int32", "int64") if kind == "integer" else ("double",)))
        if self.strange():
            made |= self.one({"minLength": 1}, {"minimum": "x"}, {"multipleOf": 0})
        return made | bounds

    def enum(self) -> Node:
        if self.rarely():
            numbers = self(st.lists(st.integers(-9, 99), min_size=1, max_size=4, unique=True))
            return self.described({"type": "integer", "enum": numbers})
        values = self(st.lists(names, min_size=1, max_size=4, unique=True))
        made: Node = {"type": "string", "enum": values}
        if not self.wild:
            made["x-enum-varnames"] = [f"MEMBER_{index}" for index in range(len(values))]
        return self.described(made)

    # --- all kinds

    def schema(self, models: list[str], unions: list[str], depth: int = 2) -> Node:
        """A schema of any kind, of the models of one side."""
        kinds = ["scalar", "scalar", "model", "null", "any", "union"]
        kind = self.one(*kinds, *(("list", "map") if depth else ()))
        if kind == "model" and models:
            return ref(self.one(*models))
        if kind == "union" and unions:
            return ref(self.one(*unions))
        if kind == "list":
            made: Node = {"type": "array", "items": self.schema(models, unions, depth - 1)}
            made |= self.one({}, {}, {"minItems": 1}, {"maxItems": 2}, {"uniqueItems": True})
            return self.described(made)
        if kind == "map":
            values = self.one(True, {}, self.schema(models, unions, depth - 1))
            made = {"type": "object", "additionalProperties": values}
            return self.described(made | self.one({}, {}, {"maxProperties": 2}))
        if kind == "any" and self.rarely(2):
            return {}
        if kind == "null":
            return self.nullable(models, unions)
        return self.strange_schema() if self.strange() else self.scalar()

    def nullable(self, models: list[str], unions: list[str]) -> Node:
        known = [*models, *unions, *self.enums, *self.scalars]
        if known and self.rarely(2):
            of = self.one("oneOf", "anyOf")
            return self.described({of: [ref(self.one(*known)), {"type": "null"}]})
        found = self.text() if self.rarely(2) else self.number("integer")
        return self.described({**found, "type": [found["type"], "null"]})

    def strange_schema(self) -> Node:
        return self.one(
            {"type": ["string", "integer"]},
            {"type": "object", "properties": {"a": {"type": "string"}}},
            {"type": "string", "enum": ["a"]},
            {"oneOf": [{"type": "string"}, {"type": "integer"}]},
            {"not": {}},
            {"allOf": [{"type": "string"}]},
            {"type": "array"},
            {"type": "string", "nullable": True},
            {"$ref": "#/components/schemas/Nowhere"},
            {"type": "object", "additionalProperties": False},
            {"const": None},
            {"const": 1.5},
            {"type": "null"},
            {"x-money": "minor"},
            {"discriminator": {"propertyName": "x"}},
        )

    def model(self, models: list[str], unions: list[str], is_answer: bool, own: Node) -> Node:
        """An object with some of all; `own` are properties that it has in any case."""
        properties: Node = dict(own)
        if priced := self.rarely(5):
            kind: Any = ["string", "null"] if is_answer else "string"
            properties |= {"currency": {"type": kind}, "price": {"type": kind, "x-money": "major"}}
        for name, python in self.distinct(0, 5).items():
            if _plain(name) in map(_plain, properties):
                continue
            prop = self.schema(models, unions)
            if python is not None and "$ref" in prop:
                continue
            if python is not None:
                prop = {**prop, "x-python-name": python}
            if "$ref" not in prop and self.rarely(8):
                prop = {**prop, "deprecated": True}
            if "$ref" not in prop and self.rarely(8) and "const" not in prop:
                prop = {**prop, "default": self.one(None, "a", 5, 'x"\n', [], True)}
            if is_answer and "$ref" not in prop and self.rarely(8):
                prop = {**prop, "readOnly": True}
            properties[name] = prop
        made: Node = {"type": "object", "properties": properties}
        required = [name for name in properties if self.rarely(3)]
        made |= {"required": required} if required else {}
        closed = {"additionalProperties": self.one(True, False, {})}
        made |= closed if self.wild and self.rarely(6) else {}
        made |= {"minProperties": 1} if self.wild and not is_answer and self.rarely(8) else {}
        made |= {"x-currency": ["currency"]} if priced and self.rarely(2) else {}
        return self.described(made)


def ref(name: str, kind: str = "schemas") -> Node:
    return {"$ref": f"#/components/{kind}/{name}"}
