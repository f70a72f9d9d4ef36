"""What a schema of several objects says of which one an object is."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from codegen.reading.failures import UnsupportedSchema
from codegen.reading.walk import Node, parts, schemas

Schema = Mapping[str, Any]
_NULL = {"type": "null"}
_PLAIN_NAME = re.compile(r"[\w$@.:-]+")
_PLAIN = {"type", "description", "title", "default", "deprecated", "x-python-name"}


@dataclass(frozen=True)
class Union:
    """A `oneOf` told apart by a discriminator: wire value -> model name."""

    discriminator: str
    models: Mapping[str, str] = field(default_factory=dict)


def branches(schema: Schema) -> list[Any]:
    """The schemas of which a value is one, null among them."""
    return [*schema.get("oneOf", ()), *schema.get("anyOf", ())]


def union_of(schema: Schema, schemas: Mapping[str, Schema]) -> Union | None:
    """The union that a schema is, if it is one; what its mapping leaves out is told apart by the
    constant that the variant has there, or by its name. Raises `UnsupportedSchema`."""
    said = schema.get("discriminator")
    if said is None:
        return None
    name = said.get("propertyName") if isinstance(said, Mapping) else None
    if not isinstance(name, str):
        raise UnsupportedSchema("a discriminator without propertyName; name the property")
    if not _PLAIN_NAME.fullmatch(name):
        raise UnsupportedSchema(
            f"{name!r} as a discriminator; tell them apart by one without signs and blanks"
        )
    models = [_variant(each, schemas) for each in branches(schema) if each != _NULL]
    for model in models:
        if models.count(model) > 1:
            raise UnsupportedSchema(f"{model} twice among the variants; write it once")
    if not models:
        raise UnsupportedSchema("a discriminator of nothing; list the variants in oneOf")
    found: dict[str, str] = {}
    for value, reference in said.get("mapping", {}).items():
        found[value] = str(reference).rsplit("/", 1)[-1]
        if found[value] not in models:
            raise UnsupportedSchema(
                f"the mapping of {value!r} leads to {reference}, which is no variant; name one of "
                f"{', '.join(models)}"
            )
    for model in models:
        if model not in found.values():
            value = _property(name, schemas[model], schemas).get("const", model)
            if not isinstance(value, str):
                raise UnsupportedSchema(
                    f"{model} is told by {value!r}; the const of a discriminator has to be text"
                )
            if found.setdefault(value, model) != model:
                raise UnsupportedSchema(
                    f"{value!r} is two variants; map each by a value of its own"
                )
    for value, model in found.items():
        _check(name, value, model, schemas)
    return Union(name, found)


def _variant(branch: Any, schemas: Mapping[str, Schema]) -> str:
    reference = branch.get("$ref") if isinstance(branch, Mapping) else None
    name = str(reference).rsplit("/", 1)[-1]
    target = schemas.get(name)
    if reference is None or not isinstance(target, Mapping) or "properties" not in target:
        what = f"{reference} as a variant, which" if reference else "a variant that"
        raise UnsupportedSchema(
            f"{what} is no object with properties and a name; write one in components/schemas"
        )
    return name


def _property(name: str, model: Schema, schemas: Mapping[str, Schema]) -> Schema:
    found = model["properties"].get(name, {})
    while isinstance(found, Mapping) and "$ref" in found:
        found = schemas.get(str(found["$ref"]).rsplit("/", 1)[-1], {})
    return found if isinstance(found, Mapping) else {}


def _check(name: str, value: str, model: str, schemas: Mapping[str, Schema]) -> None:
    """Can a variant say that it is the one of this value?"""
    if name not in schemas[model]["properties"]:
        raise UnsupportedSchema(f"{model} has no {name!r} to be told apart by; describe it there")
    said = _property(name, schemas[model], schemas)
    if said.get("const") != value and not is_plain_text(said):
        raise UnsupportedSchema(
            f"{model} does not say {name}: {value}; write it there as const, or as plain text "
            "(type: string)"
        )


def is_plain_text(schema: Schema) -> bool:
    """Does a schema say no more of its value than that it is text?"""
    kinds = schema.get("type")
    kinds = {kinds} if isinstance(kinds, str) else set(kinds or ())
    return kinds - {"null"} == {"string"} and not schema.keys() - _PLAIN


def variant_classes(model: str, values: list[str]) -> dict[str, str]:
    """The class of each value that a model is told by: its own for the first."""
    others = [f"{model}_{re.sub('[^A-Za-z0-9]', '_', value)}" for value in values[1:]]
    if len(set(others)) < len(others):
        others = [f"{model}_{index}" for index, _ in enumerate(others, 2)]
    return dict(zip(values, [model, *others], strict=True))


def alone(document: Node) -> set[str]:
    """The names of the schemas that a document names by themselves, not as variants."""
    refers = [part for part in parts(document) if part.kind == "schema" and "$ref" in part.node]
    variants = {
        id(branch)
        for _, schema in schemas(document)
        if "discriminator" in schema
        for branch in branches(schema)
    }
    return {
        str(part.node["$ref"]).rsplit("/", 1)[-1]
        for part in refers
        if id(part.node) not in variants
    }
