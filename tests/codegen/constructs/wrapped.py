"""Schemas behind references, nulls and `allOf`: what each layer says holds for the value."""

from __future__ import annotations

from tests.codegen.constructs.base import Node, answered, asked, null_text, record, ref, schemas
from tests.codegen.constructs.table import invalid, made, read, refused, right

NULL = {"type": "null"}
PIN = "create_plant.build(body=models.PlantInput(name='n', pin='12345678'))"


def maybe(name: str) -> Node:
    return {"oneOf": [ref(name), NULL]}


@right(
    made("name='n', fee=Money.of('1', 'EUR')", '{"name":"n","currency":"EUR","fee":100}'),
    made("name='n', fee=None", '{"name":"n","fee":null}'),
    invalid(
        "create_plant.build(body=models.PlantInput(name='n', fee=Money.of('9', 'EUR')))", "fee"
    ),
    read('"fee": 100, "currency": "EUR"', "answer.fee == Money.of('1', 'EUR')"),
    read('"fee": null', "answer.fee is None"),
)
def amount_behind_a_named_null(document: Node) -> None:
    amount = {"type": "integer", "format": "int64", "x-money": "minor", "maximum": 500}
    schemas(document).update(Amount=amount, MaybeAmount=maybe("Amount"), Fee=ref("MaybeAmount"))
    asked(document)["fee"] = ref("MaybeAmount")
    answered(document)["fee"] = ref("Fee")


@right(
    made("name='n', pin='1234'", '{"name":"n","pin":"1234"}'),
    made("name='n', pin=None", '{"name":"n","pin":null}'),
    invalid(PIN, "pin"),
    read('"pin": "hunter2"', "answer.pin == 'hunter2' and 'hunter2' not in repr(answer)"),
)
def secret_behind_a_named_null(document: Node) -> None:
    schemas(document)["Pin"] = {"type": "string", "x-secret": True, "maxLength": 4}
    schemas(document)["MaybePin"] = maybe("Pin")
    asked(document)["pin"] = ref("MaybePin")
    answered(document)["pin"] = ref("MaybePin")


@right(
    read('"odd": {"a": "x"}', "answer.odd is not None and answer.odd.a == 'x'"),
    read('"odd": null', "answer.odd is None"),
    read('"once": {"a": "x"}', "answer.once is not None and answer.once.a == 'x'"),
)
def null_within_null(document: Node) -> None:
    schemas(document)["Kid"] = record(a=null_text())
    answered(document)["odd"] = {"oneOf": [maybe("Kid"), NULL]}
    answered(document)["once"] = {"anyOf": [{"anyOf": [ref("Kid")]}]}


@right(
    read('"kid": {"a": "x"}', "answer.kid is not None and answer.kid.a == 'x'"),
    read('"tints": ["red", null]', "answer.tints == [models.Colour.RED]"),
)
def model_and_enum_behind_a_named_null(document: Node) -> None:
    schemas(document).update(Kid=record(a=null_text()), MaybeKid=maybe("Kid"))
    schemas(document)["MaybeTint"] = maybe("Colour")
    answered(document)["kid"] = ref("MaybeKid")
    answered(document)["tints"] = {"type": "array", "items": ref("MaybeTint")}


@right(
    made(
        "name='n', wo='hunter2'",
        '{"name":"n","wo":"hunter2"}',
        warned="wo",
    ),
    read('"wo": "hunter2"', "'hunter2' not in repr(answer)"),
)
def annotations_of_a_named_reference(document: Node) -> None:
    schemas(document)["TextOne"] = {"type": "string"}
    said = {"writeOnly": True, "deprecated": True, "default": "x"}
    schemas(document)["WoPin"] = {**ref("TextOne"), **said}
    asked(document)["wo"] = ref("WoPin")
    answered(document)["wo"] = ref("WoPin")


@right(
    made(
        "name='n', kid=models.KidInput(a='hunter2', b='c')",
        '{"name":"n","kid":{"a":"hunter2","b":"c"}}',
        warned="kid",
    )
)
def annotations_of_one_part_of_all_of(document: Node) -> None:
    base = {**record(a={"type": "string"}), "writeOnly": True, "deprecated": True}
    schemas(document)["SecretBase"] = base
    schemas(document)["KidInput"] = {"allOf": [ref("SecretBase"), record(b={"type": "string"})]}
    asked(document)["kid"] = ref("KidInput")


@refused("KidInput", "differently")
def all_of_two_currencies(document: Node) -> None:
    amount = {"type": "integer", "format": "int64", "x-money": "minor"}
    text = {"type": "string"}
    schemas(document)["One"] = {**record(c=text, p=amount), "x-currency": ["c"]}
    schemas(document)["Two"] = {**record(d=text, q=amount), "x-currency": ["d"]}
    schemas(document)["KidInput"] = {"allOf": [ref("One"), ref("Two")]}
    asked(document)["kid"] = ref("KidInput")


# --- null, where a schema allows it on one layer and not on another


@refused("Odd", "oneOf")
def null_that_an_enum_does_not_list(document: Node) -> None:
    schemas(document)["Odd"] = {"type": ["string", "null"], "enum": ["red"]}
    asked(document)["odd"] = ref("Odd")


@refused("odd", "oneOf")
def null_that_a_const_is_not(document: Node) -> None:
    asked(document)["odd"] = {"type": ["string", "null"], "const": "a"}


@right(
    made("name='n', odd=None", '{"name":"n","odd":null}'),
    made("name='n', odd='a'", '{"name":"n","odd":"a"}'),
)
def const_or_null(document: Node) -> None:
    asked(document)["odd"] = {"oneOf": [{"type": "string", "const": "a"}, NULL]}


@refused("odd", "write")
def all_of_one_with_another_type(document: Node) -> None:
    schemas(document)["MaybeText"] = {"type": ["string", "null"]}
    asked(document)["odd"] = {"type": "string", "allOf": [ref("MaybeText")]}


@right(made("name='n', odd='a'", '{"name":"n","odd":"a"}'))
def all_of_one_with_its_own_type(document: Node) -> None:
    schemas(document)["PlainText"] = {"type": "string"}
    asked(document)["odd"] = {"type": "string", "allOf": [ref("PlainText")]}


@refused("odd", "move it")
def all_of_what_it_is_a_property_of(document: Node) -> None:
    asked(document)["odd"] = {"allOf": [ref("PlantInput"), record(b={"type": "string"})]}
