"""Identity providers: pending, until their domains were looked at."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Record, instant
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.writing import Given, invalid
from commerce_sdk.sandbox.engine.refusal import Problem


class IdentityProviders(Rules):
    def __init__(self, estate: Estate) -> None:
        super().__init__(estate)
        self._waiting: dict[str, tuple[float, str]] = {}
        """When each is looked at, and what comes of it."""

    def problems(self, given: Given, record: Record | None) -> list[Problem]:
        id = given.attributes.get("organization")
        if id is not None and self.store.find("organizations", id) is None:
            return [invalid("attributes", "organization", "must exist")]
        return []

    def beginning(self, given: Given) -> Mapping[str, Any]:
        record = f"commercelayer-verification={self.store.text(32)}"
        return {"status": "pending", "txt_record": record}

    def links(self, given: Given) -> Mapping[str, str | None]:
        return {"user": self.estate.user.id}

    def added(self, record: Record) -> None:
        switches = self.estate.switches
        moment = self.store.clock.time() + switches.verify_after
        self._waiting[record.id] = moment, switches.verification

    def changed(self, record: Record, given: Given) -> None:
        if given.attributes.get("_disable"):
            record.attributes["disabled_at"] = instant(self.store.clock.time())
        elif given.attributes.get("_enable"):
            record.attributes["disabled_at"] = None

    def settle(self) -> None:
        """Look at those whose time has come."""
        now = self.store.clock.time()
        due = [(moment, id, end) for id, (moment, end) in self._waiting.items() if moment <= now]
        for moment, id, end in sorted(due):
            self.end(id, end, moment)

    def end(self, id: str, status: str, moment: float | None = None) -> None:
        """Let one that is pending be `verified`, or an `error`; nothing for any other."""
        self._waiting.pop(id, None)
        record = self.store.find("identity_providers", id)
        if record is not None and record.attributes["status"] == "pending":
            self.store.change(record, moment, status=status)
