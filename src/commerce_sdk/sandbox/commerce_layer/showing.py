"""Documents of JSON:API: resources as they are shown, each once, with what comes along."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from commerce_sdk.sandbox.commerce_layer.asking import Shown, Tree
from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.engine.call import Json


class Showing:
    """One document: its own resources, and those that come along with them."""

    def __init__(self, store: Store, address: str, asked: Shown, rows: Sequence[Record]) -> None:
        self._store = store
        self._address = address
        self._fields = asked.fields
        self._linked: dict[Record, set[str]] = {}
        """Every resource of the document, with the relationships that say whom they lead to."""
        for row in rows:
            self._linked[row] = set()
        self._own = len(self._linked)
        self._walk(rows, asked.include)
        self.data: list[dict[str, Any]] = [self._shown(row) for row in rows]

    def document(self, data: Any, **around: Json) -> dict[str, Any]:
        """A document of these data, with what comes along."""
        others = list(self._linked)[self._own :]
        included = {"included": [self._shown(each) for each in others]} if others else {}
        return {"data": data, **included, **around}

    def _walk(self, rows: Iterable[Record], tree: Tree) -> None:
        for name, branch in tree.items():
            for row in rows:
                if self._has(row, name):
                    self._linked.setdefault(row, set()).add(name)
                    there = self._store.related(row, name)
                    for each in there:
                        self._linked.setdefault(each, set())
                    self._walk(there, branch)

    def _has(self, record: Record, name: str) -> bool:
        return record.type not in self._fields or name in self._fields[record.type]

    def _shown(self, record: Record) -> dict[str, Any]:
        table = self._store.tables[record.type]
        path = table.path if table.singleton else f"{table.path}/{record.id}"
        own = f"{self._address}/{path}"
        links = {
            name: self._relationship(record, own, name)
            for name in table.relationships
            if self._has(record, name)
        }
        return {
            "type": record.type,
            "id": record.id,
            "attributes": {
                name: record.attributes[name]
                for name, each in table.attributes.items()
                if each.read and self._has(record, name)
            },
            **({"relationships": links} if links else {}),
            "links": {"self": own},
        }

    def _relationship(self, record: Record, own: str, name: str) -> dict[str, Any]:
        said: dict[str, Any] = {
            "links": {"self": f"{own}/relationships/{name}", "related": f"{own}/{name}"}
        }
        if name in self._linked[record]:
            there = [
                {"type": each.type, "id": each.id} for each in self._store.related(record, name)
            ]
            many = self._store.tables[record.type].relationships[name].many
            said["data"] = there if many else next(iter(there), None)
        return said
