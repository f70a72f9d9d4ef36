"""Schemas that are part of requests and of answers, or of neither."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, bodies, join, reach
from codegen.schemas.resources import flattened


def directions(document: Node) -> Iterator[Problem]:
    asked, answered = _reached(document)
    for reference, schema in asked.items():
        if reference in answered and schema.keys() & {"properties", "discriminator"}:
            do = "write one for requests (its name ending in Input) and one for answers"
            yield Problem(reference, "is part of requests and of answers", do)


def unreached(document: Node) -> Iterator[Problem]:
    """Which side a model is made for, the operations that reach it say; a resource, those that
    reach what links to it."""
    document = flattened(document)
    asked, answered = _reached(document)
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        place = join("#/components/schemas", name)
        if "properties" in schema and place not in asked | answered:
            yield Problem(place, "no operation reaches this schema", "remove it, or refer to it")


def _reached(document: Node) -> tuple[dict[str, Node], dict[str, Node]]:
    """The components that requests and answers lead to, by reference."""
    asked: dict[str, Node] = {}
    answered: dict[str, Node] = {}
    for starts, seen in zip(bodies(document), (asked, answered), strict=True):
        for start in starts:
            reach(document, start, seen)
    return asked, answered
