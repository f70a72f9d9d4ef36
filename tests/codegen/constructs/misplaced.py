"""Keywords that say nothing of the type beside them, and what no enum or union can be."""

from __future__ import annotations

from tests.codegen.constructs.base import (
    Node,
    answered,
    asked,
    null_text,
    or_null,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.fields import question
from tests.codegen.constructs.table import Refused, made, refused, right

TEXT = {"type": "string"}
NO_SAY = "says nothing of .*; (remove it|write)"

for _name, _schema in {
    "map_that_requires": {
        "type": "object",
        "required": ["a"],
        "additionalProperties": TEXT,
    },
    "free_map_that_requires": {"type": "object", "required": ["a"]},
    "text_with_items": {"type": "string", "items": TEXT},
    "text_with_required": {"type": "string", "required": ["a"]},
    "text_with_additional_properties": {"type": "string", "additionalProperties": False},
    "text_with_properties": {"type": "string", "properties": {"a": TEXT}},
    "const_with_properties": {"type": "string", "const": "a", "properties": {"a": TEXT}},
    "list_with_properties": {"type": "array", "items": TEXT, "properties": {"a": TEXT}},
    "object_with_items": {"type": "object", "items": TEXT},
    "items_of_no_type": {"items": TEXT},
    "required_of_no_type": {"required": ["a"]},
    "additional_properties_of_no_type": {"additionalProperties": TEXT},
    "list_with_a_format": {"type": "array", "items": TEXT, "format": "date"},
    "map_with_a_format": {"type": "object", "format": "date"},
}.items():
    question(_name, _schema, Refused("odd", f"{NO_SAY}|required"))


@refused("Odd", NO_SAY)
def named_list_with_properties(document: Node) -> None:
    schemas(document)["Odd"] = {"type": "array", "items": TEXT, "properties": {"a": TEXT}}
    asked(document)["odd"] = ref("Odd")


@right(
    made("name='n', kid=models.KidInput(a='x')", '{"name":"n","kid":{"a":"x"}}'),
)
def object_that_says_no_type(document: Node) -> None:
    schemas(document)["KidInput"] = {"properties": {"a": TEXT}, "required": ["a"]}
    asked(document)["kid"] = ref("KidInput")


# --- enums and unions


@refused("Odd", "remove")
def enum_of_amounts(document: Node) -> None:
    schemas(document)["Odd"] = {"type": "integer", "enum": [100], "x-money": "minor"}
    asked(document)["odd"] = ref("Odd")


@refused("Odd", "remove")
def enum_of_instants(document: Node) -> None:
    instant = {"type": "integer", "format": "int64", "x-timestamp": "epoch-ms"}
    schemas(document)["Odd"] = {**instant, "enum": [1000]}
    asked(document)["odd"] = ref("Odd")


def union_told_by(document: Node, one: Node, other: Node) -> None:
    schemas(document)["Cat"] = record(("kind",), kind=one, a=null_text())
    schemas(document)["Dog"] = record(("kind",), kind=other, b=null_text())
    told = {"propertyName": "kind"}
    schemas(document)["Pet"] = {"oneOf": [ref("Cat"), ref("Dog")], "discriminator": told}
    answered(document)["pet"] = or_null("Pet")


@refused("Pet", "text")
def union_told_by_true_or_false(document: Node) -> None:
    flag = {"type": "boolean"}
    union_told_by(document, {**flag, "const": True}, {**flag, "const": False})


@refused("Pet", "text")
def union_told_by_numbers(document: Node) -> None:
    number = {"type": "integer", "x-number": "count"}
    union_told_by(document, {**number, "const": 1}, {**number, "const": 2})
