"""Unions, and what is put together of several schemas."""

from __future__ import annotations

from typing import Any

from tests.codegen.constructs.base import (
    SAID,
    Node,
    answered,
    answers,
    asked,
    null_text,
    or_null,
    record,
    ref,
    schemas,
    text,
)
from tests.codegen.constructs.table import (
    Call,
    Refused,
    add,
    found,
    made,
    read,
    refused,
    right,
)

COUNT = {"type": ["integer", "null"], "x-number": "count", "description": SAID}


def pets(document: Node, *, const: bool = True) -> Node:
    """A union of two models, as a property of the plant of answers."""
    for name in ("Cat", "Dog"):
        species = text(const=name.lower()) if const else text()
        schemas(document)[name] = record(("species",), species=species, age=dict(COUNT))
    schemas(document)["Pet"] = {
        "description": SAID,
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {
            "propertyName": "species",
            "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]},
        },
    }
    answered(document)["pet"] = or_null("Pet")
    union: Node = schemas(document)["Pet"]
    return union


CAT = read(
    '"pet": {"species": "cat", "age": 3}',
    "isinstance(answer.pet, models.Cat) and answer.pet.age == 3",
)
DOG = read('"pet": {"species": "dog"}', "isinstance(answer.pet, models.Dog)")
OWL = read('"pet": {"species": "owl"}', "isinstance(answer.pet, UnknownVariant)")
NONE = read('"pet": null', "answer.pet is None")

add("union", pets, CAT, DOG, OWL, NONE)
ANY = "models.Cat | models.Dog | UnknownVariant"


def _success(document: Node) -> None:
    pets(document)
    del answered(document)["pet"]
    answers(document, ref("Pet"), {"species": "cat"})


add(
    "success_of_a_union",
    _success,
    found(
        ANY, '{"species": "cat", "age": 3}', "isinstance(answer, models.Cat) and answer.age == 3"
    ),
    found(ANY, '{"species": "dog"}', "isinstance(answer, models.Dog)"),
    found(ANY, '{"species": "owl"}', "isinstance(answer, UnknownVariant)"),
)


@right(
    found(
        f"list[{ANY}]",
        '[{"species": "cat"}, {"species": "owl"}]',
        "isinstance(answer[0], models.Cat) and isinstance(answer[1], UnknownVariant)",
    )
)
def success_of_a_list_of_a_union(document: Node) -> None:
    _success(document)
    answers(document, {"type": "array", "items": ref("Pet")}, [])


@right(
    found(
        f"list[{ANY}]",
        '[{"species": "kitten"}, {"species": "dog"}]',
        "isinstance(answer[0], models.Cat) and answer[0].species == 'kitten'",
    )
)
def success_of_a_list_of_a_union_with_two_values_of_one_model(document: Node) -> None:
    success_of_a_list_of_a_union(document)
    schemas(document)["Pet"]["discriminator"]["mapping"]["kitten"] = ref("Cat")["$ref"]
    schemas(document)["Cat"]["properties"]["species"] = text()


@right(read('"pets": [{"species": "dog"}]', "isinstance((answer.pets or [])[0], models.Dog)"))
def list_of_a_union(document: Node) -> None:
    pets(document)
    del answered(document)["pet"]
    answered(document)["pets"] = {
        "type": ["array", "null"],
        "items": ref("Pet"),
        "description": SAID,
    }


@right(CAT, DOG, OWL)
def union_by_any_of(document: Node) -> None:
    union = pets(document)
    union["anyOf"] = union.pop("oneOf")


@right(CAT, DOG, OWL, NONE)
def union_written_where_it_is_used(document: Node) -> None:
    union = pets(document)
    del schemas(document)["Pet"]
    answered(document)["pet"] = {**union, "oneOf": [*union["oneOf"], {"type": "null"}]}


@right(CAT, DOG, OWL)
def union_by_the_consts_of_its_variants(document: Node) -> None:
    del pets(document)["discriminator"]["mapping"]


@right(
    read('"pet": {"species": "Cat"}', "isinstance(answer.pet, models.Cat)"),
    read('"pet": {"species": "Dog"}', "isinstance(answer.pet, models.Dog)"),
    read('"pet": {"species": "cat"}', "isinstance(answer.pet, UnknownVariant)"),
)
def union_by_the_names_of_its_schemas(document: Node) -> None:
    del pets(document, const=False)["discriminator"]["mapping"]


@right(CAT, DOG, read('"pet": {"species": "kitten"}', "isinstance(answer.pet, models.Cat)"))
def union_with_two_values_of_one_model(document: Node) -> None:
    pets(document)["discriminator"]["mapping"]["kitten"] = ref("Cat")["$ref"]
    schemas(document)["Cat"]["properties"]["species"] = text()


@right(CAT, DOG)
def union_whose_mapping_has_bare_names(document: Node) -> None:
    pets(document)["discriminator"]["mapping"] = {"cat": "Cat", "dog": "Dog"}


@right(
    read('"pet": {"species": "it\'s"}', "isinstance(answer.pet, models.Cat)"),
    read('"pet": {"species": "{{x}}\\n"}', "isinstance(answer.pet, models.Dog)"),
)
def union_of_hostile_values(document: Node) -> None:
    union = pets(document)
    for name, value in {"Cat": "it's", "Dog": "{{x}}\n"}.items():
        schemas(document)[name] = record(("species",), species=text(const=value))
    mapping = {"it's": ref("Cat")["$ref"], "{{x}}\n": ref("Dog")["$ref"]}
    union["discriminator"] = {"propertyName": "species", "mapping": mapping}


@refused("Pet", "signs")
def discriminator_of_signs(document: Node) -> None:
    union = pets(document)
    for name in ("Cat", "Dog"):
        schemas(document)[name] = record(('a"b',), **{'a"b': text(const=name.lower())})
    union["discriminator"]["propertyName"] = 'a"b'


def _union(name: str, change: dict[str, Any], advice: str, place: str = "Pet") -> None:
    def edit(document: Node) -> None:
        union = pets(document)
        union.update(change)
        for key in [key for key, value in union.items() if value is ...]:
            del union[key]

    add(name, edit, Refused(place, advice))


def _by(**mapping: str) -> Node:
    return {"propertyName": "species", "mapping": mapping}


CAT_AT, DOG_AT = ref("Cat")["$ref"], ref("Dog")["$ref"]
_union("union_without_a_discriminator", {"discriminator": ...}, "discriminator")
_union("discriminator_that_is_a_text", {"discriminator": "species"}, "discriminator|propertyName")
_union("discriminator_without_a_name", {"discriminator": {}}, "propertyName")
_union(
    "discriminator_that_names_no_property",
    {"discriminator": {"propertyName": "kind"}},
    "kind|discriminator|propertyName",
)
_union(
    "mapping_that_is_a_list",
    {"discriminator": {"propertyName": "species", "mapping": [CAT_AT]}},
    "mapping",
)


@right(CAT, DOG)
def mapping_that_leaves_one_out(document: Node) -> None:
    pets(document)["discriminator"] = _by(cat=CAT_AT)


_union(
    "mapping_that_names_nothing",
    {"discriminator": _by(cat=CAT_AT, dog="#/components/schemas/Nowhere")},
    "Nowhere|mapping|map",
)
_union(
    "mapping_of_no_variant",
    {"discriminator": _by(cat=CAT_AT, dog=DOG_AT, x=ref("Plant")["$ref"])},
    "Plant|mapping|map",
)
_union(
    "mapping_of_an_address",
    {"discriminator": _by(cat=CAT_AT, dog="https://a.invalid/dog.json")},
    "mapping|map|file|dog",
)
_union(
    "mapping_that_the_consts_contradict",
    {"discriminator": _by(cat=DOG_AT, dog=CAT_AT)},
    "const|species|mapping",
)
_union("one_of_that_is_empty", {"oneOf": []}, "oneOf|variant|schema")
_union("one_of_that_is_a_map", {"oneOf": {"a": ref("Cat")}}, "oneOf|list|array")
_union(
    "one_of_with_one_variant_twice",
    {"oneOf": [ref("Cat"), ref("Cat"), ref("Dog")]},
    "twice|once|Cat|oneOf",
)
_union("one_of_and_any_of", {"anyOf": [ref("Cat"), ref("Dog")]}, "anyOf|oneOf")
_union(
    "one_of_with_a_text",
    {"oneOf": [ref("Cat"), ref("Dog"), {"type": "string"}]},
    "components/schemas|discriminator|object|variant|mapping",
)
_union(
    "one_of_with_properties_beside",
    {"type": "object", "properties": {"a": null_text()}},
    "properties|beside|oneOf",
)


def _odd(name: str, schema: Node, *verdict: Call | Refused) -> None:
    def edit(document: Node) -> None:
        answered(document)["odd"] = {"description": SAID, **schema}

    add(name, edit, *verdict)


TEXT, NULL = {"type": "string"}, {"type": "null"}
NUMBER = {"type": "integer", "x-number": "count"}
X = read('"odd": "x"', "answer.odd == 'x'")
_odd(
    "one_of_a_text_and_null", {"oneOf": [TEXT, NULL]}, X, read('"odd": null', "answer.odd is None")
)
_odd(
    "any_of_a_text_and_null", {"anyOf": [TEXT, NULL]}, X, read('"odd": null', "answer.odd is None")
)
_odd(
    "any_of_a_model_and_null",
    {"anyOf": [ref("Plant"), NULL]},
    read('"odd": {"id": "z"}', "answer.odd is not None and answer.odd.id == 'z'"),
)
_odd(
    "null_before_a_model",
    {"oneOf": [NULL, ref("Colour")]},
    read('"odd": "red"', "answer.odd == models.Colour.RED"),
)
_odd("one_of_one", {"oneOf": [TEXT]}, X)
_odd(
    "one_of_scalars", {"oneOf": [TEXT, NUMBER, NULL]}, Refused("Plant", "discriminator|type|oneOf")
)
_odd("any_of_scalars", {"anyOf": [TEXT, NUMBER]}, Refused("Plant", "discriminator|type|anyOf"))
_odd("one_of_null_alone", {"oneOf": [NULL]}, Refused("Plant", "type|oneOf|null"))
_odd(
    "one_of_lists",
    {"oneOf": [{"type": "array", "items": TEXT}, TEXT]},
    Refused("Plant", "discriminator|type|oneOf"),
)
_odd(
    "all_of_one_reference",
    {"allOf": [ref("Colour")]},
    read('"odd": "red"', "answer.odd == models.Colour.RED"),
)
_odd(
    "all_of_one_reference_or_null",
    {"oneOf": [{"allOf": [ref("Plant")]}, NULL]},
    read('"odd": {"id": "z"}', "answer.odd is not None and answer.odd.id == 'z'"),
)
_odd(
    "all_of_an_inline_object",
    {"allOf": [record(a=null_text())]},
    Refused("Plant", "allOf|components/schemas|name"),
)
_odd("all_of_scalars", {"allOf": [TEXT, {"maxLength": 3}]}, Refused("Plant", "allOf|write"))
_odd("all_of_nothing", {"allOf": []}, Refused("Plant", "allOf"))
_odd("all_of_a_map", {"allOf": {"a": TEXT}}, Refused("Plant", "allOf"))
_odd("not_a_text", {"not": TEXT}, Refused("Plant", "not|type"))


# --- allOf that adds properties


def _whole(document: Node, *parts: Node, **more: Any) -> None:
    schemas(document)["Shrub"] = {"description": SAID, "allOf": list(parts), **more}
    answered(document)["shrub"] = or_null("Shrub")


SHRUB = read(
    '"shrub": {"a": "x", "b": "y"}',
    "answer.shrub is not None and answer.shrub.a == 'x' and answer.shrub.b == 'y'",
)


@right(SHRUB)
def all_of_that_adds_properties(document: Node) -> None:
    schemas(document)["Wood"] = record(a=null_text())
    _whole(document, ref("Wood"), record(b=null_text()))


@right(SHRUB)
def all_of_with_properties_beside(document: Node) -> None:
    schemas(document)["Wood"] = record(a=null_text())
    _whole(document, ref("Wood"), type="object", properties={"b": null_text()})


@right(SHRUB)
def all_of_all_ofs(document: Node) -> None:
    schemas(document)["Wood"] = {"description": SAID, "allOf": [record(a=null_text())]}
    _whole(document, ref("Wood"), record(b=null_text()))


@right(SHRUB)
def all_of_with_one_property_twice_alike(document: Node) -> None:
    schemas(document)["Wood"] = record(a=null_text(), b=null_text())
    _whole(document, ref("Wood"), record(b=null_text()))


@right(
    made("name='n', stem=models.StemInput(a='x', b='y')", '{"name":"n","stem":{"a":"x","b":"y"}}')
)
def all_of_in_a_request(document: Node) -> None:
    schemas(document)["WoodInput"] = record(("a",), a=text())
    schemas(document)["StemInput"] = {
        "description": SAID,
        "allOf": [ref("WoodInput"), record(("b",), b=text())],
    }
    asked(document)["stem"] = {**ref("StemInput"), "description": SAID}


@refused("Shrub", "allOf|twice|a")
def all_of_with_one_property_of_two_schemas(document: Node) -> None:
    schemas(document)["Wood"] = record(a=null_text())
    _whole(document, ref("Wood"), record(a=dict(COUNT)))


@refused("Shrub", "allOf|object")
def all_of_an_object_and_a_text(document: Node) -> None:
    schemas(document)["Wood"] = record(a=null_text())
    _whole(document, ref("Wood"), {"type": "string"})


@refused("Shrub", "allOf|itself|circle|cycle|ring")
def all_of_itself(document: Node) -> None:
    _whole(document, ref("Shrub"), record(a=null_text()))


@refused("Shrub", "allOf|oneOf")
def all_of_a_union(document: Node) -> None:
    pets(document)
    _whole(document, ref("Pet"), record(b=null_text()))
