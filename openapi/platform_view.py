"""What a document says of its platform as a whole, ready to render."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from failures import GenerationFailed
from security import Scheme, faults, schemes, taken
from shapes import Shapes
from walk import content, operations, resolve

_PLACES = ("title", "code", "detail", "id")


@dataclass(frozen=True)
class FamilyView:
    """A family of error shapes, ready to render: its model, and where its documents say what."""

    name: str
    model: str | None
    places: Mapping[str, tuple[str, ...]]
    problems: tuple[Mapping[str, tuple[str, ...] | str], ...]


@dataclass(frozen=True)
class PlatformView:
    """A platform, ready to render."""

    name: str
    server: str | None
    schemes: tuple[Scheme, ...]
    security: tuple[str, ...]
    families: tuple[FamilyView, ...]


def platform_view(document: Mapping[str, Any], name: str, shapes: Shapes) -> PlatformView:
    """The view of a document's platform. Raises `GenerationFailed` for a credential that there is
    no way to send, and for errors that nobody describes."""
    for fault in faults(dict(document)):
        raise GenerationFailed(str(fault))
    servers = document.get("servers") or [{}]
    return PlatformView(
        name=name,
        server=servers[0].get("url"),
        schemes=tuple(schemes(dict(document)).values()),
        security=taken(document.get("security")),
        families=tuple(families_of(document, shapes)),
    )


def families_of(document: Mapping[str, Any], shapes: Shapes) -> Iterator[FamilyView]:
    """The families that a document describes. Raises `GenerationFailed` for errors of another."""
    described = document.get("x-error-families", {})
    models: dict[str, set[str]] = {name: set() for name in described}
    for operation, status, family, schema in _errors(document):
        where = f"{operation} {status}"
        if family not in described:
            raise GenerationFailed(f"{where}: x-error-families does not describe {family}")
        if schema is None:
            continue
        model, _ = shapes.named(schema["items"] if schema.get("type") == "array" else schema)
        if model is None:
            raise GenerationFailed(f"{where}: the schema of an error needs a name")
        models[family].add(model)
    for name, facts in described.items():
        if len(models[name]) > 1:
            raise GenerationFailed(f"{name}: several schemas of one family: {sorted(models[name])}")
        yield FamilyView(
            name=name,
            model=next(iter(models[name]), None),
            places={key: tuple(facts[key]) for key in _PLACES if key in facts},
            problems=tuple(
                {key: each if key == "at" else tuple(each) for key, each in findings.items()}
                for findings in facts.get("problems", ())
            ),
        )


def _errors(
    document: Mapping[str, Any],
) -> Iterator[tuple[str, str, str, Mapping[str, Any] | None]]:
    """Every error answer: operation, status, family, and schema where it has a body."""
    for _, operation in operations(document):
        for status, part in operation["responses"].items():
            answer = resolve(document, part)
            if "x-error" in answer:
                schemas = [*content(document, answer).values()] or [None]
                for schema in schemas:
                    yield operation["operationId"], status, answer["x-error"], schema
