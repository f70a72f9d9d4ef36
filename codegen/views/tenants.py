"""What of a request the client fills (`x-tenant`)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from codegen.schemas.shapes import Shapes


@dataclass(frozen=True)
class TenantView:
    """A place that the client fills, ready to render."""

    name: str
    place: str
    wire: str
    required: bool
    written: str

    @classmethod
    def of(cls, name: str, place: str, parameter: Any) -> TenantView:
        """The tenant of a parameter's view."""
        return cls(name, place, parameter.wire, parameter.required, parameter.shape.written)


def tenants_in(shapes: Shapes, body: str) -> Iterator[TenantView]:
    """The properties of a body's own that the client fills."""
    schema = shapes.schemas[body]
    for wire, prop in schema.get("properties", {}).items():
        if "x-tenant" in prop:
            required = wire in schema.get("required", ())
            written = shapes.shape(prop).written
            yield TenantView(prop["x-tenant"], "body", wire, required, written)
