"""What changed of the operations: what a caller gives, gets, and has to be set up with."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from answer_views import annotation
from change import Change, deprecated, of_fields, required, said
from security import Scheme
from seen import Seen, Unread, of_views
from shape_changes import of_shapes, of_types
from shapes import Shape
from tenants import TenantView
from views import AnswersView, CurrencyView, OperationView, ParameterView

UNSEEN: dict[type, dict[str, str]] = {
    OperationView: {
        "id": "it is told by its id",
        "summary": "words",
        "doc": "words",
        "body_doc": "words",
        "security": "compared as credentials, with the schemes of the document",
        "enums": "the types of the arguments name them",
        "models": "the types of the arguments name them",
    },
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
    AnswersView: {"told": "how what the types name is read"},
    TenantView: {"name": "it is told by its name"},
}


def of_operations(before: Seen, after: Seen) -> Iterator[Change]:
    """Every difference of the operations, but for their limits, which they share."""
    for name in before.operations.keys() - after.operations.keys():
        yield Change(name, "removed", "the operation", True)
    for name in after.operations.keys() - before.operations.keys():
        new = after.operations[name]
        route = f" {new.method} {new.path}" if isinstance(new, OperationView) else ""
        yield Change(name, "added", f"the operation{route}", False)
    for name in before.operations.keys() & after.operations.keys():
        yield from of_views(name, before.operations[name], after.operations[name], of_operation)
        yield from _of_error_bodies(name, before, after)
        yield from _of_credentials(name, before, after)


def of_operation(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences between two views of one operation."""
    rules = {
        "tag": said("tag", "is in the module", "was in", breaking=True),
        "method": said("method", "is sent as", "was sent as"),
        "path": said("path", "is sent to", "was sent to"),
        "facts": _of_retry,
        "parameters": _of_arguments,
        "currency": _of_currency,
        "tenants": _of_tenants,
        "paging": _of_paging,
        "body": _of_body,
        "body_shape": _of_body,
        "body_type": _of_body_type,
        "body_required": _of_body_required,
        "answers": _of_answers,
        "deprecated": deprecated,
    }
    yield from of_fields(name, old, new, rules, UNSEEN[OperationView])


# --- what is given


def _of_arguments(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
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


def _of_currency(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.currency.is_asked != new.currency.is_asked and old.parameters == new.parameters:
        yield from _of_arguments(name, old, new)
    rules = {"is_filled": _of_filling}
    place = f"{name}(currency)"
    yield from of_fields(place, old.currency, new.currency, rules, UNSEEN[CurrencyView])


def _of_filling(place: str, old: CurrencyView, new: CurrencyView) -> Iterator[Change]:
    if old.is_parameter and new.is_parameter:
        filled = "is" if new.is_filled else "is no longer"
        what = f"left out, it {filled} filled from the amounts"
        yield Change(place, "changed", what, not new.is_filled)


def _of_body(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
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


def _of_body_type(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.has_body and new.has_body:
        what = f"is sent as {new.body_type}, was as {old.body_type}"
        yield Change(f"{name}(body)", "changed", what, False)


def _of_body_required(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    if old.has_body and new.has_body:
        what = "is now required" if new.body_required else "is no longer required"
        yield Change(f"{name}(body)", "changed", what, new.body_required)


# --- what comes


def _of_answers(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    rules = {
        "success": _of_success,
        "shapes": _of_success_shapes,
        "errors": _of_errors,
        "accept": said("accept", "asks for", "asked for"),
    }
    yield from of_fields(name, old.answers, new.answers, rules, UNSEEN[AnswersView])


def _of_success(name: str, old: AnswersView, new: AnswersView) -> Iterator[Change]:
    was, now = ({code: str(each) for code, each in view.success.items()} for view in (old, new))
    for code, (before, after) in _alike(old, new).items():
        now[code] = annotation(replace(after, public=before.public))
    types = [sorted({one for each in held.values() for one in _types(each)}) for held in (was, now)]
    if types[0] != types[1]:
        texts = [" | ".join(each) or "nothing" for each in types]
        wider = not types[0] or not set(types[1]) <= set(types[0])
        yield Change(name, "changed", f"answers {texts[1]}, answered {texts[0]}", wider)
    fell, failed = (_by_status(view) for view in (old, new))
    for code in was.keys() - now.keys():
        breaks = code in failed or not _is_2xx(code)
        what = "the success, which is now an error" if code in failed else "the success"
        yield Change(f"{name} {code}", "removed", what, breaks)
    for code in now.keys() - was.keys():
        breaks = code in fell or not _is_2xx(code)
        what = "a success, which was an error" if code in fell else "a success"
        yield Change(f"{name} {code}", "added", what, breaks)
    if types[0] != types[1] and len(was) == len(now) == 1:
        return
    for code in was.keys() & now.keys():
        if was[code] != now[code]:
            what = f"answers {now[code]}, answered {was[code]}"
            yield Change(f"{name} {code}", "changed", what, False)


def _types(answered: str) -> set[str]:
    some = answered.removesuffix(" | None")
    return {some} if some == answered else {some, "None"}


def _of_success_shapes(name: str, old: AnswersView, new: AnswersView) -> Iterator[Change]:
    """What is inside of what is answered, and stands on the wire; that it may be null is said of
    the answers as a whole."""
    for code, (before, after) in _alike(old, new).items():
        after = replace(after, nullable=before.nullable)
        yield from of_shapes(f"{name} {code}", before, after, sent=False)


def _alike(old: AnswersView, new: AnswersView) -> dict[int, tuple[Shape, Shape]]:
    """The successes whose types differ in what they are made of, if at all."""
    both = {code: (old.shapes[code], new.shapes[code]) for code in old.shapes.keys() & new.shapes}
    return {
        code: (before, after)
        for code, (before, after) in both.items()
        if before.public == after.public
        or (before.union and after.union)
        or (before.inside and before.inside.keys() == after.inside.keys())
    }


def _of_errors(name: str, old: AnswersView, new: AnswersView) -> Iterator[Change]:
    """Every status but 2xx is an error, described or not."""
    was, now = _by_status(old), _by_status(new)
    for code in was.keys() - now.keys() - new.success.keys():
        yield Change(f"{name} {code}", "removed", "the error", _is_2xx(code))
    for code in now.keys() - was.keys() - old.success.keys():
        yield Change(f"{name} {code}", "added", "an error", _is_2xx(code))
    for code in was.keys() & now.keys():
        if was[code] != now[code]:
            what = f"is an error of {now[code]}, was of {was[code]}"
            yield Change(f"{name} {code}", "changed", what, False)
    if was == now:
        what = f"looks for what is wrong as {', '.join(new.errors)}, in this order"
        yield Change(name, "changed", what, False)


def _of_error_bodies(name: str, before: Seen, after: Seen) -> Iterator[Change]:
    """An error of another family may have a body of another model; a status that is not described
    is read as its hundred is, or as the default."""
    old, new = before.operations[name], after.operations[name]
    if isinstance(old, Unread) or isinstance(new, Unread):
        return
    stood, stand = _by_status(old.answers), _by_status(new.answers)
    for code in stood.keys() | stand.keys():
        was, now = _family(stood, code), _family(stand, code)
        if was is None or now is None or was == now:
            continue
        models = before.family_model(was), after.family_model(now)
        if models[0] != models[1]:
            what = f"its body is {models[1] or 'no model'}, was {models[0] or 'no model'}"
            yield Change(f"{name} {code}", "changed", what, True)


def _by_status(answers: AnswersView) -> dict[Any, str]:
    return {code: family for family, codes in answers.errors.items() for code in codes}


def _family(families: Mapping[Any, str], status: Any) -> str | None:
    found = (families.get(each) for each in (status, f"{str(status)[0]}XX", "default"))
    return next(filter(None, found), None)


def _is_2xx(status: Any) -> bool:
    return str(status).startswith("2")


# --- what the SDK does for a caller


def _of_retry(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    was, now = (view.facts.get("x-retry", {}) for view in (old, new))
    if was != now:
        what = f"is tried again as {_facts(now)}, was as {_facts(was)}"
        yield Change(name, "changed", what, False)
    kept = [each.get("class") == "keyed" for each in (was, now)]
    if kept[0] and not kept[1] and new.has_body:
        yield Change(f"{name}(body)", "changed", "may no longer be Written", True)


def _of_paging(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    was, now = ({str(each["strategy"]): each for each in view.paging} for view in (old, new))
    for strategy in was.keys() - now.keys():
        what = f"no longer pages by {strategy}" if now else "no longer pages"
        yield Change(name, "changed", what, True)
    for strategy in now.keys() - was.keys():
        yield Change(name, "changed", f"pages by {strategy}", False)
    for strategy in was.keys() & now.keys():
        if was[strategy] != now[strategy]:
            what = f"pages by {_facts(now[strategy])}, did by {_facts(was[strategy])}"
            yield Change(name, "changed", what, False)
    first, usual = next(iter(was), None), next(iter(now), None)
    if first in now and first != usual:
        what = f"pages by {usual} unless told otherwise, did by {first}"
        yield Change(name, "changed", what, True)


def _facts(said: Mapping[str, Any]) -> str:
    texts = (
        f"{key.replace('_', '-')} {'.'.join(value) if isinstance(value, tuple) else value}"
        for key, value in said.items()
    )
    return ", ".join(texts).removeprefix("class ").removeprefix("strategy ") or "nothing said"


# --- what a client is set up with


def _of_tenants(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    was, now = ({each.name: each for each in view.tenants} for view in (old, new))
    for tenant in was.keys() - now.keys():
        what = f"is no longer sent for the client's {tenant}"
        yield Change(name, "changed", what, False)
    for tenant in now.keys() - was.keys():
        needed = now[tenant].required
        has = "has to be" if needed else "may be"
        yield Change(name, "changed", f"the client {has} set up with {tenant}", needed)
    for tenant in was.keys() & now.keys():
        yield from of_tenant(name, was[tenant], now[tenant])


def of_tenant(name: str, old: TenantView, new: TenantView) -> Iterator[Change]:
    """Differences between two views of what a client fills."""
    rules = {
        "place": said("place", f"the client's {new.name} is sent in the", "was in the"),
        "wire": said("wire", f"the client's {new.name} is sent as", "was sent as"),
        "required": _of_need,
        "written": said("written", f"the client's {new.name} is written as", "was written as"),
    }
    yield from of_fields(name, old, new, rules, UNSEEN[TenantView])


def _of_need(name: str, _: TenantView, new: TenantView) -> Iterator[Change]:
    has = "has to be" if new.required else "no longer has to be"
    yield Change(name, "changed", f"the client {has} set up with {new.name}", new.required)


def _of_credentials(name: str, before: Seen, after: Seen) -> Iterator[Change]:
    """Where nothing was said of credentials, what is said now is no news to a caller."""
    said_before, said_now = (version.credentials[name] for version in (before, after))
    was, now = _schemes(before, said_before), _schemes(after, said_now)
    if was.keys() != now.keys() or (said_before is None) != (said_now is None):
        # Who sends a credential to what takes none any more goes on as before.
        breaks = said_before is not None and bool(now) and (not was or not was.keys() <= now.keys())
        took, takes = (
            "something unsaid" if said is None else ", ".join(kinds) or "no credential"
            for said, kinds in ((said_before, was), (said_now, now))
        )
        yield Change(name, "changed", f"took {took}, takes {takes}", breaks)
    for kind in was.keys() & now.keys():
        yield from of_scheme(name, was[kind], now[kind])


def _schemes(version: Seen, taken: tuple[str, ...] | None) -> dict[str, Scheme]:
    """The schemes by the kind of their credential; one that nobody describes is a kind."""
    known = {each.name: each for each in version.platform.schemes}
    found = (known.get(name, Scheme(name, name, "", "")) for name in taken or ())
    return {each.kind: each for each in found}


def of_scheme(name: str, old: Scheme, new: Scheme) -> Iterator[Change]:
    """Differences between two schemes of one kind of credential."""
    was, now = (each._replace(name="") for each in (old, new))
    if was != now:
        texts = [f"in {each.header}, a 401 means {each.unauthenticated}" for each in (was, now)]
        yield Change(name, "changed", f"{new.kind} was {texts[0]}, is {texts[1]}", False)
