"""The rule of unions: at most one variant does without what tells them."""

from collections.abc import Iterator

from codegen.reading.problem import Problem
from codegen.reading.walk import Node, schemas
from codegen.schemas.shapes import Shapes


def unions(document: Node) -> Iterator[Problem]:
    shapes = Shapes(document)
    for place, schema in schemas(document):
        union = shapes.union(schema) if "discriminator" in schema else None
        name = union.discriminator if union else ""
        models = dict.fromkeys(union.models.values()) if union else ()
        left_out = [each for each in models if name not in shapes.schemas[each].get("required", ())]
        if len(left_out) > 1:
            what = f"{name} is optional in {' and '.join(left_out)}"
            yield Problem(place, what, "let one variant at most do without it")
