"""The store: resources of all types, and how they belong together."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from commerce_sdk.sandbox.commerce_layer.tables import Table, Tables
from commerce_sdk.sandbox.engine.clock import Clock
from commerce_sdk.sandbox.engine.world import World

_LETTERS = string.ascii_letters + string.digits
_VERSIONED = "resource"
"""The link of a version to what was changed, which is no relationship."""


def instant(moment: float) -> str:
    """A time of the clock as the platform writes it."""
    text = datetime.fromtimestamp(moment, UTC).isoformat(timespec="milliseconds")
    return text.replace("+00:00", "Z")


@dataclass(eq=False)
class Record:
    """One resource. `links` are its relationships to one: the id, or None for none; those to many
    are the other side of these."""

    type: str
    id: str
    attributes: dict[str, Any]
    links: dict[str, str | None] = field(default_factory=dict)


class Store:
    """All resources, the oldest first."""

    def __init__(self, world: World, tables: Tables) -> None:
        self.tables = tables
        self.clock: Clock = world.clock
        self._chance = world.chance
        self._held: dict[str, dict[str, Record]] = {type: {} for type in tables}
        self._pointing: dict[tuple[str, str, str], dict[str, Record]] = {}

    # --- reading

    def all(self, type: str) -> list[Record]:
        return list(self._held[type].values())

    def find(self, type: str, id: str | None) -> Record | None:
        return self._held[type].get(id or "")

    def get(self, type: str, id: str | None) -> Record:
        """Raises `KeyError` for one that is not there."""
        return self._held[type][id or ""]

    def related(self, record: Record, name: str) -> list[Record]:
        """What a record has by a relationship: of one to one, that one or none."""
        relationship = self.tables[record.type].relationships[name]
        if not relationship.many:
            found = self.find(relationship.to, record.links.get(name))
            return [] if found is None else [found]
        other = self.tables[relationship.to]
        key = (other.type, self.inverse(record.type, other), record.id)
        return list(self._pointing.get(key, {}).values())

    def inverse(self, type: str, other: Table) -> str:
        """The link by which the resources of another table belong to one of a type."""
        links = other.relationships.values()
        return next((each.name for each in links if each.to == type and not each.many), _VERSIONED)

    def depending(self, record: Record) -> Iterator[Record]:
        """The records that have this one for a relationship to one."""
        for table in self.tables.values():
            for each in table.relationships.values():
                if each.to == record.type and not each.many:
                    yield from self._pointing.get((table.type, each.name, record.id), {}).values()

    # --- writing

    def add(
        self, type: str, attributes: Mapping[str, Any], links: Mapping[str, str | None]
    ) -> Record:
        """Add a resource, with nothing in what is not given."""
        now = instant(self.clock.time())
        table = self.tables[type]
        empty = {name: None for name, each in table.attributes.items() if each.read}
        whole = {**empty, **attributes, "created_at": now, "updated_at": now}
        record = Record(type, self._new_id(type), whole)
        self._held[type][record.id] = record
        for name, id in links.items():
            self.link(record, name, id)
        return record

    def link(self, record: Record, name: str, id: str | None) -> None:
        before = record.links.get(name)
        if before is not None:
            self._pointing[record.type, name, before].pop(record.id, None)
        record.links[name] = id
        if id is not None:
            self._pointing.setdefault((record.type, name, id), {})[record.id] = record

    def change(self, record: Record, moment: float | None = None, **attributes: Any) -> None:
        """Change attributes, now or at a moment of the past."""
        record.attributes.update(attributes)
        record.attributes["updated_at"] = instant(self.clock.time() if moment is None else moment)

    def remove(self, record: Record) -> None:
        for name in record.links:
            self.link(record, name, None)
        del self._held[record.type][record.id]

    def version(self, record: Record, event: str, changes: Mapping[str, Any], who: str) -> None:
        """Write down a change of a record, by the e-mail address of who made it."""
        attributes = {
            "resource_type": record.type,
            "resource_id": record.id,
            "event": event,
            "changes": dict(changes),
            "who": {"email": who},
        }
        made = self.add("versions", attributes, {_VERSIONED: record.id})
        stamp = record.attributes["updated_at"] if event != "destroy" else None
        if stamp is not None:
            made.attributes |= {"created_at": stamp, "updated_at": stamp}

    def text(self, length: int = 10) -> str:
        """Letters and digits by chance."""
        return "".join(self._chance.choices(_LETTERS, k=length))

    def _new_id(self, type: str) -> str:
        while (id := self.text()) in self._held[type]:
            pass
        return id
