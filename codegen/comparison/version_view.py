"""What a caller sees of one version of a document.

It is what is generated, by the same code. But a version is compared even where nothing can be
generated from it, as an old one may not fit what is asked for today: a part that has no view there
is seen as it is written.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from codegen.comparison.change import Change, Rule
from codegen.reading.bundle import normalise
from codegen.reading.failures import DocumentFailed
from codegen.reading.rate_limits import tiers_of
from codegen.reading.resources import expand_resources
from codegen.reading.security import Scheme, schemes, taken
from codegen.reading.walk import Node, lookup, operations, resolve
from codegen.schemas.resources import flattened
from codegen.schemas.shape import Shape
from codegen.schemas.shapes import Shapes
from codegen.schemas.unions import Union
from codegen.views.models import ModelViews, enum_view
from codegen.views.operations import OperationViews
from codegen.views.package import sides
from codegen.views.parts import EnumView, ModelView, OperationView
from codegen.views.platforms import FamilyView, PlatformView, families_of
from codegen.views.resources import matchers_of

_UNREADABLE = (DocumentFailed, LookupError, TypeError, ValueError, AttributeError)
_WORDS = frozenset(("description", "summary", "title", "example", "examples", "externalDocs"))
_View = TypeVar("_View")
_Parts = ParamSpec("_Parts")


@dataclass(frozen=True)
class Unread:
    """A part that there is no view of, as it is written."""

    text: str


@dataclass(frozen=True)
class VersionView:
    """All of one version. `models` are by name and by whether they are for requests, of one that
    nobody reaches both; `sides` says which somebody reaches. `credentials` are the schemes that
    each operation takes, None where nothing is said of them."""

    platform: PlatformView
    nodes: Mapping[str, Node]
    operations: Mapping[str, OperationView | Unread]
    credentials: Mapping[str, tuple[str, ...] | None]
    models: Mapping[str, Mapping[bool, ModelView | Unread]]
    sides: Mapping[str, set[bool]]
    enums: Mapping[str, EnumView | Unread]
    matchers: Mapping[str, str]

    def taken(self) -> set[str]:
        """The names of the schemes that some operation takes."""
        return {name for names in self.credentials.values() for name in names or ()}

    def family_model(self, name: str | None) -> str | None:
        """The model that the body of a family's errors is read as; none of those of no family."""
        return next((each.model for each in self.platform.families if each.name == name), None)


def version_view(document: Node) -> VersionView:
    """How a document is seen, which stays as it is."""
    document = _settled(document)
    shapes = _AnyShapes(document)
    requests, answers = sides(document, shapes)
    views = OperationViews(document, shapes)
    found = {
        each.node.get("operationId", f"{each.method} {each.path}"): each
        for each in operations(document)
    }
    models = ModelViews(shapes)
    general = document.get("security")
    reached = {
        name: {side for side, names in ((False, answers), (True, requests)) if name in names}
        for name in shapes.schemas
        if shapes.is_model(name)
    }
    return VersionView(
        platform=PlatformView(
            name="",
            server=next((each.get("url") for each in document.get("servers") or ()), None),
            schemes=tuple(_schemes(document)),
            security=(),
            families=tuple(_families(document, shapes)),
            tiers=tiers_of(document),
        ),
        nodes={name: each.node for name, each in found.items()},
        operations={
            name: _view(_inlined(document, each.node), views.view, each)
            for name, each in found.items()
        },
        credentials={
            name: None if said is None else taken(said)
            for name, each in found.items()
            for said in (each.node.get("security", general),)
        },
        models={
            name: {
                side: _view(shapes.schemas[name], models.view, name, is_request=side)
                for side in found_on or {False, True}
            }
            for name, found_on in reached.items()
        },
        sides=reached,
        enums={
            name: _view(schema, enum_view, name, schema)
            for name, schema in shapes.schemas.items()
            if shapes.is_enum(name)
        },
        matchers=matchers_of(document),
    )


def of_views(place: str, old: Any, new: Any, rule: Rule) -> Iterator[Change]:
    """What changed between two views; of a part that there is no view of, that it did."""
    if not isinstance(old, Unread) and not isinstance(new, Unread):
        yield from rule(place, old, new)
    elif old != new:
        was, now = ("no code" if isinstance(each, Unread) else "code" for each in (old, new))
        what = f"is described in another way: {now} can be generated from it, {was} before"
        yield Change(place, "changed", what, True)


class _AnyShapes(Shapes):
    """The shapes of any schema: of one that there is none of, a shape with its text."""

    def shape(self, schema: Node, depth: int = 0) -> Shape:
        try:
            return super().shape(schema, depth)
        except _UNREADABLE:
            text = _text(schema)
            return Shape(text, text, "{v}", text, text)

    def said(self, schema: Node) -> Mapping[str, Any]:
        try:
            return super().said(schema)
        except _UNREADABLE:
            return schema if isinstance(schema, Mapping) else {}

    def _told_apart(self, schema: Node) -> Union:
        try:
            return super()._told_apart(schema)
        except _UNREADABLE:
            return Union("")


def _view(
    node: Any, make: Callable[_Parts, _View], *parts: _Parts.args, **named: _Parts.kwargs
) -> _View | Unread:
    try:
        return make(*parts, **named)
    except _UNREADABLE:
        return Unread(_text(node))


def _listed(make: Callable[..., Iterator[_View]], *parts: Any) -> list[_View]:
    return list(make(*parts))


def _schemes(document: Node) -> Iterator[Scheme]:
    components = document.get("components", {})
    for name, node in components.get("securitySchemes", {}).items():
        alone = {**document, "components": {**components, "securitySchemes": {name: node}}}
        found = _view(node, schemes, alone)
        yield Scheme(name, found.text, "", "") if isinstance(found, Unread) else found[name]


def _families(document: Node, shapes: Shapes) -> list[FamilyView]:
    """How errors are read; a family that only operations name is read in no way of its own."""
    said = document.get("x-error-families", {})
    named: dict[str, Node] = {
        family: {}
        for _, node in operations(document)
        for part in node.get("responses", {}).values()
        for family in (resolve(document, part).get("x-error"),)
        if family is not None and family not in said
    }
    described = {**document, "x-error-families": {**said, **named}}
    found = _view(said, _listed, families_of, described, shapes)
    if isinstance(found, Unread):
        return [FamilyView(name, None, {"all": (_text(said[name]),)}, ()) for name in said]
    return [each for each in found if each.name in said]


# --- the document itself


def _settled(document: Node) -> dict[str, Any]:
    """A copy in which each operation says all that is said of it, and resources are flat."""
    written = deepcopy(dict(document))
    with suppress(*_UNREADABLE):
        expand_resources(written)
    settled: dict[str, Any] = _followable(written, written)
    with suppress(*_UNREADABLE):
        normalise(settled)
        settled = dict(flattened(settled))
    return settled


def _followable(node: Any, document: Node) -> Any:
    """A part whose references lead somewhere; where one does not, its text stands for a type."""
    if isinstance(node, list):
        return [_followable(each, document) for each in node]
    if not isinstance(node, Mapping):
        return node
    if isinstance(node.get("$ref"), str) and not _leads_somewhere(document, node):
        return {"type": node["$ref"]}
    return {key: _followable(value, document) for key, value in node.items()}


def _leads_somewhere(document: Node, node: Any) -> bool:
    passed: set[str] = set()
    while isinstance(node, Mapping) and "$ref" in node:
        reference = node["$ref"]
        if reference in passed:
            return False
        passed.add(reference)
        try:
            node = lookup(document, reference)
        except (LookupError, TypeError):
            return False
    return True


def _inlined(document: Node, operation: Node) -> Any:
    """An operation with the components that it refers to, but for schemas."""

    def within(node: Any) -> Any:
        if isinstance(node, list):
            return [within(each) for each in node]
        if not isinstance(node, Mapping):
            return node
        if "$ref" in node and not str(node["$ref"]).startswith("#/components/schemas/"):
            return within(lookup(document, node["$ref"]))
        return {key: within(value) for key, value in node.items()}

    return within(operation)


def _text(node: Any) -> str:
    return json.dumps(_wordless(node), sort_keys=True, default=str)


def _wordless(node: Any, names: bool = False) -> Any:
    """A part without its words; `names` says that the keys are names, not keywords."""
    if isinstance(node, Mapping):
        return {
            key: _wordless(value, key == "properties" and not names)
            for key, value in node.items()
            if names or key not in _WORDS
        }
    return [_wordless(each) for each in node] if isinstance(node, list) else node
