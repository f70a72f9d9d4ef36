"""All that is generated from a document, with every name and expression worked out.

What templates render, and what the diff compares: both see the document through this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from failures import GenerationFailed
from model_views import ModelViews, enum_view
from operation_views import OperationViews
from platform_view import platform_view
from shapes import Shapes
from views import PackageView
from walk import content, join, operations, parameters, references


def package_view(document: Mapping[str, Any], name: str) -> PackageView:
    """The view of a bundled document, whose platform has this name. Raises `GenerationFailed`."""
    shapes = Shapes(document)
    requests, answers = _sides(document, shapes)
    models = ModelViews(shapes)
    operation_views = OperationViews(document, shapes)
    found = []
    for schema in shapes.schemas:
        if shapes.is_model(schema):
            if schema not in requests | answers:
                place = join("#/components/schemas", schema)
                raise GenerationFailed(f"{place}: no operation reaches this schema; remove it")
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


def _sides(document: Mapping[str, Any], shapes: Shapes) -> tuple[set[str], set[str]]:
    """The schemas that requests and answers lead to."""
    requests: set[str] = set()
    answers: set[str] = set()
    for _, operation in operations(document):
        requests |= set(references(content(document, operation.get("requestBody", {}))))
        for parameter in parameters(document, operation):
            requests |= set(references(parameter["schema"]))
        for answer in operation["responses"].values():
            answers |= set(references(content(document, answer)))
    requests, answers = shapes.reachable(requests), shapes.reachable(answers)
    for name in sorted(requests & answers):
        if shapes.is_model(name):
            place = join("#/components/schemas", name)
            raise GenerationFailed(
                f"{place}: is part of requests and of answers; write one for requests (its name "
                "ending in Input) and one for answers"
            )
    return requests, answers
