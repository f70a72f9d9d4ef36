"""What the document says of each resource (`x-resource`), as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from commerce_sdk.sandbox.engine.call import Json
from commerce_sdk.sandbox.engine.document import Document


@dataclass(frozen=True)
class Attribute:
    """An attribute. `kind` is a type of JSON, or `instant`; `create` and `update` are `required`,
    `optional`, or empty where a request has no place for it."""

    name: str
    kind: str
    read: bool
    create: str
    update: str
    example: Any


@dataclass(frozen=True)
class Relationship:
    """A relationship to one of a type, or to `many`; `create` and `update` as of an attribute."""

    name: str
    to: str
    many: bool
    create: str
    update: str


@dataclass(frozen=True)
class Table:
    """One type of resources. `path` is what its paths begin with, `singleton` whether there is one
    of it alone."""

    type: str
    path: str
    singleton: bool
    attributes: Mapping[str, Attribute]
    relationships: Mapping[str, Relationship]

    def names(self) -> set[str]:
        """What can be shown of it: attributes and relationships."""
        return {each.name for each in self.attributes.values() if each.read} | {*self.relationships}

    def readable(self, name: str) -> Attribute | None:
        """The attribute of a name that can be read; the id is one here, too."""
        if name == "id":
            return _ID
        found = self.attributes.get(name)
        return found if found is not None and found.read else None


Tables = Mapping[str, Table]
"""By type."""

_ID = Attribute("id", "string", read=True, create="", update="", example=None)


def tables_of(document: Document) -> Tables:
    """The tables of a document, by the type of their resources."""
    schemas = document.content["components"]["schemas"]
    said = {name: each["x-resource"] for name, each in schemas.items() if "x-resource" in each}
    types = {name: str(each["type"]) for name, each in said.items()}
    return {types[name]: _table(name, each, types) for name, each in said.items()}


def matchers_of(document: Document) -> Mapping[str, str]:
    """What each matcher of a filter takes."""
    parameters = document.content["components"]["parameters"].values()
    found: Mapping[str, str] = next(
        each["x-matchers"] for each in parameters if "x-matchers" in each
    )
    return found


def _table(name: str, said: Json, types: Mapping[str, str]) -> Table:
    singleton = bool(said.get("singleton"))
    relationships = {
        key: Relationship(key, types[each["to"]], bool(each.get("many")), *_uses(each))
        for key, each in said.get("relationships", {}).items()
    }
    path = name.lower() if singleton else said["type"]
    attributes = {each.name: each for each in _attributes(said)}
    return Table(said["type"], path, singleton, attributes, relationships)


def _attributes(said: Json) -> Iterator[Attribute]:
    for name, each in said["attributes"].items():
        kinds = each.get("type", "string")  # value sets are texts
        kind = next((one for one in [kinds, *kinds] if one in _KINDS), "string")
        if each.get("format") == "date-time":
            kind = "instant"
        yield Attribute(name, kind, each.get("read", True), *_uses(each), each.get("example"))


def _uses(said: Json) -> tuple[str, str]:
    return said.get("create", ""), said.get("update", "")


_KINDS = ("string", "boolean", "integer", "number", "object")
