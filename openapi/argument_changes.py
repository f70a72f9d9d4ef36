"""What changed of what a caller gives: arguments and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from change import Change, deprecated, of_fields, required, said
from shape_changes import of_shapes, of_types
from shapes import Shape
from views import CurrencyView, OperationView, ParameterView

UNSEEN: dict[type, dict[str, str]] = {
    ParameterView: {
        "name": "it is told by its name",
        "doc": "words",
        "delimited": "the style says it",
        "money": "the type says it",
    },
    CurrencyView: {
        "is_asked": "compared as an argument",
        "is_parameter": "compared as an argument",
        "amounts": "the types of the arguments say it",
    },
}


def of_arguments(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    was, now = _arguments(old), _arguments(new)
    for argument in was.keys() - now.keys():
        yield Change(f"{name}({argument})", "removed", "the argument", True)
    for argument in now.keys() - was.keys():
        needed = _is_given(now[argument][1])
        what = "a required argument" if needed else "an optional argument"
        yield Change(f"{name}({argument})", "added", what, needed)
    for argument in was.keys() & now.keys():
        place = f"{name}({argument})"
        (stood, before), (stands, after) = was[argument], now[argument]
        if stood != stands:
            what = f"is sent in the {stands}, was in the {stood}"
            yield Change(place, "changed", what, False)
        yield from of_argument(place, before, after)


def _arguments(operation: OperationView) -> dict[str, tuple[str, ParameterView]]:
    """The arguments by name, each with the part of the request that it goes to."""
    found = {
        view.name: (where, view) for where, views in operation.parameters.items() for view in views
    }
    if operation.currency.is_asked:
        text = Shape("str", "str", "{v}", "str", "Text()", wire="string")
        found["currency"] = ("amounts", ParameterView("currency", "currency", "", text, False))
    return found


def of_argument(place: str, old: ParameterView, new: ParameterView) -> Iterator[Change]:
    """Differences between two views of one argument."""
    rules = {
        "wire": said("wire", "on the wire it is called", "was called"),
        "shape": lambda place, old, new: of_shapes(place, old.shape, new.shape, sent=True),
        "required": _of_required,
        "const": _of_const,
        "style": said("style", "is sent in the style", "was in"),
        "deprecated": deprecated,
    }
    unseen = UNSEEN[ParameterView]
    if not old.style or not new.style:
        unseen = {**unseen, "style": "the type says that it is a list"}
    yield from of_fields(place, old, new, rules, unseen)


def _is_given(argument: ParameterView) -> bool:
    """Does a caller have to give it? What can only be one value is filled."""
    return argument.required and argument.const is None


def _of_const(place: str, old: ParameterView, new: ParameterView) -> Iterator[Change]:
    what = f"left out, it is {new.const}"
    if new.const is None:
        what = f"left out, it is no longer {old.const}"
    yield Change(place, "changed", what, _is_given(new) and not _is_given(old))


def _of_required(place: str, old: ParameterView, new: ParameterView) -> Iterator[Change]:
    for change in required(place, old, new):
        yield replace(change, breaking=_is_given(new) and not _is_given(old))


def of_currency(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.currency.is_asked != new.currency.is_asked and old.parameters == new.parameters:
        yield from of_arguments(name, old, new)
    rules = {"is_filled": _of_filling}
    place = f"{name}(currency)"
    yield from of_fields(place, old.currency, new.currency, rules, UNSEEN[CurrencyView])


def _of_filling(place: str, old: CurrencyView, new: CurrencyView) -> Iterator[Change]:
    if old.is_parameter and new.is_parameter:
        filled = "is" if new.is_filled else "is no longer"
        what = f"left out, it {filled} filled from the amounts"
        yield Change(place, "changed", what, not new.is_filled)


def of_body(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    place = f"{name}(body)"
    if not old.has_body:
        what = "a required body" if new.body_required else "an optional body"
        yield Change(place, "added", what, new.body_required)
    elif not new.has_body:
        yield Change(place, "removed", "the body", True)
    elif old.body_shape and new.body_shape:
        yield from of_shapes(place, old.body_shape, new.body_shape, sent=True)
    else:
        was, now = (
            view.body_shape.accepted if view.body_shape else " | ".join(view.body)
            for view in (old, new)
        )
        yield from of_types(place, was, now, sent=True)


def of_body_type(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.has_body and new.has_body:
        what = f"is sent as {new.body_type}, was as {old.body_type}"
        yield Change(f"{name}(body)", "changed", what, False)


def of_body_required(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.has_body and new.has_body:
        what = "is now required" if new.body_required else "is no longer required"
        yield Change(f"{name}(body)", "changed", what, new.body_required)
