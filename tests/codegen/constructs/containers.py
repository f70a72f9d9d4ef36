"""Lists, maps and objects."""

from __future__ import annotations

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    null_text,
    or_null,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.fields import COUNT, ODD, answer, component, question
from tests.codegen.constructs.table import (
    Refused,
    invalid,
    made,
    read,
    right,
)

# --- lists

LIST = ["array", "null"]
answer(
    "list_of_lists",
    {"type": LIST, "items": {"type": "array", "items": COUNT}},
    read('"odd": [[1], []]', "answer.odd == [[1], []]"),
)
answer(
    "list_of_maps",
    {"type": LIST, "items": {"type": "object", "additionalProperties": {"type": "string"}}},
    read('"odd": [{"a": "b"}]', "answer.odd == [{'a': 'b'}]"),
)
answer(
    "list_of_amounts",
    {"type": LIST, "items": {"type": "integer", "format": "int64", "x-money": "minor"}},
    read('"odd": [100], "currency": "USD"', "answer.odd == [Money.of('1', 'USD')]"),
)
answer("list_of_anything", {"type": LIST}, Refused(ODD, "items"))
answer("list_whose_items_are_true", {"type": LIST, "items": True}, Refused(ODD, "items|type"))
answer(
    "list_whose_items_are_a_list",
    {"type": LIST, "items": [{"type": "string"}]},
    Refused(ODD, "items|type"),
)
answer(
    "list_of_inline_objects",
    {"type": LIST, "items": record(a=null_text())},
    Refused(ODD, "components/schemas|name"),
)
question(
    "list_with_bounds_in_a_request",
    {"type": "array", "items": {"type": "string"}, "maxItems": 1, "uniqueItems": True},
    invalid("create_plant.build(body=models.PlantInput(name='n', odd=['a', 'b']))", "odd"),
)
for _keyword, _value in {
    "prefixItems": [{"type": "string"}],
    "contains": {"type": "string"},
    "minContains": 1,
    "maxContains": 1,
    "unevaluatedItems": False,
    "additionalItems": False,
}.items():
    answer(
        f"list_with_{_keyword}",
        {"type": LIST, "items": {"type": "string"}, _keyword: _value},
        Refused(ODD, _keyword),
    )

# --- maps

MAP = {"type": ["object", "null"]}
answer(
    "map_of_dates",
    {**MAP, "additionalProperties": {"type": "string", "format": "date"}},
    read('"odd": {"a": "2024-02-29"}', "answer.odd == {'a': datetime.date(2024, 2, 29)}"),
)
answer(
    "list_of_maps_of_instants",
    {
        "type": LIST,
        "items": {
            **MAP,
            "additionalProperties": {
                "type": "integer",
                "format": "int64",
                "x-timestamp": "epoch-ms",
            },
        },
    },
    read(
        '"odd": [{"a": 0, "b": null}]',
        "answer.odd == [{'a': datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC), 'b': None}]",
    ),
)

# --- objects

MAP = ["object", "null"]
answer(
    "map_of_models",
    {"type": MAP, "additionalProperties": ref("Colour")},
    read('"odd": {"x": "red"}', "answer.odd == {'x': 'red'}"),
)
answer(
    "free_form_object",
    {"type": MAP, "additionalProperties": True},
    read('"odd": {"x": [1]}', "answer.odd == {'x': [1]}"),
)
answer("object_of_no_shape", {"type": MAP}, read('"odd": {"x": 1}', "answer.odd == {'x': 1}"))
answer(
    "inline_object",
    {"type": MAP, "properties": {"a": null_text()}},
    Refused(ODD, "components/schemas|name"),
)
answer(
    "properties_that_are_a_list",
    {"type": MAP, "properties": ["a"]},
    Refused(ODD, "properties|mapping|object"),
)
for _keyword, _value in {
    "patternProperties": {"^x-": {"type": "string"}},
    "propertyNames": {"pattern": "^a"},
    "dependentRequired": {"a": ["b"]},
    "dependentSchemas": {"a": {"type": "object"}},
    "dependencies": {"a": ["b"]},
    "unevaluatedProperties": False,
}.items():
    component(
        f"object_with_{_keyword}",
        {"type": "object", "properties": {"a": null_text()}, _keyword: _value},
        Refused("Odd", _keyword),
    )
component(
    "required_that_is_a_text",
    {"type": "object", "properties": {"a": null_text()}, "required": "a"},
    Refused("Odd", "required"),
)
component(
    "required_that_holds_a_number",
    {"type": "object", "properties": {"a": null_text()}, "required": [1]},
    Refused("Odd", "required"),
)
component(
    "required_in_a_property",
    {"type": "object", "properties": {"a": {**null_text(), "required": True}}},
    Refused("Odd", "required"),
)
component(
    "required_of_no_property",
    {"type": "object", "properties": {"a": null_text()}, "required": ["b"]},
    Refused("Odd", "required"),
)
component(
    "properties_that_are_null", {"type": "object", "properties": None}, Refused("Odd", "properties")
)
component(
    "typed_additional_properties",
    {
        "type": "object",
        "properties": {"a": null_text()},
        "additionalProperties": {"type": "string"},
    },
    Refused("Odd", "additionalProperties"),
)
component(
    "additional_properties_that_are_a_text",
    {"type": "object", "properties": {"a": null_text()}, "additionalProperties": "yes"},
    Refused("Odd", "additionalProperties"),
)


@right(
    read(
        '"children": [{"id": "b"}], "parent": {"id": "c", "parent": null}',
        "(answer.children or [])[0].id == 'b' and answer.parent is not None and answer.parent.id == 'c'",
    )
)
def recursive_model(document: Node) -> None:
    answered(document)["children"] = {
        "type": ["array", "null"],
        "items": ref("Plant"),
        "description": SAID,
    }
    answered(document)["parent"] = or_null("Plant")


@right(
    read(
        '"garden": {"owner": {"garden": {"owner": null}}}',
        "answer.garden is not None and answer.garden.owner is not None",
    )
)
def models_that_hold_each_other(document: Node) -> None:
    schemas(document)["Garden"] = record(owner=or_null("Owner"))
    schemas(document)["Owner"] = record(garden=or_null("Garden"))
    answered(document)["garden"] = or_null("Garden")


@right(
    made(
        "name='n', twig=models.TwigInput(twigs=[models.TwigInput()])",
        '{"name":"n","twig":{"twigs":[{}]}}',
    )
)
def recursive_model_of_a_request(document: Node) -> None:
    schemas(document)["TwigInput"] = record(
        twigs={"type": "array", "items": ref("TwigInput"), "description": SAID}
    )
    asked(document)["twig"] = {**ref("TwigInput"), "description": SAID}


@right(
    read('"p0": {"p1": {"p2": {"p3": {}}}}', "answer.p0 is not None and answer.p0.p1 is not None")
)
def deep_nesting(document: Node) -> None:
    for level in range(40):
        schemas(document)[f"Level{level}"] = record(
            **{f"p{level + 1}": or_null(f"Level{level + 1}")}
        )
    schemas(document)["Level40"] = record(end=null_text())
    answered(document)["p0"] = or_null("Level0")
