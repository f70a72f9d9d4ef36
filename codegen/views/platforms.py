"""What a document says of its platform as a whole, ready to render."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from codegen.reading.failures import GenerationFailed
from codegen.reading.rate_limits import tiers_of
from codegen.reading.security import Scheme, faults, schemes, taken
from codegen.reading.walk import content, is_json, join, operations, resolve, types
from codegen.schemas.shapes import Shapes

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
    tiers: tuple[str, ...]


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
        tiers=tiers_of(document),
    )


def families_of(document: Mapping[str, Any], shapes: Shapes) -> Iterator[FamilyView]:
    """The families that a document describes. Raises `GenerationFailed` for errors of another."""
    described = document.get("x-error-families", {})
    models: dict[str, set[str]] = {name: set() for name in described}
    for place, family, schema in _errors(document):
        if family not in described:
            raise GenerationFailed(
                f"{place}: x-error: {family} is described nowhere; add it to x-error-families"
            )
        if schema is not None:
            models[family].add(_model_of(shapes, schema, place))
    for name, facts in described.items():
        if len(models[name]) > 1:
            raise GenerationFailed(
                f"#/x-error-families/{name}: a family of several schemas "
                f"({', '.join(sorted(models[name]))}); make a family of each"
            )
        yield FamilyView(
            name=name,
            model=next(iter(models[name]), None),
            places={key: tuple(facts[key]) for key in _PLACES if key in facts},
            problems=tuple(
                {key: each if key == "at" else tuple(each) for key, each in findings.items()}
                for findings in facts.get("problems", ())
            ),
        )


def _model_of(shapes: Shapes, schema: Mapping[str, Any], place: str) -> str:
    """The model of an error, alone or in a bare list."""
    _, target = shapes.named(schema)
    name, _ = shapes.named(target["items"] if types(target) == ["array"] else schema)
    if name is None or not shapes.is_model(name):
        raise GenerationFailed(
            f"{place}: an error that is no named object; name one of components/schemas, alone or "
            "as the items of an array"
        )
    return name


def _errors(
    document: Mapping[str, Any],
) -> Iterator[tuple[str, str, Mapping[str, Any] | None]]:
    """Every error answer: its place, its family, and its schema where it is JSON; a text has no
    shape that anybody could read."""
    for place, operation in operations(document):
        for status, part in operation["responses"].items():
            answer = resolve(document, part)
            if "x-error" in answer:
                found = content(document, answer)
                spot = join(join(place, "responses"), status)
                for schema in [each for kind, each in found.items() if is_json(kind)] or [None]:
                    yield spot, answer["x-error"], schema
