"""Secrets (`x-secret`) on what cannot be hidden."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, operations, parameters, resolve, schemas, types


def secrets(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if schema.get("x-secret") and not _is_text(schema):
            yield Problem(place, "x-secret on what is no text", "mark the texts in it")
    for place, node in operations(document):
        for parameter in parameters(document, node):
            if parameter.get("x-secret") and not _is_text(resolve(document, parameter["schema"])):
                spot = f"{place}/parameters ({parameter['name']})"
                yield Problem(spot, "x-secret on what is no text", "remove it")


def _is_text(schema: Node) -> bool:
    return set(types(schema)) - {"null"} == {"string"} and "enum" not in schema
