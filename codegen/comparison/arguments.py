"""What changed of what a caller gives: arguments and bodies."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from codegen.comparison.change import Change, Rule, deprecated, matched, of_fields, required, said
from codegen.comparison.shapes import of_held, of_shapes, of_types
from codegen.schemas.shape import Shape
from codegen.views.parts import CurrencyView, OperationView, ParameterView

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
        "argument": "compared as an argument",
        "amounts": "the types of the arguments say it",
    },
}


_BETWEEN = {
    "form": ",",
    "simple": ",",
    "simple, each by itself": ",",
    "pipeDelimited": "|",
    "spaceDelimited": " ",
}
"""What stands between the entries of a list, by the style of its parameter."""
_NARROWER = ("path", "header")
"""The parts of a request that do not take every text, as the query does."""


def of_arguments(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences of the arguments. One is what it was where it goes to the same parameter, or by
    the same name to another one."""
    pairs, gone, come = matched(_arguments(old), _arguments(new), lambda each: each[1].name)
    for _, before in gone:
        yield Change(f"{name}({before.name})", "removed", "the argument", True)
    for _, after in come:
        needed = _is_given(after)
        what = "a required argument" if needed else "an optional argument"
        yield Change(f"{name}({after.name})", "added", what, needed)
    for (stood, before), (stands, after) in pairs:
        if before.name != after.name:
            what = f"the argument is now called {after.name}"
            yield Change(f"{name}({before.name})", "changed", what, True)
        place = f"{name}({after.name})"
        if stood != stands:
            what = f"is sent in the {stands}, was in the {stood}"
            if stands in _NARROWER and not after.is_closed:
                what += f"; text that no {stands} can hold is refused"
            yield Change(place, "changed", what, False)
        yield from of_argument(place, before, after)


def _arguments(operation: OperationView) -> dict[tuple[str, str], tuple[str, ParameterView]]:
    """The arguments by the parameter that they go to, each with its part of the request."""
    found = {
        (where, view.wire): (where, view)
        for where, views in operation.parameters.items()
        for view in views
    }
    if operation.currency.is_asked:
        text = Shape("str", "str", "{v}", "str", "Text()", wire="string")
        view = ParameterView("currency", "currency", "", text, False)
        found["amounts", "currency"] = ("amounts", view)
    return found


def of_argument(place: str, old: ParameterView, new: ParameterView) -> Iterator[Change]:
    """Differences between two views of one argument."""
    if old.style and new.style and old.style != new.style:
        new = replace(new, shape=replace(new.shape, written=old.shape.written))  # told as the style
    rules: dict[str, Rule] = {
        "wire": said("wire", "on the wire it is called", "was called"),
        "shape": partial(of_held, sent=True),
        "required": _of_required,
        "const": _of_const,
        "style": _of_style,
        "deprecated": deprecated,
    }
    unseen = UNSEEN[ParameterView]
    if not old.style or not new.style:
        unseen = {**unseen, "style": "the type says that it is a list"}
    yield from of_fields(place, old, new, rules, unseen)


def _of_style(place: str, old: ParameterView, new: ParameterView) -> Iterator[Change]:
    """An entry with what stands between the entries cannot be sent."""
    between = _BETWEEN.get(new.style)
    what = f"is sent in the style {new.style}, was in {old.style}"
    if between is not None and between != _BETWEEN.get(old.style):
        what += f"; an entry with {between!r} in it is refused"
    yield Change(place, "changed", what, False)


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
    """Differences of what says the currency of amounts."""
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
    """Differences of the body, but for how it is sent and whether it has to be."""
    place = f"{name}(body)"
    if not old.has_body:
        what = "a required body" if new.body_required else "an optional body"
        yield Change(place, "added", what, new.body_required)
        return
    if not new.has_body:
        yield Change(place, "removed", "the body", True)
        return
    if _is_nullable(old) != _is_nullable(new):
        yield from _of_null(place, _none(old), _none(new))
    if old.body_shape and new.body_shape:
        before, after = (replace(each, nullable=False) for each in (old.body_shape, new.body_shape))
        yield from of_shapes(place, before, after, sent=True)
    else:
        was, now = (
            view.body_shape.accepted if view.body_shape else " | ".join(view.body)
            for view in (old, new)
        )
        yield from of_types(place, was, now, sent=True)


def _is_nullable(operation: OperationView) -> bool:
    return operation.body_shape is not None and operation.body_shape.nullable


def _none(operation: OperationView) -> str:
    """What a body of None is: of one that may be null, that; else as if it were left out."""
    if _is_nullable(operation):
        return "null"
    return "refused" if operation.body_required else "left out"


def _of_null(place: str, was: str, now: str) -> Iterator[Change]:
    what = f"None is now {now}, was {was}"
    if was == "refused":
        what = "may now be None"
    elif now == "refused":
        what = "may no longer be None"
    yield Change(place, "changed", what, was != "refused")


def of_body_type(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """A form holds no more than texts and lists of them, which JSON holds too."""
    if old.has_body and new.has_body:
        what = f"is sent as {new.body_type}, was as {old.body_type}"
        yield Change(f"{name}(body)", "changed", what, new.is_form and not old.is_form)


def of_body_required(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Whether a body has to be given."""
    if old.has_body and new.has_body:
        what = "is now required" if new.body_required else "is no longer required"
        yield Change(f"{name}(body)", "changed", what, new.body_required)
