"""What changed of the operations."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.comparison.answers import of_answers, of_error_bodies
from codegen.comparison.arguments import (
    of_arguments,
    of_body,
    of_body_required,
    of_body_type,
    of_currency,
)
from codegen.comparison.change import Change, deprecated, of_fields, said
from codegen.comparison.clients import of_credentials, of_tenants
from codegen.comparison.paging import of_items, of_paging, told
from codegen.comparison.version_view import VersionView, of_views
from codegen.views.parts import OperationView

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
}


def of_operations(before: VersionView, after: VersionView) -> Iterator[Change]:
    """Every difference of the operations, but for their limits, which they share."""
    for name in before.operations.keys() - after.operations.keys():
        yield Change(name, "removed", "the operation", True)
    for name in after.operations.keys() - before.operations.keys():
        new = after.operations[name]
        route = f" {new.method} {new.path}" if isinstance(new, OperationView) else ""
        yield Change(name, "added", f"the operation{route}", False)
    for name in before.operations.keys() & after.operations.keys():
        yield from of_views(name, before.operations[name], after.operations[name], of_operation)
        yield from of_error_bodies(name, before, after)
        yield from of_items(name, before, after)
        yield from of_credentials(name, before, after)


def of_operation(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    """Differences between two views of one operation."""
    rules = {
        "tag": said("tag", "is in the module", "was in", breaking=True),
        "method": said("method", "is sent as", "was sent as"),
        "path": said("path", "is sent to", "was sent to"),
        "facts": _of_facts,
        "parameters": of_arguments,
        "currency": of_currency,
        "tenants": of_tenants,
        "paging": of_paging,
        "body": of_body,
        "body_shape": of_body,
        "body_type": of_body_type,
        "body_required": of_body_required,
        "answers": of_answers,
        "deprecated": deprecated,
    }
    yield from of_fields(name, old, new, rules, UNSEEN[OperationView])


_UNCLEAR = {
    "safe": "sent again",
    "keyed": "asked about, and sent again under its key",
    "idempotent": "asked about, and sent again where it does not show",
    "never": "not sent again",
}


def _of_facts(name: str, old: OperationView, new: OperationView) -> Iterator[Change]:
    times = [view.facts.get("x-completed-within") for view in (old, new)]
    if times[0] != times[1]:
        before, after = (f"within {each} s" if each else "at any time" for each in times)
        yield Change(name, "changed", f"is completed {after}, was {before}", False)
    was, now = (view.facts.get("x-retry", {}) for view in (old, new))
    if was != now:
        after, before = (_UNCLEAR.get(each.get("class", ""), "unsaid") for each in (now, was))
        what = f"where its outcome is unclear it is {after}, was {before}"
        if after == before:
            what = f"where its outcome is unclear it is followed by {told(now)}, was by {told(was)}"
        yield Change(name, "changed", what, False)
    kept = [each.get("class") == "keyed" for each in (was, now)]
    if kept[0] and not kept[1] and new.has_body:
        yield Change(f"{name}(body)", "changed", "may no longer be Written", True)
