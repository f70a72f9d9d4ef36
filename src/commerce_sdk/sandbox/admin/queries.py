"""Which workspaces a search is for, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from commerce_sdk.sandbox.admin.workspaces import Workspace
from commerce_sdk.sandbox.engine.call import Json
from commerce_sdk.sandbox.engine.refusal import Problem, Refusal
from commerce_sdk.sandbox.engine.schemas import Schemas

Row = tuple[Workspace, Json]
"""A workspace, and what it looks like from outside."""

_RAW = ".raw"
"""What may stand behind a field's path: its text as it is."""


class Fields:
    """The fields of a workspace, by their paths."""

    def __init__(self, schemas: Schemas, schema: Json) -> None:
        self._schemas = schemas
        self._schema = schema

    def check(self, path: str) -> str:
        """The path of a field in what is shown. Raises `Refusal` for another."""
        plain = path.removesuffix(_RAW)
        schema = self._schema
        for step in plain.split("."):
            found = self._schemas.properties(schema).get(step)
            if found is None:
                detail = f"{path} is no field of a workspace."
                raise Refusal(400, "body_invalid", detail, problems=[Problem(detail)])
            schema = self._schemas.resolved(found)
            items = (each["items"] for each in self._schemas.parts(schema) if "items" in each)
            schema = self._schemas.resolved(next(items, schema))
        return plain


def search(rows: Sequence[Row], body: Json, fields: Fields) -> list[Row]:
    """The workspaces that a search is for. Raises `Refusal` for a query of nothing, and for what is
    no field."""
    query = body.get("query")
    try:
        fits = _test(query, fields) if query is not None else lambda row: True
        found = [row for row in rows if fits(row)]
    except RecursionError:
        raise Refusal(400, "body_invalid", "The query is nested too deeply.") from None
    for each in reversed(body.get("sort") or ()):
        rank = partial(_rank, fields.check(each["field"]))
        found.sort(key=rank, reverse=each.get("order") == "desc")
    return found


def _test(query: Json, fields: Fields) -> Callable[[Row], bool]:
    """Does a workspace fit a query? Of several kinds of it at once, all have to."""
    tests = [kind(query[name], fields) for name, kind in _KINDS.items() if name in query]
    if not tests:
        detail = f"A query has one of {', '.join(_KINDS)}."
        raise Refusal(400, "body_invalid", detail, problems=[Problem(detail, field="query")])
    return lambda row: all(test(row) for test in tests)


def _all(queries: Sequence[Json], fields: Fields) -> Callable[[Row], bool]:
    tests = [_test(each, fields) for each in queries]
    return lambda row: all(test(row) for test in tests)


def _field(wanted: Json, fields: Fields) -> Callable[[Row], bool]:
    path, values = fields.check(wanted["name"]), set(wanted["values"])
    return lambda row: not values.isdisjoint(map(str, _values(row[1], path.split("."))))


def _text(wanted: str, fields: Fields) -> Callable[[Row], bool]:
    text = wanted.casefold()
    return lambda row: text in row[0].site.name.casefold() or text in row[0].address.casefold()


def _features(wanted: Sequence[str], fields: Fields) -> Callable[[Row], bool]:
    return lambda row: set(wanted) <= set(row[0].features)


def _policies(wanted: Sequence[str], fields: Fields) -> Callable[[Row], bool]:
    return lambda row: set(wanted) <= set(row[0].policies)


_KINDS: Mapping[str, Callable[[Any, Fields], Callable[[Row], bool]]] = {
    "and": _all,
    "field": _field,
    "searchWorkspaces": _text,
    "features": _features,
    "policies": _policies,
}


def _values(shown: Any, path: Sequence[str]) -> Iterator[Any]:
    """What stands at a path, in each entry of lists on it."""
    if isinstance(shown, list):
        for each in shown:
            yield from _values(each, path)
    elif not path:
        yield from () if shown is None else (shown,)
    elif isinstance(shown, Mapping) and path[0] in shown:
        yield from _values(shown[path[0]], path[1:])


def _rank(path: str, row: Row) -> tuple[bool, str]:
    """Where a workspace stands by a field; without one, behind."""
    value = next(_values(row[1], path.split(".")), None)
    return value is None, str(value).casefold()
