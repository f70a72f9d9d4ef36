"""Enums, constants, unions and what has a name, in a generated package: read and written as the
document says, or refused with their place."""

from __future__ import annotations

import copy
import pickle
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import InvalidRequest
from commerce_sdk.document.model import read_json
from commerce_sdk.document.reading import UnknownVariant
from tests.codegen.generator import generate
from tests.codegen.packages import made, models, type_check


@pytest.fixture(scope="module")
def kinds(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    with made("kinds", tmp_path_factory.mktemp("generated")) as package:
        yield package


def zoo(kinds: Any, text: str) -> Any:
    """An answer as it is read, which gives back what came."""
    read = read_json(models(kinds).Zoo, text.encode())
    again = models(kinds).Zoo.from_dict(read.to_dict())
    assert read.to_json().replace(b" ", b"") == text.replace(" ", "").encode()
    assert again == read
    return read


def test_what_is_made_is_python_for_type_checkers_as_well(kinds: Any) -> None:
    assert type_check(kinds) == ""


# --- enums of whole numbers


def test_a_number_of_an_enum_is_its_member_known_or_not(kinds: Any) -> None:
    level = models(kinds).Level
    read = zoo(kinds, '{"level": -1, "levels": [0, 7], "size": 20}')
    assert read.level is level.VALUE_NEGATIVE_1
    assert read.levels == [0, 7]
    assert [type(each) for each in read.levels] == [level, level]
    assert read.levels[1].name == "7"
    assert read.size is models(kinds).Size.BIG
    assert len(level) == 3


@pytest.mark.parametrize("came", ["true", "1.5", '"1"'])
def test_what_is_no_whole_number_is_no_member(kinds: Any, came: str) -> None:
    read = zoo(kinds, f'{{"level": {came}}}').level
    assert not isinstance(read, models(kinds).Level)


def test_a_number_of_an_enum_is_sent_where_the_document_knows_it_or_it_was_read(kinds: Any) -> None:
    body, level = models(kinds).ZooInput, models(kinds).Level
    for given, sent in ((level.VALUE_1, 1), (0, 0), (level(7), 7)):
        written = body(must="m", level=given).to_dict()["level"]
        assert (written, type(written)) == (sent, int)
    for wrong in (True, 7, "1", 1.0):
        with pytest.raises(InvalidRequest, match="level: expected one of 1, -1, 0"):
            body(must="m", level=wrong).to_dict()
    stored = {"version": 1, "is_open": False, "must": "m", "level": 1}
    assert body.from_dict(stored).level is level.VALUE_1
    assert body.from_dict(stored).to_dict() == stored


# --- constants


def test_a_constant_reads_as_it_came(kinds: Any) -> None:
    read = zoo(kinds, '{"version": 2, "is_open": true}')
    assert (read.version, read.is_open) == (2, True)
    assert zoo(kinds, '{"version": true}').version is True


def test_a_required_constant_need_not_be_given_and_is_no_other_value(kinds: Any) -> None:
    body = models(kinds).ZooInput
    sent = body(must="m").to_dict()
    assert sent == {"version": 1, "is_open": False, "must": "m"}
    assert (type(sent["version"]), type(sent["is_open"])) == (int, bool)
    for wrong in ({"version": True}, {"version": 2}, {"is_open": 0}, {"is_open": True}):
        with pytest.raises(InvalidRequest, match="expected"):
            body(must="m", **wrong).to_dict()


# --- unions


@pytest.mark.parametrize("kind", ["cat", "kitten"])
def test_a_model_of_several_values_says_with_which_it_came(kinds: Any, kind: str) -> None:
    text = f'{{"species": "{kind}", "age": 3, "friend": {{"species": "dog"}}}}'
    read = zoo(kinds, f'{{"pet": {text}, "pets": [{text}], "by_name": {{"a": {text}}}}}')
    for pet in (read.pet, read.pets[0], read.by_name["a"]):
        assert isinstance(pet, models(kinds).Cat)
        assert (pet.species, pet.age) == (kind, 3)
        assert isinstance(pet.friend, models(kinds).Dog)
        assert pickle.loads(pickle.dumps(pet)) == copy.copy(pet) == pet
    deviating = zoo(kinds, f'{{"pet": {{"species": "{kind}", "age": "x", "new": 1}}}}').pet
    assert (deviating.species, deviating.age, deviating.unknown_fields) == (kind, "x", {"new": 1})


def test_a_variant_that_nobody_knows_stays_one(kinds: Any) -> None:
    read = zoo(kinds, '{"pet": {"species": "emu"}, "by_name": {"a": {}}}')
    assert (type(read.pet), read.pet.kind) == (UnknownVariant, "emu")
    assert read.by_name["a"].kind is None


def test_a_variant_by_itself_says_what_came(kinds: Any) -> None:
    for kind in ("cat", "kitten", "lion"):
        star = zoo(kinds, f'{{"star": {{"species": "{kind}"}}}}').star
        assert (star.species, star.unknown_fields) == (kind, {})


def test_without_a_mapping_a_constant_or_the_name_tells_the_variant(kinds: Any) -> None:
    assert type(zoo(kinds, '{"boat": {"rig": "ketch"}}').boat) is models(kinds).Ketch
    sloop = zoo(kinds, '{"boat": {"rig": "Sloop"}}').boat
    assert (type(sloop), sloop.rig) == (models(kinds).Sloop, "Sloop")


def test_a_variant_goes_out_as_one_of_its_values(kinds: Any) -> None:
    body, cat = models(kinds).ZooInput, models(kinds).CatInput
    for kind in ("cat", "kitten"):
        sent = body(must="m", pet=cat(species=kind)).to_dict()
        assert sent["pet"] == {"species": kind}
        assert type(body.from_dict(sent).pet) is cat
    with pytest.raises(InvalidRequest, match=r"pet\.species: expected one of cat, kitten"):
        body(must="m", pet=cat(species="dog")).to_dict()
    assert models(kinds).DogInput().to_dict() == {"species": "dog"}
    assert models(kinds).SloopInput().to_dict() == {"rig": "SloopInput"}


# --- what has a name, and what is empty


def test_lists_and_maps_with_a_name_are_held_to_their_bounds(kinds: Any) -> None:
    body = models(kinds).ZooInput
    read = zoo(kinds, '{"names": ["a"], "counts": {"a": 1}, "nothing": {"new": 1}}')
    assert (read.names, read.counts, read.nothing.unknown_fields) == (["a"], {"a": 1}, {"new": 1})
    sent = body(must="m", names=["a"], counts={"a": 1}, nothing=models(kinds).NothingInput())
    assert sent.to_dict()["nothing"] == {}
    for wrong in ({"names": ["abcd"]}, {"names": ["a"] * 3}, {"counts": {"a": -1}}):
        with pytest.raises(InvalidRequest):
            body(must="m", **wrong).to_dict()


# --- what is deprecated, and what is left out


def test_what_is_deprecated_warns_who_gives_or_reads_it(kinds: Any) -> None:
    with pytest.warns(DeprecationWarning, match="ZooInput.old is deprecated") as caught:
        body = models(kinds).ZooInput(must="m", old="o")
    assert caught[0].filename == __file__
    answer = read_json(models(kinds).Zoo, b'{"old": "o"}')
    with pytest.warns(DeprecationWarning, match="Zoo.old is deprecated") as caught:
        assert answer.old == "o"
    assert caught[0].filename == __file__
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for value in (answer, body):
            repr(value)
            value.to_dict()
            assert pickle.loads(pickle.dumps(value)) == copy.copy(value) == value
        models(kinds).ZooInput(must="m")


def test_docstrings_say_what_is_deprecated_and_what_is_taken(kinds: Any) -> None:
    assert models(kinds).Zoo.old.__doc__ == "A name. Deprecated."
    assert models(kinds).Zoo.pace.__doc__ == "How fast. Where it is absent, it means `5`."
    source = Path(kinds.__file__).parent / "models" / "zoo_input.py"
    assert "How fast. Left out, the platform takes `5`." in source.read_text()
    assert models(kinds).ZooInput(must="m").to_dict().keys() == {"version", "is_open", "must"}


# --- what is refused

BASE = """openapi: 3.1.0
info: {title: T, version: '1'}
servers: [{url: 'https://t.invalid'}]
security: []
paths:
  /a:
    get:
      operationId: get_a
      x-rate-limit: []
      x-retry: {class: safe}
      responses:
        '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
components:
  schemas:
"""
A = "#/components/schemas/A"
K = "#/components/schemas/K"
X = f"{A}/properties/x"
CAT = "    Cat: {type: object, properties: {k: {type: string, const: cat}}}\n"
PET = "{oneOf: [{$ref: '#/components/schemas/Cat'}], discriminator: {propertyName: k%s}}"


def of(schema: str) -> str:
    return f"    A: {{type: object, properties: {{x: {schema}}}}}\n"


def of_enum(schema: str) -> str:
    return of("{$ref: '#/components/schemas/K'}") + f"    K: {schema}\n"


@pytest.mark.parametrize(
    ("schemas", "complaint"),
    [
        (of_enum("{type: string, enum: [a, a]}"), f"{K}: 'a' twice in an enum"),
        (of_enum("{type: string, enum: [a, null]}"), f"{K}: null among an enum's values; allow"),
        (of_enum("{type: string, enum: [a, 1]}"), f"{K}: 1 in an enum of type string"),
        (of_enum("{type: integer, enum: [1, true]}"), f"{K}: True in an enum of type integer"),
        (of_enum("{type: string, enum: []}"), f"{K}: an enum without values"),
        (of_enum("{enum: [a]}"), f"{K}: an enum of no one type; write type: string, or integer"),
        (of_enum("{type: number, enum: [1.5]}"), f"{K}: an enum of no one type"),
        (of_enum("{type: string, enum: [a], const: a}"), f"{K}: const beside an enum"),
        (of("{const: null}"), f"{X}: a const has to be text, an integer or a boolean"),
        (of("{const: 1.5}"), f"{X}: a const has to be text, an integer or a boolean"),
        (of("{type: string, const: 1}"), f"{X}: the const 1 of type string; write one of its type"),
        (of("{type: integer, const: true}"), f"{X}: the const True of type integer"),
        (of("{type: 'null'}"), f"{X}: type 'null'; write string"),
        (of("{type: ['null']}"), f"{X}: several types in one schema: ['null']"),
        (of("{type: [string, integer]}"), f"{X}: several types in one schema"),
        (of("true"), f"{X}: true or false, where an object belongs"),
        (of("{type: array, items: false}"), f"{X}/items: true or false, where an object belongs"),
        (of("{type: array}"), f"{X}: an array of nobody knows what"),
        (of("{type: array, items: {enum: [a]}}"), f"{X}/items: an enum without a name"),
        (
            of("{type: string, format: byte}"),
            f"{X}: format byte, which nobody checks for type string",
        ),
        (of("{type: string, format: binary}"), f"{X}: format binary, which nobody"),
        (
            of("{type: integer, format: float}"),
            f"{X}: format float, which nobody checks for type integer",
        ),
        (of("{type: object, properties: {}}"), f"{X}: an object with properties needs a name"),
        (
            of("{type: object, additionalProperties: false}"),
            f"{X}: an object that can hold nothing",
        ),
        (
            "    A: {type: object, properties: {}, additionalProperties: {type: string}}\n",
            f"{A}: additionalProperties of a schema of their own",
        ),
        (
            "    A: {type: object, properties: {}, required: [ghost]}\n",
            f"{A}: requires 'ghost', which is none of its properties",
        ),
        (
            of("{oneOf: [{type: string}, {type: integer}]}"),
            f"{X}: a oneOf of several schemas needs",
        ),
        (CAT + of(PET % ", mapping: {dog: Cat}"), f"{X}: Cat does not say k: dog"),
        (CAT + of(PET % ", mapping: {dog: Dog}"), f"{X}: the mapping of 'dog' leads to Dog, which"),
        (
            CAT.replace("{k: {type: string, const: cat}}", "{}") + of(PET % ""),
            f"{X}: Cat has no 'k' to be told apart by",
        ),
        (
            CAT.replace("type: string, const: cat", "$ref: '#/components/schemas/K'")
            + "    K: {type: string, enum: [cat]}\n"
            + of(PET % ""),
            f"{X}: Cat does not say k: Cat; write it there as const",
        ),
        (
            of("{oneOf: [], discriminator: {}}"),
            f"{X}/discriminator: 'propertyName' is a required property",
        ),
        (
            CAT + f"    Pet: {PET % ''}\n" + of((PET % "").replace("Cat'", "Pet'")),
            f"{X}: #/components/schemas/Pet as a variant, which is no object with properties",
        ),
        (
            "    Cat: {type: object, properties: {k: {type: string}, j: {type: string}}}\n"
            "    A: {type: object, properties: "
            f"{{x: {PET % ''}, y: {(PET % '').replace('Name: k', 'Name: j')}}}}}\n",
            f"{A}/properties/y: Cat is told by 'j' here and by 'k' elsewhere",
        ),
    ],
)
def test_what_cannot_be_held_is_refused_in_one_line_with_its_place(
    tmp_path: Path, schemas: str, complaint: str
) -> None:
    (tmp_path / "t.yaml").write_text(BASE + schemas, "utf-8")

    run = generate("--document", tmp_path / "t.yaml", "--output", tmp_path / "out")

    assert run.returncode == 1
    assert run.stderr.startswith(f"generation failed: t.yaml {complaint}")
    assert len(run.stderr.splitlines()) == 1
    assert not (tmp_path / "out").exists()
