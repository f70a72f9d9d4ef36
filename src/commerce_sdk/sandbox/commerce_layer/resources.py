"""What the operations of a document do with its resources: the same for every type, with the rules
of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from commerce_sdk.sandbox.commerce_layer.asking import check_names, page, shown
from commerce_sdk.sandbox.commerce_layer.plans import account, overdrawn
from commerce_sdk.sandbox.commerce_layer.records import Record
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.showing import Showing
from commerce_sdk.sandbox.commerce_layer.tables import Table
from commerce_sdk.sandbox.commerce_layer.writing import apply, given, problems, refuse
from commerce_sdk.sandbox.engine.call import Call, Json
from commerce_sdk.sandbox.engine.operation import Operation
from commerce_sdk.sandbox.engine.refusal import Refusal

MEDIA_TYPE = "application/vnd.api+json"
Act = Callable[[Call], Any]


class Resources:
    """Reads and writes resources of every type."""

    def __init__(
        self, estate: Estate, matchers: Mapping[str, str], rules: Mapping[str, Rules]
    ) -> None:
        self._estate = estate
        self._store = estate.store
        self._matchers = matchers
        self._rules = rules

    def act(self, operation: Operation) -> Act | None:
        """What an operation does, by its method and its path; None for one that is about more
        than a resource: an action."""
        head, *rest = operation.path.strip("/").split("/")
        table = next(each for each in self._store.tables.values() if each.path == head)
        name = rest[-1] if rest else ""
        match operation.method, len(rest):
            case "GET", 0 if not table.singleton:
                return lambda call: self._list(call, table.type, self._store.all(table.type))
            case "POST", 0:
                return lambda call: self._create(call, table)
            case ("GET", 0) | ("GET", 1):
                return lambda call: self._one(call, self.found(call, table))
            case ("PATCH", 0) | ("PATCH", 1):
                return lambda call: self._update(call, self.found(call, table))
            case "DELETE", 1:
                return lambda call: self._delete(call, self.found(call, table))
            case "GET", 2 if name in table.relationships:
                return lambda call: self._related(call, self.found(call, table), name)
        return None

    def found(self, call: Call, table: Table) -> Record:
        """The resource that a path names. Raises `Refusal` 404."""
        if table.singleton:
            return self._store.all(table.type)[0]
        record = self._store.find(table.type, call.id)
        if record is None:
            raise Refusal(404, "RECORD_NOT_FOUND", "The requested resource was not found.")
        return record

    def _list(self, call: Call, type: str, rows: Iterable[Record]) -> Json:
        asked = shown(call, self._store.tables, type)
        found = page(call, self._store, self._matchers, type, rows)
        showing = Showing(self._store, call.address, asked, found.rows)
        return showing.document(showing.data, meta=found.meta, links=found.links)

    def _one(self, call: Call, record: Record) -> Json:
        asked = shown(call, self._store.tables, record.type)
        showing = Showing(self._store, call.address, asked, [record])
        return showing.document(showing.data[0])

    def _related(self, call: Call, record: Record, name: str) -> Json:
        relationship = self._store.tables[record.type].relationships[name]
        there: Sequence[Record] = self._store.related(record, name)
        if relationship.many:
            return self._list(call, relationship.to, there)
        if there:
            return self._one(call, there[0])
        shown(call, self._store.tables, relationship.to)
        return {"data": None}

    def _create(self, call: Call, table: Table) -> Json:
        shown(call, self._store.tables, table.type)
        rules, read = self._rules[table.type], given(call, self._store, table)
        checks = problems(self._store, table, read, None), rules.problems(read, None)
        refuse([*chain(*checks), *overdrawn(self._estate, table, read)])
        attributes, links = rules.beginning(read), rules.links(read)
        record = self._store.add(table.type, attributes, links)
        apply(self._store, record, read)
        record.attributes |= attributes
        self._write(record, "create", {})
        rules.changed(record, read)
        rules.added(record)
        account(self._estate)
        return self._one(call, record)

    def _update(self, call: Call, record: Record) -> Json:
        table = self._store.tables[record.type]
        shown(call, self._store.tables, table.type)
        rules, read = self._rules[table.type], given(call, self._store, table, record)
        refuse([*problems(self._store, table, read, record), *rules.problems(read, record)])
        before = dict(record.attributes)
        changes = apply(self._store, record, read)
        rules.changed(record, read)
        if changes or record.attributes != before:
            self._store.change(record)
            self._write(record, "update", changes)
        return self._one(call, record)

    def _delete(self, call: Call, record: Record) -> None:
        rules = self._rules[record.type]
        if not rules.may_remove(record):
            raise call.credentials.refusal(call.operation.security)
        why = rules.held(record)
        if not why and any(self._store.depending(record)):
            why = "Other resources depend on it."
        if why:
            raise Refusal(423, "LOCKED", why)
        self._write(record, "destroy", {})
        self._store.remove(record)
        account(self._estate)

    def _write(self, record: Record, event: str, changes: Mapping[str, Any]) -> None:
        if self._rules[record.type].versioned:
            said = {name: list(each) for name, each in changes.items()}
            self._store.version(record, event, said, self._estate.user_email)


def check_call(call: Call, forbidden: str) -> None:
    """What holds for every call. Raises `Refusal`: 406 and 415 for other types of content, 401 for
    what is forbidden, 400 for a parameter that there is not."""
    accepted = [
        each.partition(";")[0].strip() for each in call.headers.get("accept", "*/*").split(",")
    ]
    if not {MEDIA_TYPE, "*/*"} & {*accepted}:
        raise Refusal(406, "NOT_ACCEPTABLE", f"Answers are {MEDIA_TYPE}.")
    kind = call.headers.get("content-type", "").partition(";")[0].strip().lower()
    body = call.operation.body
    if body is not None and kind not in body.media_types:
        known = " or ".join(body.media_types)
        raise Refusal(415, "UNSUPPORTED_MEDIA_TYPE", f"The body has to be {known}.")
    if call.operation.id in [each.strip() for each in forbidden.split(",")]:
        raise call.credentials.refusal(call.operation.security)
    check_names(call)
