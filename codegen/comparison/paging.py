"""What changed of how a list pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from codegen.comparison.change import Change
from codegen.comparison.version_view import Unread, VersionView
from codegen.schemas.shape import Shape
from codegen.views.parts import ModelView, OperationView


def of_paging(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences of the ways to page that an operation offers."""
    was, now = ({str(each["strategy"]): each for each in view.paging} for view in (old, new))
    for strategy in was.keys() - now.keys():
        what = f"no longer pages by {strategy}" if now else "no longer pages"
        yield Change(name, "changed", what, True)
    for strategy in now.keys() - was.keys():
        yield Change(name, "changed", f"pages by {strategy}", False)
    for strategy in was.keys() & now.keys():
        if was[strategy] != now[strategy]:
            what = f"pages by {told(now[strategy])}, did by {told(was[strategy])}"
            yield Change(name, "changed", what, False)
        if "item_id" in was[strategy] and "item_id" not in now[strategy]:
            what = "unique: it no longer says where the id of an item stands"
            yield Change(name, "changed", what, True)
    first, usual = next(iter(was), None), next(iter(now), None)
    if first in now and first != usual:
        what = f"pages by {usual} unless told otherwise, did by {first}"
        yield Change(name, "changed", what, True)


def of_items(name: str, before: VersionView, after: VersionView) -> Iterator[Change]:
    """What pages are made of, where they are of another list."""
    old, new = before.operations[name], after.operations[name]
    if isinstance(old, Unread) or isinstance(new, Unread):
        return
    was, now = (
        {str(each["strategy"]): each["items"] for each in view.paging} for view in (old, new)
    )
    for strategy in was.keys() & now.keys():
        if was[strategy] == now[strategy]:
            continue  # what changed of the list itself, its field says
        items = _items(before, old, was[strategy]), _items(after, new, now[strategy])
        if items[0] != items[1]:
            what = f"its pages are of {items[1]}, were of {items[0]}"
            yield Change(name, "changed", what, True)


def _items(version: VersionView, operation: OperationView, path: Iterable[str]) -> str | None:
    """The type of the items that stand at a place in the answers."""
    found = (_at(version, shape, path) for shape in operation.answers.shapes.values())
    lists = (shape.inside["[]"].public for shape in found if shape and "[]" in shape.inside)
    return next(lists, None)


def _at(version: VersionView, shape: Shape | None, path: Iterable[str]) -> Shape | None:
    for step in path:
        if shape and f".{step}" in shape.inside:
            shape = shape.inside[f".{step}"]
            continue
        model = version.models.get(shape.public, {}).get(False) if shape else None
        attributes = model.attributes if isinstance(model, ModelView) else ()
        shape = next((each.shape for each in attributes if each.name == step), None)
    return shape


def told(said: Mapping[str, Any]) -> str:
    """A fact of an operation, in the words of the document."""
    texts = (
        f"{key.replace('_', '-')} {'.'.join(value) if isinstance(value, tuple) else value}"
        for key, value in said.items()
    )
    return ", ".join(texts).removeprefix("class ").removeprefix("strategy ") or "nothing said"
