"""What changed of what a caller gets: successes and errors."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from codegen.comparison.change import Change, of_fields, said
from codegen.comparison.shapes import of_shapes
from codegen.comparison.version_view import Unread, VersionView
from codegen.schemas.shape import Shape
from codegen.views.answers import annotation
from codegen.views.parts import AnswersView, OperationView

UNSEEN: dict[type, dict[str, str]] = {
    AnswersView: {"told": "how what the types name is read"},
}


def of_answers(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences of the answers."""
    rules = {
        "success": _of_success,
        "shapes": _of_success_shapes,
        "errors": _of_errors,
        "refusals": _of_refusals,
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


def _of_refusals(name: str, old: AnswersView, new: AnswersView) -> Iterator[Change]:
    """What `maybe_applied` says of an error, which is told in both ways."""
    for code in old.refusals:
        if code not in new.refusals:
            what = "no longer says that nothing was done"
            yield Change(f"{name} {code}", "changed", what, False)
    for code in new.refusals:
        if code not in old.refusals:
            yield Change(f"{name} {code}", "changed", "says that nothing was done", False)


def of_error_bodies(name: str, before: VersionView, after: VersionView) -> Iterator[Change]:
    """An error of another family may have a body of another model; a status that is not described
    is read as its hundred is, or as the default, or else as no model."""
    old, new = before.operations[name], after.operations[name]
    if isinstance(old, Unread) or isinstance(new, Unread):
        return
    stood, stand = _by_status(old.answers), _by_status(new.answers)
    for code in stood.keys() | stand.keys():
        was, now = _family(stood, code), _family(stand, code)
        successes = old.answers.success.keys() | new.answers.success.keys()
        if was == now or code in successes or (_is_2xx(code) and None in (was, now)):
            continue  # the same, or told as what becomes a success, or is none any more
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
