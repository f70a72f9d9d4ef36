"""The rule of examples: each body has one, and each fits its schema."""

import copy
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, join, nodes, resolve, schemas
from codegen.schemas.shapes import Shapes


def examples(document: Node) -> Iterator[Problem]:
    # Objects stay open for what the platform may add; an example that uses an undescribed field
    # is a slip all the same.
    closed = copy.deepcopy(document)
    for _, schema in schemas(closed):
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    for union in filter(None, map(Shapes(document).union, _unions(document))):
        for value, name in union.models.items():
            variant = closed["components"]["schemas"][name]["properties"]
            told = variant[union.discriminator].setdefault("enum", [])
            told.append(value)
    resource = DRAFT202012.create_resource(closed)
    registry: Registry[Any] = Registry().with_resource("urn:document", resource)
    for place, node in nodes(document):
        if isinstance(node.get("schema"), dict):
            target = "urn:document#" + quote(join(place, "schema").removeprefix("#"), safe="/~")
            validator = Draft202012Validator(
                {"$ref": target}, registry=registry, format_checker=FormatChecker()
            )
            for spot, value in _values(document, node, place):
                for error in map(_cause, validator.iter_errors(value)):
                    where = "/".join([spot, *(str(step) for step in error.absolute_path)])
                    yield Problem(where, f"the example does not fit: {error.message}", "correct it")
        for media_type, media in node.get("content", {}).items() if _is_body(node) else ():
            if media.get("schema", {}).get("format") == "binary":
                continue
            if not list(_values(document, media, "")):
                yield Problem(join(join(place, "content"), media_type), "no example", "add one")


def _unions(document: Node) -> Iterator[Node]:
    return (schema for _, schema in schemas(document) if "discriminator" in schema)


def _cause(error: ValidationError) -> ValidationError:
    """That nothing of a union fits is no help; why the meant variant does not fit is."""
    variants: dict[Any, list[ValidationError]] = {}
    for inner in error.context or ():
        variants.setdefault(inner.schema_path[0], []).append(inner)
    for errors in variants.values():
        if not any(each.validator == "const" or each.schema == {"type": "null"} for each in errors):
            return _cause(errors[0])
    return error


def _is_body(node: Node) -> bool:
    return isinstance(node.get("content"), dict) and "description" in node


def _values(document: Node, holder: Node, place: str) -> Iterator[tuple[str, Any]]:
    if "example" in holder:
        yield join(place, "example"), holder["example"]
    for name, example in holder.get("examples", {}).items():
        yield example.get("$ref", f"{place}/examples/{name}"), resolve(document, example)["value"]
