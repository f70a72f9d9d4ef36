"""Parameters that nobody can send."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    Node,
    getting,
    listing,
    parameter,
    query,
    record,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.table import Refused, add, refused

TEXT = {"type": "string"}


def _one(name: str, advice: str, /, wire: str = "odd", where: str = "", **change: Any) -> None:
    """One more parameter of `list_plants`, a text but for what is changed."""

    def edit(document: Node) -> None:
        found = {**parameter("odd", dict(TEXT)), "name": wire, **change}
        listing(document)["parameters"].append({k: v for k, v in found.items() if v is not ...})

    add(name, edit, Refused(where or wire, advice))


OBJECT = {"type": "object", "properties": {"shade": text()}}
LIST = {"type": "array", "items": {"type": "string"}}

_one("cookie_parameter", "query|header", **{"in": "cookie"})
_one("form_data_parameter", "query", **{"in": "formData"})
_one("parameter_of_no_place", "query|in", **{"in": ...})
_one("parameter_of_a_place_that_is_a_list", "query|in", **{"in": ["query"]})
_one("parameter_without_a_name", "name", wire=..., where="parameters")  # type: ignore[arg-type]
_one("parameter_with_a_number_as_name", "name|text|string", wire=7, where="7")  # type: ignore[arg-type]
_one("parameter_without_a_schema", "schema|holds", schema=...)
_one("parameter_with_content", "schema", schema=..., content={"application/json": {"schema": TEXT}})
_one("parameter_with_schema_and_content", "schema", content={"application/json": {"schema": TEXT}})
_one("parameter_with_several_contents", "schema", schema=..., content={"text/plain": {}, "a/b": {}})
_one("matrix_parameter", "style", style="matrix")
_one("label_parameter", "style", style="label")
_one("parameter_of_an_unknown_style", "style", style="curly")
_one("parameter_whose_style_is_a_number", "style", style=3)
_one("spaces_in_a_header", "style", **{"in": "header"}, style="spaceDelimited", schema=LIST)
_one("deep_list", "deepObject|style", style="deepObject", schema=LIST)
_one("deep_text", "deepObject|style", style="deepObject")
_one("pipes_exploded", "explode", style="pipeDelimited", explode=True, schema=LIST)
_one("pipes_of_a_text", "style|array|list", style="pipeDelimited")
_one("explode_that_is_a_text", "explode", explode="yes", schema=LIST)
_one("inline_object_parameter", "components/schemas|deepObject|name", schema=OBJECT)
_one("free_form_object_parameter", "deepObject|object", schema={"type": "object"})
_one(
    "map_parameter",
    "deepObject|object|map",
    schema={"type": "object", "additionalProperties": TEXT},
)
_one("reserved_characters", "allowReserved", allowReserved=True)
_one("empty_value", "allowEmptyValue", allowEmptyValue=True)
_one(
    "parameter_that_is_a_union",
    "oneOf|type|scalars",
    schema={"oneOf": [TEXT, {"type": "integer", "x-number": "count"}]},
)
_one(
    "parameter_of_several_types",
    "type",
    schema={"type": ["string", "integer"], "x-number": "count"},
)
_one("parameter_of_no_type", "type", schema={})
_one("parameter_schema_that_is_true", "type|schema", schema=True)
_one("parameter_schema_that_is_null", "type|schema", schema=None)
_one("parameter_schema_that_is_a_list", "type|schema", schema=[TEXT])
_one("parameter_of_an_unknown_type", "type", schema={"type": "file"})
_one("parameter_of_lists_of_lists", "items|list|array", schema={"type": "array", "items": LIST})
_one(
    "parameter_of_a_list_of_objects",
    "items|list|array|components",
    schema={"type": "array", "items": OBJECT},
)
_one("parameter_of_a_list_of_nothing", "items", schema={"type": "array"})
_one(
    "parameter_with_an_inline_enum",
    "components/schemas",
    schema={"type": "string", "enum": ["a", "b"]},
)
_one("parameter_of_an_unknown_keyword", "remove", collectionFormat="csv")
_one("parameter_with_an_extension_of_somebody", "remove|extensions", **{"x-internal": True})
_one("parameter_required_as_text", "true|boolean", required="yes")
_one("parameter_deprecated_as_text", "true|boolean", deprecated="soon")
_one("parameter_whose_description_is_a_list", "text|string", description=["a"])
_one("parameter_of_signs_alone", "x-python-name", wire="-")
_one("parameter_of_an_empty_name", "name", wire="", where="get")
_one("parameter_of_three_quotes", "x-python-name", wire='"""', where="get")
_one("x_python_name_that_is_a_keyword", "x-python-name", **{"x-python-name": "class"})
_one("x_python_name_that_is_no_identifier", "x-python-name", **{"x-python-name": "a b"})
_one("x_python_name_that_is_a_number", "x-python-name", **{"x-python-name": 3})
_one("x_python_name_that_is_taken", "x-python-name", **{"x-python-name": "after"})
_one(
    "format_of_a_parameter",
    "pattern|description|format",
    schema={"type": "string", "format": "email"},
)
_one("read_only_parameter", "readOnly", schema={"type": "string", "readOnly": True})
_one("authorization_as_a_parameter", "security|remove", wire="Authorization", **{"in": "header"})
_one("content_type_as_a_parameter", "content|remove", wire="Content-Type", **{"in": "header"})
_one("accept_as_a_parameter", "content|remove", wire="Accept", **{"in": "header"})
_one("header_name_with_a_space", "name", wire="X Odd", **{"in": "header"})
_one("header_name_with_a_newline", "name", wire="X-A\nB: c", where="X-A", **{"in": "header"})


@refused("user_id", "x-python-name")
def parameters_of_one_python_name(document: Node) -> None:
    query(document, "userId", dict(TEXT))
    query(document, "user_id", dict(TEXT))


@refused("after", "one|twice|again|remove")
def parameter_written_twice(document: Node) -> None:
    query(document, "after", dict(TEXT))


@refused("x-trace", "one|twice|again|remove|x-python-name")
def header_written_twice_in_another_case(document: Node) -> None:
    for name in ("X-Trace", "x-trace"):
        listing(document)["parameters"].append(parameter(name, dict(TEXT), "header"))


@refused("id", "parameters")
def path_parameter_that_is_not_described(document: Node) -> None:
    getting(document)["parameters"] = []


@refused("seed", "path|name")
def path_parameter_that_is_not_in_the_path(document: Node) -> None:
    getting(document)["parameters"].append(parameter("seed", dict(TEXT), "path"))


@refused("id", "required")
def path_parameter_that_may_be_left_out(document: Node) -> None:
    getting(document)["parameters"][0]["required"] = False


@refused("id", "required")
def path_parameter_that_does_not_say_required(document: Node) -> None:
    del getting(document)["parameters"][0]["required"]


@refused("id", "style")
def path_parameter_of_form_style(document: Node) -> None:
    getting(document)["parameters"][0]["style"] = "form"


@refused("filter", "deepObject|object")
def object_of_form_style(document: Node) -> None:
    schemas(document)["Filter"] = record(shade=text())
    query(document, "filter", ref("Filter"))


@refused("filter", "flat|scalar|object|list")
def deep_object_within_a_deep_object(document: Node) -> None:
    schemas(document)["Within"] = record(shade=text())
    schemas(document)["Filter"] = record(within={**ref("Within"), "description": "More."})
    query(document, "filter", ref("Filter"), style="deepObject", explode=True)


@refused("filter", "components/schemas|name")
def deep_object_without_a_name(document: Node) -> None:
    query(document, "filter", OBJECT, style="deepObject", explode=True)


def _parameters(name: str, value: Any, advice: str) -> None:
    def edit(document: Node) -> None:
        listing(document)["parameters"] = value

    add(name, edit, Refused("parameters", advice))


_parameters("parameters_that_are_a_map", {"after": {"in": "query", "schema": TEXT}}, "list|array")
_parameters("parameters_that_are_null", None, "list|array")
_parameters("parameters_that_are_a_text", "after", "list|array")
_parameters("parameter_that_is_null", [None], "mapping|object|parameter")
_parameters("parameter_that_is_a_text", ["after"], "mapping|object|parameter")
_parameters("parameter_that_names_nothing", [ref("Nowhere", "parameters")], "Nowhere.*names")
_parameters("parameter_that_names_a_schema", [ref("Colour")], "parameter")
