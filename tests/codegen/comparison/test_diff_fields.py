"""Whatever a view says is compared, or named as what no caller sees, with the reason."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import partial
from random import Random
from typing import Any

import pytest

from codegen import diff
from codegen.comparison import answers, arguments, clients, models, operations, platforms, shapes
from codegen.comparison.change import Change, of_fields
from codegen.reading.accepted import unaccepted
from codegen.reading.bundle import bundle, load, normalise
from codegen.reading.failures import DocumentFailed
from codegen.reading.security import Scheme
from codegen.schemas.shape import Link
from codegen.schemas.unions import Union
from codegen.validation.faults import faults
from codegen.views.package import package_view
from codegen.views.parts import (
    AnswersView,
    Attribute,
    CurrencyView,
    EnumView,
    ModelView,
    OperationView,
    PackageView,
    ParameterView,
    ResourceView,
)
from codegen.views.platforms import FamilyView, PlatformView
from codegen.views.tenants import TenantView
from tests.codegen.comparison.versions import BASE, Node, edited
from tests.codegen.generator import DOCUMENTS

SHOP = load(DOCUMENTS / "shop.yaml")
VIEW = package_view(edited({"list_lots (tags) explode": False}), "lots")
LOTS = {each.id: each for each in VIEW.operations}
MODELS = {each.name: each for each in VIEW.models}
TAGS = next(each for each in LOTS["list_lots"].parameters["query"] if each.name == "tags")
NAME = next(each for each in MODELS["Lot"].attributes if each.name == "name")
THING = next(each for each in MODELS["Lot"].attributes if each.name == "thing")
WORD = next(each for each in MODELS["LotInput"].attributes if each.name == "word")
CURRENCY = CurrencyView(False, True, False, ())
APART = {"inside": "of lists and maps, below", "union": "of unions, below"}
Compared = Callable[[Any, Any], Iterator[Change]]


def of_currency(old: CurrencyView, new: CurrencyView) -> Iterator[Change]:
    holders = [replace(LOTS["list_lots"], currency=each) for each in (old, new)]
    return operations.of_operation("a", *holders)


def of_answers(old: AnswersView, new: AnswersView) -> Iterator[Change]:
    holders = [replace(LOTS["list_lots"], answers=each) for each in (old, new)]
    return operations.of_operation("a", *holders)


def at(compare: Callable[..., Iterator[Change]], **more: Any) -> Compared:
    return partial(compare, "a", **more)


VIEWS: list[tuple[str, Any, Compared, Mapping[str, str]]] = [
    ("operation", LOTS["add_lot"], at(operations.of_operation), operations.UNSEEN[OperationView]),
    ("argument", TAGS, at(arguments.of_argument), arguments.UNSEEN[ParameterView]),
    ("answers", LOTS["list_lots"].answers, of_answers, answers.UNSEEN[AnswersView]),
    ("currency", CURRENCY, of_currency, arguments.UNSEEN[CurrencyView]),
    ("tenant", LOTS["list_lots"].tenants[0], at(clients.of_tenant), clients.UNSEEN[TenantView]),
    ("sent shape", WORD.shape, at(shapes.of_shapes, sent=True), shapes.UNSEEN[True] | APART),
    ("read shape", NAME.shape, at(shapes.of_shapes, sent=False), shapes.UNSEEN[False] | APART),
    ("sent attribute", WORD, at(models.of_attribute, sent=True), models.UNSEEN[Attribute]),
    ("read attribute", NAME, at(models.of_attribute, sent=False), models.UNSEEN[Attribute]),
    (
        "sent model",
        MODELS["LotInput"],
        at(models.of_model, sent=True),
        models.UNSEEN[ModelView] | models.UNSEEN_IN_REQUESTS,
    ),
    (
        "read model",
        MODELS["Picture"],
        at(models.of_model, sent=False),
        models.UNSEEN[ModelView] | models.UNSEEN_IN_ANSWERS,
    ),
    ("enum", VIEW.enums[0], at(models.of_enum), models.UNSEEN[EnumView]),
    ("platform", VIEW.platform, at(platforms.of_platform), platforms.UNSEEN[PlatformView]),
    ("family", VIEW.platform.families[0], at(platforms.of_family), platforms.UNSEEN[FamilyView]),
]  # fmt: skip
NAMED = {type(view) for _, view, _, _ in VIEWS}
FIELDS = [
    pytest.param(view, field.name, compared, unseen, id=f"{what}.{field.name}")
    for what, view, compared, unseen in VIEWS
    for field in fields(view)
]


@pytest.mark.parametrize(("view", "field", "compared", "unseen"), FIELDS)
def test_a_field_of_a_view_is_compared_or_named_as_unseen(
    view: Any, field: str, compared: Compared, unseen: Mapping[str, str]
) -> None:
    other = replace(view, **{field: _other(getattr(view, field), field)})
    assert getattr(other, field) != getattr(view, field)
    found = [*compared(view, other), *compared(other, view)]
    if field in unseen:
        assert unseen[field], "without a reason"
    else:
        assert found, f"{field} is compared by nobody"


def _other(value: Any, field: str) -> Any:
    """Another value of the same kind."""
    special = {
        "const": "other",
        "default": ("other",),
        "measure": "count",
        "inside": {"[]": NAME.shape},
        "union": THING.shape.union,
        "link": Link("Lot", "lots", many=True),
        "resource": "lots",
        "paging": LOTS["list_lots"].paging,
        "facts": {"x-retry": {"class": "never"}, "x-rate-limit": []},
        "tag": ("form", "other") if isinstance(value, tuple) or value is None else "other",
        "problems": ({"at": "*"},),
        "members": (("OTHER", "other"),),
        "bounds": {"minProperties": 7},
        "others": False,
        "tenants": LOTS["list_lots"].tenants,
        "parameters": LOTS["list_lots"].parameters,
        "shape": THING.shape,
        "body_shape": WORD.shape,
        "shapes": {200: replace(LOTS["list_lots"].answers.shapes[200], secret=True)},
    }
    if field in special:
        return special[field]
    if isinstance(value, bool):
        return not value
    if isinstance(value, str) or value is None:
        return f"{value} other"
    if isinstance(value, frozenset):
        return value | {"other"}
    if isinstance(value, tuple):
        return value[1:] if value and not isinstance(value[0], str) else (*value, "other")
    if isinstance(value, Mapping):
        return dict(list(value.items())[1:]) if value else {"other": ("other",)}
    inner = {"answers": "accept", "currency": "is_asked"}[field]
    return replace(value, **{inner: _other(getattr(value, inner), inner)})


@pytest.mark.parametrize("sent", [True, False])
def test_what_is_inside_a_shape_is_compared(sent: bool) -> None:
    list_of_others = replace(TAGS.shape, inside={"[]": THING.shape})
    assert list(shapes.of_shapes("a", TAGS.shape, list_of_others, sent=sent))
    renamed = replace(THING.shape, union=Union("other", THING.shape.union.models))
    assert list(shapes.of_shapes("a", THING.shape, renamed, sent=sent))


def test_a_field_that_nobody_wrote_a_rule_for_breaks() -> None:
    old, new = (replace(TAGS, style=style) for style in ("simple", "form"))
    (change,) = of_fields("a", old, new, {}, {})
    assert change == Change("a", "changed", "style is form, was simple", True)
    assert list(of_fields("a", old, new, {}, {"style": "nobody sees it"})) == []


def test_every_kind_of_view_is_compared() -> None:
    """A kind that is new would be compared by nobody."""
    found: set[type] = set()
    for name in ("shop", "club"):
        _kinds(package_view(bundle(DOCUMENTS / f"{name}.yaml"), name), found)
    apart = {
        PackageView: "its lists",
        Union: "as a shape's",
        Scheme: "as credentials",
        Link: "the types say it",
        ResourceView: "follows from the models",
    }
    assert found == NAMED | apart.keys()
    assert {each.name for each in fields(PackageView)} == {
        *("platform", "operations", "models", "enums", "resources", "matchers")
    }, "a part of a package that is compared by nobody"


def _kinds(value: Any, found: set[type]) -> None:
    if is_dataclass(value) and not isinstance(value, type):
        found.add(type(value))
        for field in fields(value):
            _kinds(getattr(value, field.name), found)
    elif isinstance(value, Scheme):
        found.add(Scheme)
    elif isinstance(value, Mapping):
        for each in value.values():
            _kinds(each, found)
    elif isinstance(value, tuple | list):
        for each in value:
            _kinds(each, found)


# --- one word of a document after the other


_WORDS = frozenset(
    ("description", "summary", "title", "info", "doc", "body_doc", "facts", "module")
)


_OF_SIDES = {
    True: frozenset(("stored", "public", "read")),
    False: frozenset(("accepted", "written", "bounds", "rules", "currency_field")),
}
"""What of a model is written only where it is read, or where it is sent."""


def _leaves(node: Any, *steps: Any) -> Iterator[tuple[Any, ...]]:
    entries = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in entries:
        if key in _WORDS and "properties" not in steps[-1:]:
            continue
        yield (*steps, key)
        if isinstance(value, dict | list):
            yield from _leaves(value, *steps, key)


def _mutations(document: Node, times: int) -> Iterator[tuple[str, Node]]:
    """Some of the single mutations, the same ones each time."""
    every = [
        (steps, doing)
        for steps in _leaves(document)
        for doing in ((_take, "gone"), (_alter, "other"), (_spoil, "spoiled"))
    ]
    for steps, (change, doing) in Random(14).sample(every, times):
        changed = copy.deepcopy(document)
        node: Any = changed
        for step in steps[:-1]:
            node = node[step]
        if change(node, steps[-1]):
            yield f"{'/'.join(map(str, steps))} {doing}", changed


def _take(node: Any, key: Any) -> bool:
    del node[key]
    return True


def _alter(node: Any, key: Any) -> bool:
    value = node[key]
    if isinstance(value, bool):
        node[key] = not value
    elif isinstance(value, int):
        node[key] = value + 1
    elif isinstance(value, str):
        node[key] = f"{value}x"
    else:
        return False
    return True


def _spoil(node: Any, key: Any) -> bool:
    node[key] = [3]
    return True


def _seen(document: Node) -> Any:
    """What is generated, without its words; None where nothing is."""
    document = copy.deepcopy(document)
    try:
        normalise(document)
        if any(faults(document)):
            return None
        view = package_view(document, "lots")
    except Exception:  # whatever it is: nothing is generated
        return None
    models = [_wordless(each, _OF_SIDES[each.is_request]) for each in view.models]
    return (
        _wordless(replace(view, models=())),
        models,
        [
            (
                each.facts.get("x-retry"),
                each.facts.get("x-rate-limit") or [],
                each.facts.get("x-completed-within"),
            )
            for each in view.operations
        ],
    )


def _wordless(value: Any, also: frozenset[str] = frozenset()) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            each.name: _wordless(getattr(value, each.name), also)
            for each in fields(value)
            if each.name not in _WORDS | also
        }
    if isinstance(value, Mapping):
        return {key: _wordless(each, also) for key, each in value.items()}
    return [_wordless(each, also) for each in value] if isinstance(value, tuple | list) else value


@pytest.mark.parametrize(("document", "times"), [(BASE, 400), (SHOP, 200)], ids=["lots", "shop"])
def test_whatever_changes_what_is_generated_is_shown_and_nothing_else(
    document: Node, times: int
) -> None:
    """What nothing is generated from is compared all the same, or refused with its place."""
    before, wrong, compared = _seen(document), [], 0
    for what, changed in _mutations(document, times):
        after = _seen(changed)
        try:
            found = diff.changes(document, changed)
        except DocumentFailed:
            assert after is None or any(unaccepted(changed)), what
            continue
        if after is not None:
            compared += 1
            if (after != before) != bool(found):
                wrong.append((what, found))
    assert compared > times / 10
    assert wrong == []
