"""What changed of the models and enums that a caller sees."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from codegen.comparison.bounds import of_bounds
from codegen.comparison.change import Change, Rule, deprecated, matched, of_fields, said
from codegen.comparison.shapes import of_held
from codegen.comparison.version_view import VersionView, of_views
from codegen.views.parts import Attribute, EnumView, ModelView

_IMPORTS = "the types name it"
_ATTRIBUTES = "the attributes say it"
UNSEEN: dict[type, dict[str, str]] = {
    Attribute: {
        "name": "it is told by its name",
        "doc": "words",
        "field": "follows from what it is called on the wire",
    },
    ModelView: {
        "name": "it is told by its name",
        "is_request": "each side is compared by itself",
        "module": "models come from the package, and the name says the module",
        "doc": "words",
        "holds_money": _ATTRIBUTES,
        "carries_money": _ATTRIBUTES,
        "rules": "the bounds say it",
        "filled_later": "the operations' tenants say it",
        "models": _IMPORTS,
        "enums": _IMPORTS,
        "variants": _IMPORTS,
        "other_tags": "the unions say it",
    },
    EnumView: {
        "name": "it is told by its name",
        "module": "enums come from the package, and the name says the module",
        "doc": "words",
    },
}
UNSEEN_IN_ANSWERS = {
    "bounds": "answers are held to none",
    "currency_field": "nothing is filled into an answer",
}
UNSEEN_IN_REQUESTS = {"is_told": "only what is read is told apart"}
_SIDES = {False: "read from answers", True: "sent in requests"}


def of_models(before: VersionView, after: VersionView) -> Iterator[Change]:
    """Every difference of the models."""
    for name in before.models.keys() - after.models.keys():
        yield Change(name, "removed", "the model", True)
    for name in after.models.keys() - before.models.keys():
        yield Change(name, "added", "a model", False)
    for name in before.models.keys() & after.models.keys():
        old, new = before.models[name], after.models[name]
        for side in sorted(before.sides[name] | after.sides[name]) or [False]:
            was, now = old.get(side), new.get(side)
            if was is None:
                yield Change(name, "changed", f"is now {_SIDES[side]}", False)
            elif now is None:
                yield Change(name, "changed", f"is no longer {_SIDES[side]}", True)
            else:
                yield from of_views(name, was, now, partial(of_model, sent=side))


def of_model(place: str, old: ModelView, new: ModelView, *, sent: bool) -> Iterator[Change]:
    """Differences between two models that are sent, or read."""
    rules: dict[str, Rule] = {
        "attributes": partial(_of_attributes, sent=sent),
        "tag": _of_tag,
        "is_told": _of_told,
        "bounds": _of_bounds,
        "others": partial(_of_others, sent=sent),
        "resource": said("resource", "is a resource of", "was of", breaking=True),
        "currency_places": said(
            "currency_places", "the currency of its amounts stands in", "stood in"
        ),
        "currency_field": said(
            "currency_field", "the currency of its amounts is filled into", "was filled into"
        ),
    }
    unseen = {**UNSEEN[ModelView], **(UNSEEN_IN_REQUESTS if sent else UNSEEN_IN_ANSWERS)}
    yield from of_fields(place, old, new, rules, unseen)


def _of_bounds(place: str, old: ModelView, new: ModelView) -> Iterator[Change]:
    """What has to be given was there anyway."""
    given = sum(each.required for each in old.attributes)
    yield from of_bounds(place, old.bounds, new.bounds, {"minProperties": given})


def _of_tag(place: str, old: ModelView, new: ModelView) -> Iterator[Change]:
    was, now = ("=".join(view.tag) if view.tag else "nothing" for view in (old, new))
    yield Change(place, "changed", f"is told by {now}, was by {was}", old.tag is not None)


def _of_told(place: str, old: ModelView, new: ModelView) -> Iterator[Change]:
    """What tells a variant is text; of an object that may stand for itself, it may be anything."""
    if old.tag and new.tag:
        may = "may now" if new.is_told else "can no longer"
        what = f"{may} come with another {new.tag[0]} than {new.tag[1]}"
        yield Change(place, "changed", what, new.is_told)


def _of_others(place: str, _: ModelView, new: ModelView, *, sent: bool) -> Iterator[Change]:
    """A request that holds fields of no name may be refused."""
    what = "may have other fields"
    if new.others is False:
        what = "may no longer have other fields"
    elif new.others not in (True, {}):
        what = f"may only have other fields of {new.others}"
    yield Change(place, "changed", what, sent and new.others not in (True, {}))


def _of_attributes(place: str, old: ModelView, new: ModelView, *, sent: bool) -> Iterator[Change]:
    """One is what it was where it stands in the same field, or has the same name by another."""
    was, now = ({each.wire: each for each in view.attributes} for view in (old, new))
    pairs, gone, come = matched(was, now, lambda each: each.name)
    for before in gone:
        yield Change(f"{place}.{before.name}", "removed", "the field", True)
    for after in come:
        needed = sent and _is_given(after)
        what = "a required field" if needed else "a field"
        yield Change(f"{place}.{after.name}", "added", what, needed)
    for before, after in pairs:
        if before.name != after.name:
            what = f"the field is now called {after.name}"
            yield Change(f"{place}.{before.name}", "changed", what, True)
        yield from of_attribute(f"{place}.{after.name}", before, after, sent=sent)


def of_attribute(place: str, old: Attribute, new: Attribute, *, sent: bool) -> Iterator[Change]:
    """Differences between two attributes of a model that is sent, or read."""
    rules: dict[str, Rule] = {
        "wire": said("wire", "on the wire it is called", "was called"),
        "shape": partial(of_held, sent=sent),
        "required": partial(_of_required, sent=sent),
        "const": partial(_of_const, sent=sent),
        "deprecated": deprecated,
    }
    yield from of_fields(place, old, new, rules, UNSEEN[Attribute])


def _is_given(attribute: Attribute) -> bool:
    """Does a caller have to give it? What can only be one value is filled."""
    return attribute.required and attribute.const is None


def _of_required(place: str, old: Attribute, new: Attribute, *, sent: bool) -> Iterator[Change]:
    what = "is now required" if new.required else "is no longer required"
    yield Change(place, "changed", what, sent and _is_given(new) and not _is_given(old))


def _of_const(place: str, old: Attribute, new: Attribute, *, sent: bool) -> Iterator[Change]:
    if sent and old.required and _is_given(new) and not _is_given(old):
        yield Change(place, "changed", f"left out, it is no longer {old.const!r}", True)
        return
    if sent and old.shape.accepted != new.shape.accepted:
        return  # the type says it
    what = f"is always {new.const!r}, was {old.const!r}"
    if old.const is None:
        what = f"is now always {new.const!r}"
    elif new.const is None:
        what = f"is no longer always {old.const!r}"
    yield Change(place, "changed", what, old.const is not None and new.const is not None)


# --- enums


def of_enums(before: VersionView, after: VersionView) -> Iterator[Change]:
    """Every difference of the enums, whose values may become more but not fewer."""
    for name in before.enums.keys() - after.enums.keys():
        yield Change(name, "removed", "the enum", True)
    for name in after.enums.keys() - before.enums.keys():
        yield Change(name, "added", "an enum", False)
    for name in before.enums.keys() & after.enums.keys():
        yield from of_views(name, before.enums[name], after.enums[name], of_enum)


def of_enum(place: str, old: EnumView, new: EnumView) -> Iterator[Change]:
    """Differences between two enums."""
    yield from of_fields(place, old, new, {"members": _of_members}, UNSEEN[EnumView])


def _of_members(place: str, old: EnumView, new: EnumView) -> Iterator[Change]:
    was, now = ({value: member for member, value in view.members} for view in (old, new))
    for value in was.keys() - now.keys():
        yield Change(f"{place}={value}", "removed", "the value", True)
    for value in now.keys() - was.keys():
        yield Change(f"{place}={value}", "added", "a value", False)
    for value in was.keys() & now.keys():
        if was[value] != now[value]:
            what = f"its member is {now[value]}, was {was[value]}"
            yield Change(f"{place}={value}", "changed", what, True)


# --- filters


def of_matchers(before: VersionView, after: VersionView) -> Iterator[Change]:
    """Every difference of the matchers that filters take."""
    was, now = before.matchers, after.matchers
    for name in was.keys() - now.keys():
        yield Change(f"filters _{name}", "removed", "the matcher", True)
    for name in now.keys() - was.keys():
        yield Change(f"filters _{name}", "added", "a matcher", False)
    for name in was.keys() & now.keys():
        if was[name] != now[name]:
            what = f"takes {now[name]}, took {was[name]}"
            yield Change(f"filters _{name}", "changed", what, True)
