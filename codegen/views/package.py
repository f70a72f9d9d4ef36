"""All that is generated from a document, with every name and expression worked out.

What templates render, and what the diff compares: both see the document through this.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from codegen.reading.walk import content, operations, parameters, references
from codegen.schemas.resources import flattened
from codegen.schemas.shapes import Shapes
from codegen.views.models import ModelViews, enum_view
from codegen.views.operations import OperationViews
from codegen.views.parts import PackageView
from codegen.views.platforms import platform_view
from codegen.views.resources import matchers_of, resource_views


def package_view(document: Mapping[str, Any], name: str) -> PackageView:
    """The view of a bundled document without `faults`, whose platform has this name."""
    document = flattened(document)
    shapes = Shapes(document)
    requests, _ = sides(document, shapes)
    model_views = ModelViews(shapes)
    operation_views = OperationViews(document, shapes)
    models = tuple(
        model_views.view(schema, is_request=schema in requests)
        for schema in shapes.schemas
        if shapes.is_model(schema)
    )
    return PackageView(
        platform=platform_view(document, name, shapes),
        operations=tuple(map(operation_views.view, operations(document))),
        models=models,
        enums=tuple(
            enum_view(schema, said)
            for schema, said in shapes.schemas.items()
            if shapes.is_enum(schema)
        ),
        resources=resource_views(models),
        matchers=matchers_of(document),
    )


def sides(document: Mapping[str, Any], shapes: Shapes) -> tuple[set[str], set[str]]:
    """The schemas that requests and answers lead to."""
    requests: set[str] = set()
    answers: set[str] = set()
    for _, operation in operations(document):
        for schema in content(document, operation.get("requestBody", {})).values():
            requests |= set(references(schema))
        for parameter in parameters(document, operation):
            requests |= set(references(parameter.get("schema", {})))
        for answer in operation.get("responses", {}).values():
            for schema in content(document, answer).values():
                answers |= set(references(schema))
    return shapes.reachable(requests), shapes.reachable(answers)
