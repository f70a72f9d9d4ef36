"""What goes out with a request, or goes out as something else than the document says."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    asked,
    body,
    content,
    count,
    creating,
    getting,
    media,
    query,
    record,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    getting_one,
    listed,
    made,
    refused,
    right,
)

TEXT = {"type": "string"}
MONEY = {"type": "integer", "format": "int64", "x-money": "minor"}
FORM = "application/x-www-form-urlencoded"

# --- the currency of amounts


@right(
    listed("p=Money.of('1', 'USD'), coin='USD'", ("p", "100"), ("currency", "USD")),
    listed("p=Money.of('1', 'USD')", ("p", "100"), ("currency", "USD")),
)
def currency_of_another_name_in_python(document: Node) -> None:
    query(document, "p", MONEY)
    query(document, "currency", TEXT, **{"x-python-name": "coin"})


@refused("lang", "x-python-name")
def argument_that_is_called_currency_and_is_none(document: Node) -> None:
    query(document, "p", MONEY)
    query(document, "lang", TEXT, **{"x-python-name": "currency"})


@right(listed("currency='de'", ("lang", "de")))
def argument_that_is_called_currency_where_none_is_asked(document: Node) -> None:
    query(document, "lang", TEXT, **{"x-python-name": "currency"})


@right(
    made("name='fern', price=Money.of('1', 'USD')", '{"name":"fern","price":100,"currency":"USD"}')
)
def currency_that_is_an_enum(document: Node) -> None:
    schemas(document)["Coin"] = {"type": "string", "enum": ["EUR", "USD"], "description": SAID}
    asked(document)["currency"] = {**ref("Coin"), "description": SAID}


def _currency(name: str, schema: Any) -> None:
    def edit(document: Node) -> None:
        asked(document)["currency"] = schema

    add(name, edit, Refused("currency", "type: string"))


_currency("currency_that_is_a_number", count())
_currency("currency_that_is_a_list", {"type": "array", "items": TEXT, "description": SAID})
_currency("currency_that_is_a_date", text(format="date"))


@refused("currency", "type: string")
def currency_of_answers_that_is_a_number(document: Node) -> None:
    answered(document)["currency"] = {**count(), "type": ["integer", "null"]}


@refused("currency", "type string")
def place_of_a_currency_that_is_a_number(document: Node) -> None:
    answered(document)["code"] = {**count(), "type": ["integer", "null"]}
    schemas(document)["Plant"]["x-currency"] = ["code"]


@refused("currency", "type: string")
def parameter_for_the_currency_that_is_a_number(document: Node) -> None:
    query(document, "p", MONEY)
    query(document, "currency", {"type": "integer", "x-number": "count"})


# --- one type as a list


@right(
    listed("odd=['a', 'b']", ("odd", "a|b")),
    listed("even=['a', 'b']", ("even", "a,b")),
    listed("plain=['a', 'b']", ("plain", "a"), ("plain", "b")),
)
def lists_whose_type_is_a_list(document: Node) -> None:
    array = {"type": ["array"], "items": {"type": ["string"]}}
    query(document, "odd", array, style="pipeDelimited")
    query(document, "even", array, explode=False)
    query(document, "plain", array)


@right(getting_one(build="get_plant.build(id=['a', 'b'])", path="/plants/a,b"))
def list_in_a_path_whose_type_is_a_list(document: Node) -> None:
    getting(document)["parameters"][0]["schema"] = {"type": ["array"], "items": {"type": "string"}}


@right(getting_one(status=404, answer='[{"code": "gone"}]', reads="fault.code == 'gone'"))
def error_in_a_list_whose_type_is_a_list(document: Node) -> None:
    document["x-error-families"]["nursery"]["code"] = ["*/code"]
    document["components"]["responses"]["Refusal"]["content"] = content(
        {"type": ["array"], "items": ref("Fault")}, [{"code": "gone"}]
    )


# --- readOnly


@refused("Kept", "leave it out")
def read_only_behind_a_reference(document: Node) -> None:
    schemas(document)["Kept"] = text(readOnly=True)
    asked(document)["kept"] = {**ref("Kept"), "description": SAID}


@refused("KeptInput", "leave it out")
def read_only_object(document: Node) -> None:
    schemas(document)["KeptInput"] = {**record(name=text()), "readOnly": True}
    asked(document)["kept"] = {**ref("KeptInput"), "description": SAID}


@refused("kept/items", "leave it out")
def read_only_items(document: Node) -> None:
    items = {"type": "string", "readOnly": True}
    asked(document)["kept"] = {"type": "array", "items": items, "description": SAID}


@refused("kept/oneOf", "leave it out")
def read_only_or_null(document: Node) -> None:
    either = [{"type": "string", "readOnly": True}, {"type": "null"}]
    asked(document)["kept"] = {"oneOf": either, "description": SAID}


@refused("odd", "remove it")
def read_only_items_of_a_parameter(document: Node) -> None:
    query(document, "odd", {"type": "array", "items": {"type": "string", "readOnly": True}})


@refused("create_plant", "remove it")
def read_only_items_of_a_body(document: Node) -> None:
    items = {**ref("PlantInput"), "readOnly": True}
    media(document).update(schema={"type": "array", "items": items}, example=[])


# --- a body that may be null

NULL = Call(
    build="create_plant.build(body=None)",
    body=b"null",
    status=201,
    answer='{"id": "a"}',
    reads="answer.id == 'a'",
)


def _pets(document: Node, *more: Node) -> None:
    for name in ("Cat", "Dog"):
        kind = {"type": "string", "const": name.lower(), "description": SAID}
        schemas(document)[f"{name}Input"] = record(("kind",), kind=kind, name=text())
    either = [ref("CatInput"), ref("DogInput"), *more]
    schemas(document)["PetInput"] = {
        "oneOf": either,
        "description": SAID,
        "discriminator": {
            "propertyName": "kind",
            "mapping": {
                each: f"#/components/schemas/{each.title()}Input" for each in ("cat", "dog")
            },
        },
    }
    media(document).update(schema=ref("PetInput"), example={"kind": "cat"})
    del schemas(document)["PlantInput"]


@right(
    NULL,
    Call(
        build="create_plant.build(body=models.CatInput(name='Tom'))",
        body=b'{"kind":"cat","name":"Tom"}',
        status=201,
        answer='{"id": "a"}',
    ),
)
def body_that_is_a_union_or_null(document: Node) -> None:
    _pets(document, {"type": "null"})


@right(NULL, made("name='fern'", '{"name":"fern"}'))
def body_of_a_model_that_may_be_null(document: Node) -> None:
    schemas(document)["PlantInput"]["type"] = ["object", "null"]


@refused("requestBody", "null")
def form_that_may_be_null(document: Node) -> None:
    schemas(document)["PlantInput"]["type"] = ["object", "null"]
    body(document)["content"] = {FORM: media(document)}


@refused("requestBody", "null")
def keyed_body_that_may_be_null(document: Node) -> None:
    schemas(document)["PlantInput"]["type"] = ["object", "null"]
    _keyed(document)


def _keyed(document: Node) -> None:
    creating(document)["x-retry"] = {"class": "keyed", "key": "name", "read-back": "get_plant"}


# --- a body that may be left out


@refused("requestBody", "required: true")
def keyed_body_that_may_be_left_out(document: Node) -> None:
    body(document)["required"] = False
    _keyed(document)


@refused("requestBody", "required: true")
def tenant_in_a_body_that_may_be_left_out(document: Node) -> None:
    asked(document)["region"] = text(**{"x-tenant": "region"})
    body(document)["required"] = False


# --- content types


def _type(name: str, kind: str) -> None:
    def edit(document: Node) -> None:
        body(document)["content"] = {kind: media(document)}

    add(name, edit, Refused("requestBody", "charset|only application/json"))


_type("json_body_of_another_charset", "application/json; charset=utf-16")
_type("form_body_of_another_charset", f"{FORM}; charset=iso-8859-1")
_type("json_body_of_any_type", "application/*+json")
_type("body_type_with_a_blank", "weird thing+json")
_type("body_type_with_a_line_in_its_parameters", "application/json;\n x=1")
_type("body_type_with_half_a_parameter", "application/json; x")

UTF_8 = "application/json; charset=UTF-8"


@right(made("name='fern'", '{"name":"fern"}', sent=UTF_8))
def json_body_that_says_its_charset(document: Node) -> None:
    body(document)["content"] = {UTF_8: media(document)}


@refused("200", "application/json")
def answer_type_with_half_a_parameter(document: Node) -> None:
    found = getting(document)["responses"]["200"]["content"]
    found["application/json; x"] = found.pop("application/json")


# --- secrets


def _secret(name: str, schema: Any, advice: str = "remove it") -> None:
    def edit(document: Node) -> None:
        word = {"type": "string", "enum": ["a", "b"], "format": "password", "description": SAID}
        schemas(document)["Word"] = word
        query(document, "odd", schema)

    add(name, edit, Refused("odd", advice))


_secret("secret_integer", {"type": "integer", "x-number": "count", "writeOnly": True})
_secret("secret_list", {"type": "array", "items": TEXT, "writeOnly": True})
_secret("secret_date", {"type": "string", "format": "date", "writeOnly": True})
_secret("secret_const", {"type": "string", "const": "sesame", "writeOnly": True})
_secret("secret_enum", ref("Word"))
_secret("secret_enum_by_its_place", {**ref("Colour"), "writeOnly": True})
_secret("secret_numbers", {"type": "array", "items": {"type": "integer", "writeOnly": True}})


# --- what a parameter's schema says of its place


@right(
    listed("odd='a'", ("odd", "a"), warned="the parameter odd of list_plants"),
    listed("even='a'", ("even", "a"), warned="the parameter even of list_plants"),
    listed("after='a'", ("after", "a")),
)
def parameter_whose_schema_is_deprecated(document: Node) -> None:
    schemas(document)["Old"] = text(deprecated=True)
    query(document, "odd", {"type": "string", "deprecated": True})
    query(document, "even", ref("Old"))


@right(
    listed(
        "lang='de'",
        ("lang", "de"),
        reads="'the platform takes \"en\"' in str(inspect.getdoc(list_plants.build))",
    )
)
def default_beside_the_reference_of_a_parameter(document: Node) -> None:
    schemas(document)["Lang"] = text()
    query(document, "lang", {**ref("Lang"), "default": "en"})


# --- objects in the query


@refused("filter[shade]", "remove one")
def field_of_an_object_that_is_a_parameter_too(document: Node) -> None:
    schemas(document)["Filter"] = record(shade=text())
    query(document, "filter", ref("Filter"), style="deepObject")
    query(document, "filter[shade]", TEXT)


@refused("filter", "null")
def object_in_the_query_that_may_be_null(document: Node) -> None:
    schemas(document)["Filter"] = {**record(shade=text()), "type": ["object", "null"]}
    query(document, "filter", ref("Filter"), style="deepObject")


# --- maps in the query

TEXTS_BY_KEY = {"type": "object", "additionalProperties": {"type": "string"}}


def _map(name: str, schema: Any, *verdicts: Call | Refused, also: Any = None) -> None:
    def edit(document: Node) -> None:
        schemas(document)["Texts"] = {**TEXTS_BY_KEY, "description": "Texts."}
        query(document, "filter[q]", schema, style="deepObject")
        if also is not None:
            query(document, "filter[q][page]", also)

    add(f"map_in_the_query_{name}", edit, *verdicts)


_SENT = (
    listed(
        "filter_q={'name_eq': 'a&b', 'é': ''}",
        ("filter[q][name_eq]", "a&b"),
        ("filter[q][é]", ""),
        reads="list_plants.OPERATION.shown == ('size',)",
    ),
    listed("filter_q={}"),
    listed("filter_q=None"),
    *(
        listed(f"filter_q={given}", refused=said, reads="True")
        for given, said in (
            ("{'': 'x'}", r"filter\[q\]: may not have an empty key"),
            (r"{'a\nb': 'x'}", r"filter\[q\]\[…\]: may not hold control characters"),
            ("{'a][b': 'x'}", r"filter\[q\]\[a\]\[b\]: may not hold brackets"),
            (r"{'a': 'x\ny'}", r"filter\[q\]\[a\]: may not hold control characters"),
        )
    ),
)
_map("of_texts", TEXTS_BY_KEY, *_SENT)
_map("that_has_a_name", ref("Texts"), *_SENT)
_map(
    "of_numbers_of_which_there_is_one",
    {
        "type": "object",
        "minProperties": 1,
        "additionalProperties": {"type": "integer", "x-number": "count"},
    },
    listed("filter_q={'size': 5}", ("filter[q][size]", "5")),
    listed("filter_q={}", refused=r"filter\[q\]: expected 1 or more", reads="True"),
)
_map(
    "beside_a_parameter_that_a_key_can_be",
    TEXTS_BY_KEY,
    listed(
        "filter_q={'a': 'x'}, filter_q_page='y'",
        ("filter[q][a]", "x"),
        ("filter[q][page]", "y"),
    ),
    listed("filter_q={'page': 'x'}", ("filter[q][page]", "x")),
    listed(
        "filter_q={'page': 'x'}, filter_q_page='y'",
        refused=r"filter\[q\]\[page\]: is given twice",
        reads="True",
    ),
    also=TEXT,
)
_map(
    "beside_a_number_that_a_key_can_be",
    TEXTS_BY_KEY,
    Refused("filter[q][page]", "write plain type: string"),
    also={"type": "integer", "x-number": "count"},
)
_map(
    "of_secrets",
    {"type": "object", "additionalProperties": {"type": "string", "x-secret": True}},
    listed("filter_q={'a': 'x'}", ("filter[q][a]", "x")),
)
for _name, _values in (
    ("of_lists", {"type": "array", "items": TEXT}),
    ("of_texts_or_null", {"type": ["string", "null"]}),
    ("of_objects", ref("Plant")),
):
    _map(
        _name,
        {"type": "object", "additionalProperties": _values},
        Refused("filter[q]", "write values of type string"),
    )
_map(
    "of_anything",
    {"type": "object", "additionalProperties": True},
    Refused("filter[q]", "a map of texts"),
)
