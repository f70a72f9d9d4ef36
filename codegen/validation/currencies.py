"""What says where a currency stands (`x-currency`), where there are no amounts or none is."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, itself, join, resolve, schemas, types
from codegen.schemas.money import carries_money
from codegen.schemas.shapes import Shapes
from codegen.schemas.unions import branches


def currencies(document: Node) -> Iterator[Problem]:
    """What says where the currency stands of amounts that are not there, or in what is not."""
    shapes = Shapes(document)
    for name, schema in shapes.schemas.items():
        field = schema.get("properties", {}).get("currency")
        is_said = field is not None and "x-currency" not in schema
        if is_said and carries_money(shapes, name) and not _is_name(document, field):
            spot = f"{join('#/components/schemas', name)}/properties/currency"
            do = "write type: string, or name by x-currency the field that is one"
            yield Problem(spot, "a currency of amounts that is no text", do)
    for place, schema in schemas(document):
        if "x-currency" not in schema:
            continue
        spot, name = join(place, "x-currency"), place.rpartition("/")[2]
        if place != f"#/components/schemas/{name}" or not carries_money(shapes, name):
            yield Problem(spot, "the currency of no amounts", "remove it")
        for path in schema["x-currency"]:
            if path.startswith(".."):
                continue
            found = _at(document, schema, path.split("/"))
            if found is None:
                yield Problem(spot, f"{path} leads nowhere", "name a field that it has")
            elif not _is_name(document, found):
                yield Problem(spot, f"{path} is no text", "name a field of type string")


def _is_name(document: Node, schema: Node) -> bool:
    """Is it text, as the name of a currency is: plain, or one of those that are listed?"""
    found = itself(document, schema)
    is_text = set(types(found)) - {"null"} == {"string"} or isinstance(found.get("const"), str)
    return is_text and "format" not in found


def _at(document: Node, schema: Node, steps: list[str]) -> Node | None:
    """What stands there; None where a step leads nowhere."""
    for step in steps:
        schema = resolve(document, schema)
        others = [each for each in branches(schema) if each != {"type": "null"}]
        schema = resolve(document, others[0]) if len(others) == 1 else schema
        found = schema.get("items") if step == "*" else schema.get("properties", {}).get(step)
        if not isinstance(found, dict):
            return None
        schema = found
    return schema
