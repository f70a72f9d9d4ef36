"""All that is generated from a document, with every name and expression worked out.

What templates render, and what the diff compares: both see the document through this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from failures import GenerationFailed
from model_views import ModelViews, enum_view
from operation_views import OperationViews
from platform_view import platform_view
from shapes import Shapes
from views import PackageView
from walk import content, operations, references


def package_view(document: Mapping[str, Any], name: str) -> PackageView:
    """The view of a bundled document, whose platform has this name. Raises `GenerationFailed`."""
    shapes = Shapes(document)
    requests, answers = sides(document, shapes)
    both = {name for name in requests & answers if shapes.is_model(name)}
    if both:
        raise GenerationFailed(
            f"schemas are for requests or for responses, never both: {sorted(both)}"
        )
    tags = {model: tag for name in sorted(answers) for model, tag in tagged(shapes, name)}
    models = ModelViews(shapes, tags)
    operation_views = OperationViews(document, shapes)
    found = []
    for schema in shapes.schemas:
        if shapes.is_model(schema):
            if schema not in requests | answers:
                raise GenerationFailed(f"{schema}: no operation reaches this schema; remove it")
            found.append(models.view(schema, is_request=schema in requests))
    return PackageView(
        platform=platform_view(document, name, shapes),
        operations=tuple(map(operation_views.view, operations(document))),
        models=tuple(found),
        enums=tuple(
            enum_view(schema, said)
            for schema, said in shapes.schemas.items()
            if shapes.is_enum(schema)
        ),
    )


def sides(document: Mapping[str, Any], shapes: Shapes) -> tuple[set[str], set[str]]:
    """The schemas that requests and answers lead to."""
    requests: set[str] = set()
    answers: set[str] = set()
    for _, operation in operations(document):
        requests |= set(references(content(document, operation.get("requestBody", {}))))
        for answer in operation.get("responses", {}).values():
            answers |= set(references(content(document, answer)))
    return shapes.reachable(requests), shapes.reachable(answers)


def tagged(shapes: Shapes, name: str) -> Iterator[tuple[str, tuple[str, str]]]:
    """The discriminator and value of each variant of a schema, if it has some."""
    union = shapes.union(shapes.schemas[name])
    if union is not None:
        for value, model in union.models.items():
            yield model, (union.discriminator, value)
