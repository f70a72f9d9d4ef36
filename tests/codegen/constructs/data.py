"""Values that look like parts of the document, names that look like keywords, and what is deep."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    Node,
    answered,
    asked,
    getting,
    listing,
    null_text,
    or_null,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.table import getting_one, listed, made, read, refused, right

TEXT = {"type": "string"}
NOWHERE = {"$ref": "#/nowhere"}
NO_FILE = {"$ref": "nowhere.yaml#/a"}
LIKE_A_SCHEMA = {"schema": {"enum": 3, "type": "strange", "properties": []}}


@right(made("name='n', odd={'a': 1}", '{"name":"n","odd":{"a":1}}'))
def values_that_look_like_references(document: Node) -> None:
    asked(document)["odd"] = {
        "type": "object",
        "default": NOWHERE,
        "example": NO_FILE,
        "examples": [NO_FILE, {"properties": {"default": NOWHERE}}],
    }
    schemas(document)["PlantInput"]["example"] = {"name": NO_FILE}
    schemas(document)["PlantInput"]["default"] = {"name": "n", "items": NOWHERE}


@right(made("name='n', odd={'a': 1}", '{"name":"n","odd":{"a":1}}'))
def values_that_look_like_schemas(document: Node) -> None:
    asked(document)["odd"] = {
        "type": "object",
        "default": LIKE_A_SCHEMA,
        "example": LIKE_A_SCHEMA,
        "examples": [LIKE_A_SCHEMA],
    }


@right(listed())
def example_values_that_look_like_parts(document: Node) -> None:
    media = listing(document)["responses"]["200"]["content"]["application/json"]
    del media["example"]
    media["examples"] = {
        "value": {"value": {"plants": [], "schema": NO_FILE, "content": LIKE_A_SCHEMA}},
        "example": {"value": {"plants": [], "x": NOWHERE}},
    }


@right(
    made("name='n', default={'a': 1}", '{"name":"n","default":{"a":1}}'),
    read('"value": {"a": "x"}', "answer.value is not None and answer.value.a == 'x'"),
    read('"example": {"a": "x"}', "answer.example is not None and answer.example.a == 'x'"),
)
def properties_called_like_keywords_of_values(document: Node) -> None:
    schemas(document)["Kid"] = record(a=null_text())
    for name in ("value", "example", "examples", "default", "const", "enum", "mapping"):
        answered(document)[name] = or_null("Kid")
    asked(document)["default"] = {"type": "object"}
    asked(document)["enum"] = {"type": "string"}


@refused("components/responses/value", "write")
def fault_of_a_component_called_value(document: Node) -> None:
    document["components"]["responses"]["value"] = {
        "description": "x",
        "content": {"application/json": {"schema": {"type": "array", "items": {"format": "odd"}}}},
    }
    getting(document)["responses"]["200"] = ref("value", "responses")


@right(listed("example='a'", ("example", "a")))
def parameter_component_called_example(document: Node) -> None:
    components = document["components"]
    components["parameters"] = {
        "example": {"name": "example", "in": "query", "schema": ref("Word")},
    }
    schemas(document)["Word"] = TEXT
    listing(document)["parameters"].append(ref("example", "parameters"))


@right(
    getting_one(),
    beside="components: {schemas: {}, parameters: {value: {$ref: 'other.yaml#/components/parameters/b'}}}",
    other="components: {parameters: {b: {name: b, in: query, description: x, schema: {type: string}}}}",
)
def component_of_another_file_called_value(document: Node) -> None:
    listing(document)["parameters"].append({"$ref": "beside.yaml#/components/parameters/value"})


# --- depth


def within(schema: Any, times: int) -> Any:
    for _ in range(times):
        schema = {"type": "array", "items": schema}
    return schema


@right(
    made(
        "name='n', odd=" + "[" * 15 + "'x'" + "]" * 15,
        '{"name":"n","odd":' + "[" * 15 + '"x"' + "]" * 15 + "}",
    )
)
def lists_in_lists(document: Node) -> None:
    asked(document)["odd"] = within(TEXT, 15)


@refused("odd", "object")
def lists_too_deep_in_lists(document: Node) -> None:
    asked(document)["odd"] = within(TEXT, 70)


@refused("odd", "object|nothing that JSON can hold")
def lists_far_too_deep_in_lists(document: Node) -> None:
    asked(document)["odd"] = within(TEXT, 150)


@refused("List", "object")
def lists_too_deep_by_their_names(document: Node) -> None:
    for number in range(300):
        items = ref(f"List{number + 1}") if number < 299 else TEXT
        schemas(document)[f"List{number}"] = {"type": "array", "items": items}
    asked(document)["odd"] = ref("List0")


@refused("Link", "nothing")
def models_in_a_long_row(document: Node) -> None:
    """So long that no walk along it can be by recursion; its end is at fault."""
    for number in range(1100):
        following = ref(f"Link{number + 1}") if number < 1099 else ref("Nobody")
        schemas(document)[f"Link{number}"] = record(following=following)
    answered(document)["link"] = or_null("Link0")
