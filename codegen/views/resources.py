"""What may be asked for of each resource (JSON:API), with every name worked out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from codegen.reading.walk import nodes
from codegen.views.parts import Attribute, ModelView, ResourceView

_WITHOUT_ORDER = ("list", "dict", "bool")


def resource_views(models: tuple[ModelView, ...]) -> tuple[ResourceView, ...]:
    """The views of the resources among some models."""
    found = {each.resource: each for each in models if each.resource and not each.is_request}
    return tuple(_view(kind, model, found) for kind, model in sorted(found.items()))


def _view(kind: str, model: ModelView, found: Mapping[str, ModelView]) -> ResourceView:
    attributes = tuple(
        each for each in model.attributes if each.wire != "id" and each.shape.link is None
    )
    sorts = ["id", *(each.wire for each in attributes if _has_order(each))]
    return ResourceView(
        type=kind,
        name=model.name,
        attributes=attributes,
        links=dict(_links(model)),
        includes=tuple(_paths(model, found)),
        fields=tuple(each.wire for each in model.attributes if each.wire != "id"),
        sorts=tuple(f"{sign}{each}" for each in sorts for sign in ("", "-")),
    )


def _links(model: ModelView) -> Iterator[tuple[str, tuple[str, bool]]]:
    for each in model.attributes:
        if each.shape.link:
            yield each.wire, (each.shape.link.type, each.shape.link.many)


def _paths(model: ModelView, found: Mapping[str, ModelView]) -> Iterator[str]:
    """What `include` takes: each relationship, and those of what it leads to."""
    for wire, (kind, _) in _links(model):
        yield wire
        yield from (f"{wire}.{further}" for further, _ in _links(found[kind]))


def _has_order(attribute: Attribute) -> bool:
    return attribute.shape.stored.partition("[")[0] not in _WITHOUT_ORDER


def matchers_of(document: Mapping[str, Any]) -> Mapping[str, str]:
    """The matchers of filters, each with what it takes."""
    tables = (node["x-matchers"] for _, node in nodes(document) if "x-matchers" in node)
    return next(tables, {})
