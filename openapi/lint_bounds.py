"""The rules of what a schema says of its values beyond their type: bounds and secrets."""

from collections.abc import Iterator

from money_facts import carries_money
from problem import Problem
from shapes import Shapes
from unions import branches
from walk import (
    Node,
    bodies,
    join,
    operations,
    parameters,
    reach,
    resolve,
    schemas,
    subschemas,
    types,
)


def secrets(document: Node) -> Iterator[Problem]:
    for place, schema in schemas(document):
        if schema.get("x-secret") and not _is_text(schema):
            yield Problem(place, "x-secret on what is no text", "mark the texts in it")
    for place, node in operations(document):
        for parameter in parameters(document, node):
            if parameter.get("x-secret") and not _is_text(resolve(document, parameter["schema"])):
                spot = f"{place}/parameters ({parameter['name']})"
                yield Problem(spot, "x-secret on what is no text", "remove it")


def requests(document: Node) -> Iterator[Problem]:
    """What only answers can say."""
    seen: dict[str, Node] = {}
    for start in bodies(document)[0]:
        reach(document, start, seen)
    for reference, component in seen.items():
        for place, schema in subschemas(component, reference):
            for name, value in schema.get("properties", {}).items():
                if value.get("readOnly"):
                    spot = join(join(place, "properties"), name)
                    do = "leave it out of what is sent; the schema of the answer has it"
                    yield Problem(spot, "a readOnly field in a request", do)
            own = schema.get("properties", {})
            for each in schema.get("x-currency", ()):
                if each not in own and not each.startswith("../"):
                    what = f"the currency of a request stands in {each}"
                    do = "name a field of its own, or one of what is around it"
                    yield Problem(join(place, "x-currency"), what, do)


def currencies(document: Node) -> Iterator[Problem]:
    """What says where the currency stands of amounts that are not there, or in what is not."""
    shapes = Shapes(document)
    for place, schema in schemas(document):
        if "x-currency" not in schema:
            continue
        spot, name = join(place, "x-currency"), place.rpartition("/")[2]
        if place != f"#/components/schemas/{name}" or not carries_money(shapes, name):
            yield Problem(spot, "the currency of no amounts", "remove it")
        for path in schema["x-currency"]:
            if not path.startswith("..") and not _leads(document, schema, path.split("/")):
                yield Problem(spot, f"{path} leads nowhere", "name a field that it has")


def _leads(document: Node, schema: Node, steps: list[str]) -> bool:
    for step in steps:
        schema = resolve(document, schema)
        others = [each for each in branches(schema) if each != {"type": "null"}]
        schema = resolve(document, others[0]) if len(others) == 1 else schema
        found = schema.get("items") if step == "*" else schema.get("properties", {}).get(step)
        if not isinstance(found, dict):
            return False
        schema = found
    return True


def _is_text(schema: Node) -> bool:
    return set(types(schema)) - {"null"} == {"string"} and "enum" not in schema
