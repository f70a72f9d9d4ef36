"""The rules of error families: each answer is of one that is described, as its schema has it."""

import re
from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, content, is_json, join, operations, resolve
from codegen.schemas.unions import branches

PLACES = ("title", "code", "detail", "id")
OF_A_FINDING = ("message", "code", "item", "field", "pointer")


def families(document: Node) -> Iterator[Problem]:
    described = document.get("x-error-families", {})
    shapes: dict[str, list[Node]] = {}
    for place, operation in operations(document):
        for status, response in operation.get("responses", {}).items():
            answer = resolve(document, response)
            name = answer.get("x-error")
            if name is None:
                continue
            if name not in described:
                spot = join(join(place, "responses"), status)
                what = f"x-error: {name} is described nowhere"
                do = f"add it to x-error-families, or name one of {', '.join(described) or 'them'}"
                yield Problem(spot, what, do)
            known = shapes.setdefault(name, [])
            found = [each for kind, each in content(document, answer).items() if is_json(kind)]
            known += [each for each in found if each not in known]
    for name, facts in described.items():
        spot = join("#/x-error-families", name)
        if name not in shapes:
            yield Problem(spot, "no answer is of this family", "remove it")
            continue
        named = {resolve(document, each).get("items", each).get("$ref") for each in shapes[name]}
        if len(named) > 1:
            listed = sorted(each or "plain text" for each in named)
            what = f"a family of several schemas ({', '.join(listed)})"
            yield Problem(spot, what, "make a family of each")
            continue
        if shapes[name]:
            yield from _places(document, spot, facts, shapes[name])


def _places(document: Node, spot: str, facts: Node, shapes: list[Node]) -> Iterator[Problem]:
    """What of a family's paths leads nowhere in any of its schemas."""
    roots: list[_Place] = [(shape, ()) for shape in shapes]
    do = "name a field that its schema has"
    for key in PLACES:
        for path in facts.get(key, ()):
            if not _reached(document, roots, path):
                yield Problem(join(spot, key), f"{path} leads nowhere", do)
    for index, findings in enumerate(facts.get("problems", ())):
        here = join(join(spot, "problems"), index)
        found = _reached(document, roots, findings.get("at", ""))
        if not found:
            yield Problem(join(here, "at"), f"{findings.get('at')} leads nowhere", do)
            continue
        paths = [(key, path) for key in OF_A_FINDING for path in findings.get(key, ())]
        for words in findings.get("words", ()):
            for places in re.findall(r"\{([^{}]*)\}", words):
                paths += [("words", path) for path in places.replace(" ", "").split(",")]
        for key, path in paths:
            if not _reached(document, found, path):
                yield Problem(join(here, key), f"{path} leads nowhere", do)


_Place = tuple[Node, tuple[Node, ...]]


def _reached(document: Node, places: list[_Place], path: str) -> list[_Place]:
    """The schemas that a path leads to, each with those of the objects around it."""
    for step in path.split("/"):
        found: list[_Place] = []
        for schema, around in places:
            shape = _without_null(document, schema)
            if step == "..":
                found += [(around[-1], around[:-1])] if around else []
            elif step == "*":
                found += [(shape["items"], around)] if "items" in shape else []
            elif step.startswith("{"):
                key = {"properties": {step.strip("{}"): {"type": "string"}}}
                values = shape.get("additionalProperties")
                found += [(values, (*around, shape, key))] if isinstance(values, dict) else []
            elif step in shape.get("properties", {}):
                found.append((shape["properties"][step], (*around, shape)))
        places = found
    return places


def _without_null(document: Node, schema: Node) -> Node:
    shape = resolve(document, schema)
    others = [each for each in branches(shape) if each != {"type": "null"}]
    return _without_null(document, others[0]) if len(others) == 1 else shape
