"""What a list is filtered by: `user_email_end`, `role_organization_name_eq`, `name_or_kind_in`.

A key is told apart by the document's tables alone, for names hold underscores themselves and may
end like a matcher: the longest matcher that leaves names before it counts, and there the longest
names. What a value is written as goes by the matcher and the attribute's own kind.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from commerce_sdk.document.bounds import Bounded
from commerce_sdk.document.json_api.filter_values import Flag, Instant, JsonText, Listed, OneText
from commerce_sdk.document.json_api.tables import ResourceTable, Tables, has_parts, nearest
from commerce_sdk.document.kinds import DateTime, Kind, Text, refuse
from commerce_sdk.document.text import encodable
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.value import Value

Matchers = Mapping[str, str]
"""Each matcher, and what it takes: `value`, `values`, `text`, `texts`, `flag` or
`object`."""

_OR = "_or_"
_LONGEST = 40  # characters of what may have been meant as a matcher


class _Asked(Value, frozen=True):
    """An attribute that a key names."""

    name: str
    kind: Kind


def filters(
    table: ResourceTable, where: Mapping[str, Any], tables: Tables, matchers: Matchers
) -> dict[str, str]:
    """The filters of a list, by their key, as the texts that they are sent as.

    Raises `InvalidRequest` for a key whose attribute or matcher is none, with the nearest right
    one, and for a value that the two do not allow.
    """
    if not isinstance(where, Mapping):
        raise refuse("a mapping of filters", where, "where")
    forms = _forms(matchers)
    found: dict[str, str] = {}
    for key, value in where.items():
        if not isinstance(key, str):
            raise refuse("text as the key of a mapping", key, "where")
        path = f"where.{encodable(key, 'where')}"
        for form in forms:
            stem = key.removesuffix(f"_{form}")
            if stem != key and (asked := _asked(table, stem, tables)):
                found[str(key)] = _written(asked, forms[form], value, path, stem, matchers)
                break
        else:
            raise InvalidRequest(_advice(table, key, tables, forms), path=path)
    return found


def _forms(matchers: Matchers) -> dict[str, str]:
    """All matchers, the longest first."""
    return {form: matchers[form] for form in sorted(matchers, key=lambda form: (-len(form), form))}


def _asked(root: ResourceTable, text: str, tables: Tables) -> tuple[_Asked, ...]:
    """The attributes that a text names, none where it cannot be told apart. Each place is looked at
    once for each type, however many ways lead there."""
    waiting: list[tuple[int, ResourceTable, tuple[_Asked, ...]]] = [(0, root, ())]
    seen: set[tuple[int, str]] = set()
    while waiting:
        start, table, before = waiting.pop()
        if (start, table.type) in seen:
            continue
        seen.add((start, table.type))
        ways: list[tuple[int, ResourceTable, tuple[_Asked, ...]]] = []
        for name, kind in table.queried.items():
            end = start + len(name)
            if text.startswith(name, start):
                kind = kind.kind if isinstance(kind, Bounded) else kind
                asked = (*before, _Asked(name, kind))
                if end == len(text):
                    return asked
                if text.startswith(_OR, end):
                    ways.append((end + len(_OR), root, asked))
        for name, (kind_of, _) in table.relationships.items():
            if text.startswith(f"{name}_", start) and kind_of in tables:
                ways.append((start + len(name) + 1, tables[kind_of], before))
        waiting += sorted(ways, key=lambda way: way[0])
    return ()


_KINDS: dict[str, Callable[[Kind], Kind]] = {
    "value": OneText,
    "text": lambda kind: OneText(Text()),
    "values": Listed,
    "texts": lambda kind: Listed(Text()),
    "flag": lambda kind: Flag(),
    "object": lambda kind: JsonText(),
}


def _written(
    asked: tuple[_Asked, ...], takes: str, value: Any, path: str, stem: str, matchers: Matchers
) -> str:
    if value is None:
        ways = [f"{stem}_{way}" for way in ("null", "eq_or_null") if way in matchers]
        advice = f"; ask with {' or '.join(ways)}" if ways else ""
        raise InvalidRequest(f"may not be None{advice}", path=path)
    texts = set()
    for each in asked:
        _check(each, takes, path, matchers)
        kind = Instant() if isinstance(each.kind, DateTime) else each.kind
        text: str = _KINDS[takes](kind).write(value, path, None)
        texts.add(text)
    if len(texts) > 1:
        raise InvalidRequest("means another thing to each of these attributes", path=path)
    return texts.pop()


def _check(asked: _Asked, takes: str, path: str, matchers: Matchers) -> None:
    """Raises `InvalidRequest` where no value of this kind can be asked for."""
    is_object = has_parts(asked.kind)
    if takes == "object" and not is_object:
        raise InvalidRequest(f"{asked.name} is no object, and has no parts", path=path)
    if takes in ("object", "flag"):
        return
    if is_object:
        ways = [matcher for matcher, taken in matchers.items() if taken == "object"]
        advice = f"; ask for a part of it with {' or '.join(ways)}" if ways else ""
        raise InvalidRequest(f"{asked.name} is no single value{advice}", path=path)
    if getattr(asked.kind, "secret", False):
        raise InvalidRequest(f"{asked.name} is secret, and stands in no address", path=path)


def _advice(table: ResourceTable, key: str, tables: Tables, forms: dict[str, str]) -> str:
    """What is wrong with a key."""
    usual = "eq" if "eq" in forms else next(iter(forms), "")
    if _asked(table, key, tables):
        return f"names no matcher; did you mean {key}_{usual}?"
    for form in forms:
        if key.endswith(f"_{form}"):
            return _no_attribute(table, key, len(key) - len(form) - 1, tables)
    cut = len(key)
    while (cut := key.rfind("_", max(0, len(key) - _LONGEST), cut)) > 0:
        if _asked(table, key[:cut], tables):
            wrong = key[cut + 1 :]
            return f"{wrong} is no matcher{nearest(wrong, forms, key[: cut + 1])}"
    what = f"{key!r} is no attribute of {table.type} with a matcher after it"
    return what + nearest(key, table.queried, after=f"_{usual}")


def _no_attribute(table: ResourceTable, key: str, end: int, tables: Tables) -> str:
    """The first of a key's names, which end at `end`, that is no attribute."""
    start = 0
    for name in key[:end].split(_OR):
        if not _asked(table, name, tables):
            break
        start += len(name) + len(_OR)
    while linked := _relationship(table, name, tables):
        table = tables[table.relationships[linked][0]]
        name, start = name[len(linked) + 1 :], start + len(linked) + 1
    names = [
        *table.queried,
        *(
            f"{link}_{attribute}"
            for link, (kind_of, _) in table.relationships.items()
            if kind_of in tables
            for attribute in tables[kind_of].queried
        ),
    ]
    advice = nearest(name, names, key[:start], key[start + len(name) :])
    return f"{name} is no attribute of {table.type}{advice}"


def _relationship(table: ResourceTable, name: str, tables: Tables) -> str | None:
    """The longest relationship that a name begins with."""
    fitting = (
        link
        for link, (kind_of, _) in table.relationships.items()
        if name.startswith(f"{link}_") and kind_of in tables
    )
    return max(fitting, key=len, default=None)
