"""What a schema says of its values and cannot mean: one line each, at its place."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from codegen.reading.bundle import bundle
from codegen.validation.faults import faults
from tests.codegen.generator import DOCUMENTS

Node = dict[str, Any]
DOCUMENT = bundle(DOCUMENTS / "parameters.yaml")
TEXT: Node = {"type": "string"}
INTEGER: Node = {"type": "integer"}
NUMBER: Node = {"type": "number"}
ENUM: Node = {"type": "string", "enum": ["red", "blue"]}
OBJECT: Node = {"type": "object"}


def ref(name: str) -> Node:
    return {"$ref": f"#/components/schemas/{name}"}


def complaints(schema: Node, **named: Node) -> list[str]:
    """Those of the document with another property in a body, and other schemas."""
    document = copy.deepcopy(DOCUMENT)
    known = document["components"]["schemas"]
    known |= {"TopInput": {"type": "object", "properties": {"odd": schema}}, **named}
    content = {"application/json": {"schema": ref("TopInput")}}
    document["paths"]["/bodies"]["patch"]["requestBody"]["content"] = content
    return [each for each in map(str, faults(document)) if "no operation reaches" not in each]


def a_list(**said: Any) -> Node:
    return {"type": "array", "items": TEXT, **said}


def a_map(**said: Any) -> Node:
    return {"type": "object", "additionalProperties": TEXT, **said}


def an_object(*required: str, **said: Any) -> Node:
    """An object of the properties a and b."""
    listed = {"required": list(required)} if required else {}
    return {"type": "object", "properties": {"a": TEXT, "b": TEXT}, **listed, **said}


ODD = "#/components/schemas/TopInput/properties/odd"


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({**TEXT, "default": 5}, "5 is not of type 'string'"),
        ({**INTEGER, "default": "5"}, "'5' is not of type 'integer'"),
        ({**TEXT, "default": None}, "None is not of type 'string'"),
        ({**INTEGER, "maximum": 100, "default": 500}, "500 is greater than the maximum of 100"),
        ({**INTEGER, "format": "int32", "default": 2**31}, "2147483648 is not a 'int32'"),
        ({**TEXT, "format": "date-time", "default": "2020-01-01"}, "is not a 'date-time'"),
        ({**TEXT, "format": "date", "default": "2020-02-30"}, "'2020-02-30' is not a 'date'"),
        ({**TEXT, "format": "uuid", "default": "x"}, "'x' is not a 'uuid'"),
        ({**TEXT, "pattern": "^a", "default": "b"}, "'b' does not match '^a'"),
        ({**ref("Colour"), "default": "purple"}, "'purple' is not one of ['red', 'blue']"),
        ({"oneOf": [ref("Colour"), {"type": "null"}], "default": "x"}, "'x' is not valid under"),
        (a_list(maxItems=1, default=["a", "b"]), "['a', 'b'] is too long"),
        (a_list(default=[5]), "5 is not of type 'string'"),
    ],
)
def test_a_default_fits_its_schema(schema: Node, complaint: str) -> None:
    (found,) = complaints(schema, Colour=ENUM)
    assert found.startswith(f"{ODD}/default: the default does not fit its schema: ")
    assert complaint in found
    assert found.endswith("; write one that it allows, or say it in the description")


@pytest.mark.parametrize(
    "schema",
    [
        {**TEXT, "default": "5"},
        {"type": ["string", "null"], "default": None},
        {**NUMBER, "default": 1.5},
        {**TEXT, "format": "date-time", "default": "2020-01-01T00:00:00.5+01:00"},
        {**TEXT, "format": "date", "default": "2020-02-29"},
        {**TEXT, "pattern": r"^\d+$", "default": "12"},
        {**ref("Colour"), "default": "red"},
        {"oneOf": [ref("Colour"), {"type": "null"}], "default": None},
        a_list(default=[]),
        a_map(default={"a": "b"}),
    ],
)
def test_a_default_that_fits_is_taken(schema: Node) -> None:
    assert complaints(schema, Colour=ENUM) == []


def test_the_values_of_an_enum_and_a_const_fit_their_format() -> None:
    int32 = {**INTEGER, "format": "int32"}
    (found,) = complaints({**int32, "const": 2**31})
    assert found.startswith(f"{ODD}/const: does not fit its schema: 2147483648 is not a 'int32'")
    (found,) = complaints(ref("Size"), Size={**int32, "enum": [1, -(2**31) - 1]})
    assert found.startswith(
        "#/components/schemas/Size/enum/1: does not fit its schema: -2147483649"
    )
    assert complaints(ref("Size"), Size={**int32, "enum": [2**31 - 1, -(2**31)]}) == []


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({**TEXT, "minLength": 3, "maxLength": 2}, "/minLength: minLength 3 above maxLength 2"),
        (a_list(minItems=3, maxItems=2), "/minItems: minItems 3 above maxItems 2"),
        (a_map(minProperties=3, maxProperties=2), "/minProperties: minProperties 3 above maxP"),
        ({**NUMBER, "minimum": 3, "maximum": 2.5}, ": no number fits minimum 3 and maximum 2.5"),
        ({**NUMBER, "minimum": 3, "exclusiveMaximum": 3}, ": no number fits minimum 3 and"),
        ({**NUMBER, "exclusiveMinimum": 3, "maximum": 3}, ": no number fits maximum 3 and"),
        ({**NUMBER, "exclusiveMinimum": 3, "exclusiveMaximum": 3}, ": no number fits exclusiveM"),
        ({**INTEGER, "exclusiveMinimum": 3, "exclusiveMaximum": 4}, ": no number fits exclusiveM"),
        ({**INTEGER, "minimum": 1, "maximum": 4, "multipleOf": 5}, ": no number fits minimum 1"),
        ({**INTEGER, "format": "int32", "maximum": 2**31}, "/maximum: maximum 2147483648 is out"),
        (
            {**INTEGER, "format": "int32", "exclusiveMinimum": -(2**31) - 2},
            "/exclusiveMinimum: exclusiveMinimum -2147483650 is outside int32; write one inside",
        ),
    ],
)
def test_bounds_leave_something(schema: Node, complaint: str) -> None:
    (found,) = complaints(schema)
    assert found.startswith(ODD + complaint)


@pytest.mark.parametrize(
    "schema",
    [
        {**TEXT, "minLength": 2, "maxLength": 2},
        a_list(minItems=0, maxItems=0),
        {**NUMBER, "minimum": 3, "maximum": 3},
        {**NUMBER, "exclusiveMinimum": 3, "exclusiveMaximum": 4},
        {**INTEGER, "exclusiveMinimum": 3, "maximum": 4},
        {**NUMBER, "minimum": 0.1, "maximum": 0.3, "multipleOf": 0.1},
        {**INTEGER, "minimum": 1, "maximum": 9, "multipleOf": 5},
        {**INTEGER, "format": "int32", "exclusiveMaximum": 2**31, "minimum": -(2**31)},
        {**INTEGER, "minimum": 5},
        ref("Two"),
    ],
)
def test_bounds_that_leave_something_are_taken(schema: Node) -> None:
    assert complaints(schema, Two=an_object("a", "b", minProperties=2, maxProperties=2)) == []


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        (an_object(minProperties=3), "/minProperties: minProperties 3 of 2 properties; lower it"),
        (an_object("a", "b", maxProperties=1), "/maxProperties: maxProperties 1, where 2 are req"),
    ],
)
def test_an_object_can_have_as_many_fields_as_it_must(schema: Node, complaint: str) -> None:
    (found,) = complaints(ref("TwoInput"), TwoInput=schema)
    assert found.startswith("#/components/schemas/TwoInput" + complaint)


def holding(held: Node, *required: str) -> Node:
    made: Node = {"type": "object", "properties": {"a": held}}
    return made | ({"required": list(required)} if required else {})


@pytest.mark.parametrize(
    ("named", "places"),
    [
        ({"AInput": holding(ref("AInput"), "a")}, ["AInput"]),
        (
            {"AInput": holding(ref("BInput"), "a"), "BInput": holding(ref("AInput"), "a")},
            ["AInput", "BInput"],
        ),
        (
            {"AInput": holding(ref("BInput"), "a"), "BInput": holding(ref("BInput"), "a")},
            ["BInput"],
        ),
        (
            {"AInput": holding({"type": "array", "minItems": 1, "items": ref("AInput")}, "a")},
            ["AInput"],
        ),
    ],
)
def test_an_object_that_requires_itself_without_end_is_refused(
    named: dict[str, Node], places: list[str]
) -> None:
    found = complaints(ref("AInput"), **named)
    assert found == [
        f"#/components/schemas/{name}/properties/a: {name} requires itself without end; "
        "do not require it, or allow null there"
        for name in places
    ]


@pytest.mark.parametrize(
    "named",
    [
        {"AInput": holding(ref("AInput"))},
        {"AInput": holding({"oneOf": [ref("AInput"), {"type": "null"}]}, "a")},
        {"AInput": holding({"type": "array", "items": ref("AInput")}, "a")},
        {"AInput": holding({"type": "object", "additionalProperties": ref("AInput")}, "a")},
        {"AInput": holding(ref("BInput"), "a"), "BInput": holding(ref("AInput"))},
    ],
)
def test_an_object_that_ends_is_taken(named: dict[str, Node]) -> None:
    assert complaints(ref("AInput"), **named) == []


def test_an_enum_of_what_a_union_is_told_by_is_a_const() -> None:
    cat = {"type": "object", "properties": {"kind": {**TEXT, "enum": ["cat"]}}}
    union = {"oneOf": [ref("LynxInput")], "discriminator": {"propertyName": "kind"}}
    found = sorted(complaints(union, LynxInput=cat))
    assert len(found) == 2
    assert all("; write const" in each or "write it there as const" in each for each in found)
    assert found[0].startswith("#/components/schemas/LynxInput/properties/kind: an enum of what a")
