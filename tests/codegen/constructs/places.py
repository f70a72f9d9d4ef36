"""Paths, operations, and references: what stands where, and what names what."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    answers,
    getting,
    listing,
    null_text,
    operation,
    or_null,
    parameter,
    record,
    ref,
    schemas,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    getting_one,
    listed,
    read,
    refused,
    right,
)

DONE = {"204": {"description": SAID}}
NOTHING: Any = {"status": 204, "answer": "", "type": "None", "reads": "answer is None"}

# --- methods and paths


def _method(name: str, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        document["paths"]["/odd"] = {name: operation("odd", dict(DONE))}

    add(f"method_{name.replace('-', '_')}", edit, *verdict)


METHODS = ("get", "put", "post", "delete", "patch", "options", "head")


@right(*(Call(build=f"odd_{name}.build()", path="/odd", **NOTHING) for name in METHODS))
def methods(document: Node) -> None:
    document["paths"]["/odd"] = {name: operation(f"odd_{name}", dict(DONE)) for name in METHODS}


_method("trace", Refused("trace", "trace|method|remove"))
_method("query", Refused("query", "query|method|remove"))
_method("GET", Refused("GET", "get|method|small|spelled"))


def _path(name: str, path: Any, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        document["paths"][path] = {"get": operation("odd", dict(DONE))}

    add(f"path_{name}", edit, *verdict)


_path("of_the_root", "/", Call(build="odd.build()", path="/", **NOTHING))
_path("with_a_slash_at_its_end", "/odd/", Call(build="odd.build()", path="/odd/", **NOTHING))
_path("with_a_dot", "/odd.json", Call(build="odd.build()", path="/odd.json", **NOTHING))
_path("without_a_slash", "odd", Refused("odd", "/|begin|slash"))
_path("of_nothing", "", Refused("paths", "/|begin|slash"))
_path("with_a_query", "/odd?a=b", Refused("/odd?a=b".replace("/", "~1"), "query|parameter"))
_path("with_a_fragment", "/odd#a", Refused("odd#a", "#|fragment|sign"))
_path("with_an_open_brace", "/odd/{id", Refused("odd", "{|brace|parameter"))
_path("with_an_empty_name", "/odd/{}", Refused("odd", "name|parameter"))
_path("that_climbs", "/odd/../x", Refused("odd", r"\.\.|climb|dot|segment"))
_path("with_a_newline", "/odd\nx", Refused("odd", "line|sign|character"))


def _item(name: str, item: Any, place: str, advice: str) -> None:
    def edit(document: Node) -> None:
        document["paths"]["/odd"] = item

    add(f"path_item_{name}", edit, Refused(place, advice))


_item("that_is_null", None, "odd", "mapping|object|path")
_item("that_is_a_list", [], "odd", "mapping|object|path")
_item("with_an_operation_that_is_null", {"get": None}, "odd", "mapping|object|operation")
_item("with_an_operation_that_is_a_text", {"get": "odd"}, "odd", "mapping|object|operation")
_item("of_an_unknown_key", {"fetch": {}}, "odd", "fetch")
_item(
    "that_names_nothing", {"$ref": "#/components/pathItems/Nowhere"}, "Nowhere", "names|exist|path"
)
_item(
    "that_names_a_file_that_is_not_there",
    {"$ref": "nowhere.yaml#/paths/~1odd"},
    "nowhere.yaml",
    "file",
)


@right(getting_one(), listed())
def path_item_with_words(document: Node) -> None:
    document["paths"]["/plants"] |= {"summary": "Plants", "description": SAID}


@right(getting_one())
def path_item_without_operations(document: Node) -> None:
    document["paths"]["/odd"] = {}


@refused("{name}", "same|one|taken|path")
def paths_that_differ_by_a_name(document: Node) -> None:
    document["paths"]["/plants/{name}"] = {
        "put": operation(
            "odd", dict(DONE), parameters=[parameter("name", {"type": "string"}, "path")]
        )
    }


@refused("{id}", "twice|once|one")
def path_with_one_parameter_twice(document: Node) -> None:
    document["paths"]["/plants/{id}/{id}"] = document["paths"].pop("/plants/{id}")


@right(getting_one(build="get_plant.build(id='a', kind='b')", path="/plants/a.b"))
def path_with_two_parameters_in_a_segment(document: Node) -> None:
    document["paths"]["/plants/{id}.{kind}"] = document["paths"].pop("/plants/{id}")
    item = document["paths"]["/plants/{id}.{kind}"]
    item["get"]["parameters"].append(parameter("kind", {"type": "string"}, "path"))


for _key, _value in {
    "externalDocs": {"url": "https://a.invalid"},
    "summary": 'A "summary"',
}.items():

    def _annotated(document: Node, key: str = _key, value: Any = _value) -> None:
        getting(document)[key] = value

    add(f"operation_with_{_key}", _annotated, getting_one())
for _key, _value in {
    "consumes": ["application/json"],
    "schemes": ["https"],
    "madeUp": 1,
    "deprecated": "yes",
    "summary": 3,
    "description": ["a"],
    "externalDocs": "https://a.invalid",
    "security": {},
}.items():
    add(
        f"operation_with_odd_{_key}",
        lambda d, k=_key, v=_value: getting(d).update({k: v}),
        Refused(_key, _key),
    )


@refused("get", "responses")
def operation_without_responses(document: Node) -> None:
    del getting(document)["responses"]


@refused("get", "success|2XX|200|answer")
def operation_without_a_success(document: Node) -> None:
    del getting(document)["responses"]["200"]


@refused("list_plants", "another|taken|twice|one")
def operations_of_one_name(document: Node) -> None:
    document["paths"]["/odd"] = {"get": operation("list_plants", dict(DONE))}


# --- references


def _reference(name: str, reference: Any, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        answered(document)["odd"] = {
            "oneOf": [{"$ref": reference}, {"type": "null"}],
            "description": SAID,
        }

    add(f"reference_{name}", edit, *verdict)


ODD = "answer.odd is not None and answer.odd.id == 'z'"
_reference("percent_encoded", "#/components/schemas/Pl%61nt", read('"odd": {"id": "z"}', ODD))
_reference("to_nothing", "#/components/schemas/Nowhere", Refused("Nowhere", "names|exist"))
_reference("to_the_document", "#", Refused("#", "names|component"))
_reference("of_nothing", "", Refused("$ref", "names|component|text"))
_reference("of_a_number", 3, Refused("$ref", "text|string|names"))
_reference("of_null", None, Refused("$ref", "text|string|names"))
_reference(
    "to_a_file_that_is_not_there",
    "nowhere.yaml#/components/schemas/Odd",
    Refused("nowhere.yaml", "file"),
)
_reference("to_a_folder_above", "../../../etc/passwd", Refused("passwd", "file|component"))
_reference(
    "to_an_address",
    "https://a.invalid/odd.yaml#/components/schemas/Odd",
    Refused("https://a.invalid", "file|address|URL"),
)
_reference(
    "to_a_property",
    "#/components/schemas/Plant/properties/name",
    Refused("properties/name", "component|name"),
)
_reference(
    "to_another_kind", "#/components/responses/Refusal", Refused("Refusal", "schema|component")
)
_reference("by_an_anchor", "#plant", Refused("#plant", "names|component"))
_reference("by_a_bare_name", "Plant", Refused("Plant", "file|component|names"))


@refused("", "itself|circle|cycle|ring|each other")
def reference_to_itself(document: Node) -> None:
    schemas(document)["Ring"] = ref("Ring")
    answered(document)["odd"] = or_null("Ring")


@refused("", "itself|circle|cycle|ring|each other")
def references_to_each_other(document: Node) -> None:
    schemas(document)["Ring"] = ref("Chain")
    schemas(document)["Chain"] = ref("Ring")
    answered(document)["odd"] = or_null("Ring")


@refused("", "itself|circle|cycle|ring|each other")
def parameters_that_name_each_other(document: Node) -> None:
    document["components"]["parameters"] = {
        "Ring": ref("Chain", "parameters"),
        "Chain": ref("Ring", "parameters"),
    }
    listing(document)["parameters"].append(ref("Ring", "parameters"))


@refused("", "itself|circle|cycle|ring|each other")
def list_of_itself(document: Node) -> None:
    schemas(document)["Ring"] = {"type": "array", "items": ref("Ring"), "description": SAID}
    answered(document)["odd"] = or_null("Ring")


@right(read('"odd": {"$ref": "z"}', "answer.odd is not None and answer.odd.ref == 'z'"))
def property_that_is_called_like_a_reference(document: Node) -> None:
    schemas(document)["Link"] = record(**{"$ref": null_text()})
    answered(document)["odd"] = or_null("Link")


@right(getting_one(reads="answer.id == 'a'"))
def example_that_looks_like_a_reference(document: Node) -> None:
    answers(document, ref("Plant"), {"id": "a", "name": "$ref"})
    document["components"]["examples"] = {"One": {"value": {"$ref": "#/nowhere"}}}


@right(
    getting_one(), read('"odd": {"end": "z"}', "answer.odd is not None and answer.odd.end == 'z'")
)
def references_through_references(document: Node) -> None:
    for level in range(20):
        schemas(document)[f"Step{level}"] = ref(f"Step{level + 1}")
    schemas(document)["Step20"] = record(end=null_text())
    answered(document)["odd"] = or_null("Step0")


def _files(name: str, parts: str, reference: str, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        answered(document)["odd"] = {
            "oneOf": [{"$ref": reference}, {"type": "null"}],
            "description": SAID,
        }

    add(f"file_{name}", edit, *verdict, beside=parts)


PART = "components: {schemas: {Pot: {type: object, description: A pot., properties: {id: {type: [string, 'null'], description: Its id.}}}}}\n"
POT = "beside.yaml#/components/schemas/Pot"
_files("beside", PART, POT, read('"odd": {"id": "z"}', ODD))
_files(
    "beside_without_the_part",
    "components: {schemas: {}}\n",
    POT,
    Refused("beside.yaml", "names|component"),
)
_files("beside_that_is_no_yaml", "a: [\n", POT, Refused("beside.yaml", "YAML"))
_files("beside_that_is_a_list", "[]\n", POT, Refused("beside.yaml", "mapping"))
_files(
    "beside_with_a_root_of_its_own",
    "openapi: 3.1.0\n" + PART,
    POT,
    Refused("beside.yaml", "paths and components"),
)
_files(
    "beside_that_names_the_first",
    PART.replace("{id:", "{pot: {$ref: '#/components/schemas/Pot'}, id:"),
    POT,
    read('"odd": {"id": "z"}', ODD),
)


# --- what a document changes from one day to the next


@right(listed(path="/v2/plants"), getting_one())
def path_of_another_name(document: Node) -> None:
    document["paths"]["/v2/plants"] = document["paths"].pop("/plants")


@right(listed())
def operation_that_is_gone(document: Node) -> None:
    del document["paths"]["/plants/{id}"]


@right(read('"colour": "blue"', "answer.colour == models.Colour.BLUE"))
def enum_with_one_more_value(document: Node) -> None:
    schemas(document)["Colour"]["enum"].append("blue")


@right(read('"Decimal": 1.5', "answer.decimal == Decimal('1.5')"))
def number_that_is_called_like_its_type(document: Node) -> None:
    number = {"type": ["number", "null"], "x-number": "rate", "description": SAID}
    answered(document)["Decimal"] = number
