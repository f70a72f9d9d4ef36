"""Bodies of requests."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    asked,
    body,
    content,
    creating,
    media,
    operation,
    record,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.table import Call, Refused, add, invalid, made, refused, right

FORM = "application/x-www-form-urlencoded"
VND = "application/vnd.api+json"


def _as(document: Node, kind: str) -> None:
    body(document)["content"] = {kind: media(document)}


def _kind(name: str, kind: str, verdict: Call | Refused) -> None:
    add(name, lambda document: _as(document, kind), verdict)


FERN = "name='fern'"
_kind("json_body_of_an_api", VND, made(FERN, '{"name":"fern"}', sent=VND))
_kind(
    "json_body_of_a_patch",
    "application/merge-patch+json",
    made(FERN, '{"name":"fern"}', sent="application/merge-patch+json"),
)
_kind(
    "form_body",
    FORM,
    made("name='a b&c', note='é', colour='red'", "name=a+b%26c&colour=red&note=%C3%A9", sent=FORM),
)
for _name, _media in {
    "multipart": "multipart/form-data",
    "xml": "application/xml",
    "text": "text/plain",
    "binary": "application/octet-stream",
    "any": "*/*",
    "any_application": "application/*",
    "no_media_type": "json",
    "empty_media_type": "",
    "media_type_with_a_quote": 'application/"json',
    "media_type_with_a_newline": "application/json\nx: y",
}.items():
    _kind(f"{_name}_body", _media, Refused("create_plant", "application/json|JSON"))


@refused("create_plant", "flat|JSON|scalar")
def form_body_that_is_not_flat(document: Node) -> None:
    schemas(document)["Pot"] = record(size=text())
    asked(document)["pot"] = {**ref("Pot"), "description": SAID}
    _as(document, FORM)


@refused("create_plant", "encoding")
def encoding_of_a_form(document: Node) -> None:
    media(document)["encoding"] = {"note": {"style": "pipeDelimited"}}
    _as(document, FORM)


@right(made(FERN, '{"name":"fern"}', sent="application/json"))
def two_json_media_types_of_one_body(document: Node) -> None:
    body(document)["content"][VND] = dict(media(document))


@refused("create_plant", "media type|one|schema")
def json_or_form_body(document: Node) -> None:
    body(document)["content"][FORM] = dict(media(document))


@refused("create_plant", "media type|one|schema")
def two_media_types_of_two_schemas(document: Node) -> None:
    schemas(document)["SeedInput"] = record(name=text())
    body(document)["content"][VND] = {"schema": ref("SeedInput"), "example": {}}


@right(made(FERN, '{"name":"fern"}'))
def body_component(document: Node) -> None:
    document["components"]["requestBodies"] = {"New": body(document)}
    creating(document)["requestBody"] = ref("New", "requestBodies")


@right(
    made(FERN, '{"name":"fern"}'),
    Call(build="create_plant.build()", status=201, answer='{"id": "a"}'),
)
def body_that_may_be_left_out(document: Node) -> None:
    del body(document)["required"]


SPECIES = {"cat": ("CatInput", "lives"), "dog": ("DogInput", "tricks")}


def pets(document: Node) -> None:
    """An operation that takes one of two models."""
    mapping = {kind: ref(name)["$ref"] for kind, (name, _) in SPECIES.items()}
    for kind, (name, own) in SPECIES.items():
        species = {"type": "string", "const": kind, "description": SAID}
        schemas(document)[name] = record(("species",), species=species, **{own: text()})
    schemas(document)["PetInput"] = {
        "description": SAID,
        "oneOf": [ref(name) for name, _ in SPECIES.values()],
        "discriminator": {"propertyName": "species", "mapping": mapping},
    }
    given = {"description": SAID, "content": content(ref("PetInput"), {"species": "cat"})}
    done = {"204": {"description": SAID}}
    document["paths"]["/pets"] = {"post": operation("create_pet", done, "never", requestBody=given)}


def _pet(arguments: str, sent: bytes | None) -> Call:
    build = f"create_pet.build({arguments})"
    return Call(
        build=build, path="/pets", body=sent, status=204, type="None", reads="answer is None"
    )


CAT = _pet("body=models.CatInput(lives='9')", b'{"species":"cat","lives":"9"}')
DOG = _pet("body=models.DogInput(tricks='sit')", b'{"species":"dog","tricks":"sit"}')
add("body_of_a_union_that_may_be_left_out", pets, CAT, DOG, _pet("", None))


@right(CAT, DOG)
def body_of_a_union(document: Node) -> None:
    pets(document)
    document["paths"]["/pets"]["post"]["requestBody"]["required"] = True


@right(CAT, DOG)
def body_of_a_union_by_any_of(document: Node) -> None:
    pets(document)
    union = schemas(document)["PetInput"]
    union["anyOf"] = union.pop("oneOf")
    document["paths"]["/pets"]["post"]["requestBody"]["required"] = True


def _schema(name: str, schema: Any, verdict: Call | Refused, sample: Any = None) -> None:
    def edit(document: Node) -> None:
        media(document).update(schema=schema, example=sample)
        del schemas(document)["PlantInput"]

    add(name, edit, verdict)


NAMED = "components/schemas|name"
_schema("inline_body", record(name=text()), Refused("create_plant", NAMED), {})
_schema("body_of_no_type", {}, Refused("create_plant", NAMED + "|type"), {})
_schema("body_that_is_true", True, Refused("create_plant", NAMED + "|schema"), {})
_schema("body_that_is_a_number", 3, Refused("create_plant", NAMED + "|schema"), {})
_schema("body_that_names_nothing", ref("Nowhere"), Refused("Nowhere", "names|exist"), {})


def _list_body(document: Node) -> None:
    media(document).update(
        schema={"type": "array", "items": ref("PlantInput")}, example=[{"name": "fern"}]
    )


add(
    "body_that_is_a_list",
    _list_body,
    made(
        "", '[{"name":"fern"}]', build="create_plant.build(body=[models.PlantInput(name='fern')])"
    ),
)


@refused("create_plant", "schema")
def body_without_a_schema(document: Node) -> None:
    del media(document)["schema"]
    del schemas(document)["PlantInput"]


@refused("create_plant", "content|media")
def body_without_content(document: Node) -> None:
    body(document)["content"] = {}
    del schemas(document)["PlantInput"]


@refused("create_plant", "content|media")
def body_whose_content_is_a_list(document: Node) -> None:
    body(document)["content"] = [media(document)]
    del schemas(document)["PlantInput"]


@refused("requestBody", "mapping|object")
def body_that_is_null(document: Node) -> None:
    creating(document)["requestBody"] = None
    del schemas(document)["PlantInput"]


@refused("requestBody", "true|boolean")
def body_that_is_required_as_text(document: Node) -> None:
    body(document)["required"] = "yes"


@right(made(FERN, '{"name":"fern"}'))
def body_with_several_examples(document: Node) -> None:
    del media(document)["example"]
    media(document)["examples"] = {"one": {"summary": "One.", "value": {"name": "fern"}}}


@refused("create_plant", "remove|encoding")
def encoding_of_json(document: Node) -> None:
    media(document)["encoding"] = {"name": {"contentType": "text/plain"}}


# --- what stands in a body


@refused("PlantInput", "readOnly")
def read_only_in_a_request(document: Node) -> None:
    asked(document)["note"]["readOnly"] = True


@right(
    made(
        "name='n', note='hush'",
        '{"name":"n","note":"hush"}',
        reads="'hush' not in repr(models.PlantInput(name='n', note='hush'))",
    )
)
def write_only_in_a_request(document: Node) -> None:
    asked(document)["note"]["writeOnly"] = True


@right(
    made(
        "name='n'",
        '{"name":"n"}',
        reads="'yellow' in inspect.getsource(models.PlantInput)",
    ),
)
def default_in_a_body(document: Node) -> None:
    asked(document)["note"]["default"] = "yellow"


@right(
    made("name='n'", '{"name":"n"}'),
    made("name='n', note='x'", '{"name":"n","note":"x"}', warned="note"),
)
def deprecated_property_of_a_body(document: Node) -> None:
    asked(document)["note"]["deprecated"] = True


@right(
    invalid("create_plant.build(body=models.PlantInput(name='abc'))", "name"),
    made("name='ab'", '{"name":"ab"}'),
)
def bounds_in_a_body(document: Node) -> None:
    asked(document)["name"]["maxLength"] = 2
    media(document)["example"]["name"] = "ab"


@right(made("name='n', note=None", '{"name":"n","note":null}'), made("name='n'", '{"name":"n"}'))
def null_in_a_body(document: Node) -> None:
    asked(document)["note"]["type"] = ["string", "null"]


PRICED = made("name='n', price=Money.of('2', 'USD')", '{"name":"n","price":200,"currency":"USD"}')


@right(PRICED)
def amount_or_null_by_any_of(document: Node) -> None:
    schemas(document)["Amount"] = asked(document)["price"]
    asked(document)["price"] = {"anyOf": [ref("Amount"), {"type": "null"}], "description": SAID}


@right(PRICED)
def body_of_a_patch(document: Node) -> None:
    item = document["paths"]["/plants"]
    item["patch"] = item.pop("post")


@refused("PlantInput", "ghost.*(properties|required)|(properties|required).*ghost")
def required_of_an_unknown_name(document: Node) -> None:
    schemas(document)["PlantInput"]["required"].append("ghost")
