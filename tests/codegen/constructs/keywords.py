"""Keywords of JSON Schema: those that nobody reads, and those that say more of a value."""

from __future__ import annotations

from tests.codegen.constructs.base import (
    SAID,
    Node,
    asked,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.fields import ODD, TEXT, answer, question
from tests.codegen.constructs.table import (
    Refused,
    invalid,
    made,
    read,
    refused,
    right,
)

# --- keywords of JSON Schema that nobody reads

for _keyword, _value in {
    "not": {"type": "integer"},
    "if": {"minLength": 3},
    "then": {"minLength": 3},
    "else": {"minLength": 3},
    "$id": "https://nursery.invalid/odd",
    "$anchor": "odd",
    "$dynamicAnchor": "odd",
    "$dynamicRef": "#odd",
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$vocabulary": {},
    "$defs": {"A": {"type": "string"}},
    "definitions": {"A": {"type": "string"}},
    "contentEncoding": "base64",
    "contentMediaType": "image/png",
    "contentSchema": {"type": "string"},
    "xml": {"name": "odd"},
    "discriminator": {"propertyName": "kind"},
    "madeUp": True,
    "minimun": 3,
}.items():
    answer(
        f"keyword_{_keyword.replace('$', 'dollar_')}",
        {"type": TEXT, _keyword: _value},
        Refused(ODD, _keyword.replace("$", r"\$")),
    )

for _keyword, _value in {
    "title": "Odd",
    "$comment": "Odd.",
    "example": "x",
    "examples": ["x"],
    "externalDocs": {"url": "https://nursery.invalid"},
    "default": "x",
}.items():
    answer(
        f"annotation_{_keyword.replace('$', 'dollar_')}",
        {"type": TEXT, _keyword: _value},
        read('"odd": "y"', "answer.odd == 'y'"),
        read("", "answer.odd is None"),
    )
answer(
    "read_only_answer", {"type": TEXT, "readOnly": True}, read('"odd": "y"', "answer.odd == 'y'")
)
answer(
    "secret_answer",
    {"type": TEXT, "x-secret": True},
    read('"odd": "hush"', "answer.odd == 'hush' and 'hush' not in repr(answer)"),
)
answer(
    "password_answer",
    {"type": TEXT, "format": "password"},
    read('"odd": "hush"', "answer.odd == 'hush' and 'hush' not in repr(answer)"),
)
answer(
    "bounds_of_an_answer",
    {"type": TEXT, "maxLength": 1},
    read('"odd": "long"', "answer.odd == 'long'"),
)
question(
    "pattern_of_a_request",
    {"type": "string", "pattern": "^[a-z]+$"},
    made("name='n', odd='abc'", '{"name":"n","odd":"abc"}'),
    invalid("create_plant.build(body=models.PlantInput(name='n', odd='A'))", "odd"),
)
question(
    "pattern_that_python_reads_otherwise",
    {"type": "string", "pattern": r"\p{L}"},
    Refused("PlantInput", "pattern"),
)
question(
    "pattern_that_is_none", {"type": "string", "pattern": "("}, Refused("PlantInput", "pattern")
)
question(
    "pattern_that_is_a_number", {"type": "string", "pattern": 3}, Refused("PlantInput", "pattern")
)
question(
    "bound_of_another_type", {"type": "string", "minimum": 1}, Refused("PlantInput", "minimum")
)
question(
    "bound_that_is_a_text", {"type": "string", "maxLength": "3"}, Refused("PlantInput", "maxLength")
)
question(
    "exclusive_bound_of_old",
    {"type": "integer", "x-number": "count", "minimum": 0, "exclusiveMinimum": True},
    Refused("PlantInput", "exclusiveMinimum"),
)
question("negative_length", {"type": "string", "maxLength": -1}, Refused("PlantInput", "maxLength"))


@refused("PlantInput", r"\$ref|beside|component")
def bound_beside_a_reference(document: Node) -> None:
    schemas(document)["Sku"] = text()
    asked(document)["odd"] = {**ref("Sku"), "description": SAID, "maxLength": 3}


@right(made("name='n', odd='x'", '{"name":"n","odd":"x"}'))
def annotations_beside_a_reference(document: Node) -> None:
    schemas(document)["Sku"] = text()
    asked(document)["odd"] = {**ref("Sku"), "description": "Another.", "title": "Odd"}


@right(made("name='n', odd='x'", '{"name":"n","odd":"x"}', warned="odd"))
def deprecated_beside_a_reference(document: Node) -> None:
    schemas(document)["Sku"] = text()
    asked(document)["odd"] = {**ref("Sku"), "description": "Another.", "deprecated": True}


@refused("PlantInput", r"\$ref|beside|component")
def type_beside_a_reference(document: Node) -> None:
    asked(document)["colour"]["type"] = "string"


@refused("deprecated", "deprecated|true|boolean")
def deprecated_that_is_a_text(document: Node) -> None:
    asked(document)["note"]["deprecated"] = "soon"


@refused("description", "text|string")
def description_that_is_a_number(document: Node) -> None:
    asked(document)["note"]["description"] = 3
