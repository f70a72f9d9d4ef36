"""The rules of schemas: each number has a kind, and null is allowed where real answers hold it."""

import re
from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, bodies, join, nullable, reach, schemas, subschemas, types
from codegen.validation.extensions import MEASURES


def numbers(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if {"integer", "number"} & set(types(schema)) and not schema.keys() & set(MEASURES):
            do = f"give it exactly one of {', '.join(MEASURES)}"
            yield Problem(place, "a number with no kind", do)


def nulls(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if re.fullmatch(r"#/components/schemas/[^/]+", place) and nullable(schema):
            do = "allow null where it is used instead"
            yield Problem(place, "a named schema that is null itself", do)
        if "nullable" in schema:
            yield Problem(place, "nullable says nothing in OpenAPI 3.1", "add 'null' to the type")


def nullability(document: Node) -> Iterator[Problem]:
    seen: dict[str, Node] = {}
    for start in bodies(document)[1]:
        reach(document, start, seen)
    for reference, component in seen.items():
        for place, schema in subschemas(component, reference):
            required = schema.get("required", [])
            for name, value in schema.get("properties", {}).items():
                if name not in required and not nullable(value):
                    spot = join(join(place, "properties"), name)
                    what = "an optional field of an answer that may not be null"
                    yield Problem(spot, what, "allow null, which real answers hold")
