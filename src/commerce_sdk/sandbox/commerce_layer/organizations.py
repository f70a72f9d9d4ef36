"""Organizations, with what comes with a new one, and what its roles may do."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import chain, count
from typing import Any

from commerce_sdk.sandbox.commerce_layer.memberships import Memberships
from commerce_sdk.sandbox.commerce_layer.records import Record
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.writing import Given, invalid
from commerce_sdk.sandbox.engine.refusal import Problem

SUBJECTS = (
    "api_credentials",
    "customers",
    "memberships",
    "orders",
    "organizations",
    "roles",
    "skus",
)
"""What every role has a permission about, once it has its base permissions."""
_ACTS = ("can_create", "can_read", "can_update", "can_destroy")
_LIFE = 7200


class Organizations(Rules):
    def __init__(self, estate: Estate, memberships: Memberships) -> None:
        super().__init__(estate)
        self._memberships = memberships

    def beginning(self, given: Given) -> Mapping[str, Any]:
        table = self.store.tables["organizations"]
        settings = {
            name: each.example
            for name, each in table.attributes.items()
            if not each.create and each.example is not None
        }
        slug = self._slug(given.attributes["name"])
        return {
            **settings,
            "region": given.attributes.get("region") or "eu-west-1",
            "slug": slug,
            "domain": f"{slug}.commercelayer.io",
        }

    def added(self, record: Record) -> None:
        roles = {
            kind: self.store.add("roles", {"name": name, "kind": kind}, {"organization": record.id})
            for kind, name in (("admin", "Admin"), ("read_only", "Read-only"))
        }
        for kind, role in roles.items():
            self.store.version(role, "create", {}, self.estate.user_email)
            for subject in SUBJECTS:
                allow(self.estate, role, subject, everything=kind == "admin")
        owner = self.estate.people[self.estate.user_email.lower()]
        self._memberships.join(record, owner, owns=True)
        for kind in ("integration", "sales_channel"):
            attributes = {"name": f"Default {kind.replace('_', ' ')}", "kind": kind}
            links = {"organization": record.id, "role": roles["admin"].id}
            made = {**attributes, **secrets_of(self.estate, Given(attributes))}
            self.store.add("api_credentials", made, links)

    def _slug(self, name: str) -> str:
        plain = re.sub("[^a-z0-9]+", "-", name.lower()).strip("-") or "organization"
        taken = {each.attributes["slug"] for each in self.store.all("organizations")}
        slugs = chain([plain], (f"{plain}-{number}" for number in count(2)))
        return next(each for each in slugs if each not in taken)


def allow(estate: Estate, role: Record, subject: str, *, everything: bool) -> None:
    """Add a permission of a role, to read or to do everything."""
    attributes = {name: everything or name == "can_read" for name in _ACTS}
    links = {"organization": role.links["organization"], "role": role.id}
    about = {"subject": subject, "restrictions": {}}
    made = estate.store.add("permissions", {**attributes, **about}, links)
    estate.store.version(made, "create", {}, estate.user_email)


class Roles(Rules):
    versioned = True

    def beginning(self, given: Given) -> Mapping[str, Any]:
        return {"kind": "custom"}

    def changed(self, record: Record, given: Given) -> None:
        if given.attributes.get("_add_missing_base_permissions"):
            there = self.store.related(record, "permissions")
            known = {each.attributes["subject"] for each in there}
            for subject in SUBJECTS:
                if subject not in known:
                    allow(self.estate, record, subject, everything=False)


class Permissions(Rules):
    versioned = True

    def problems(self, given: Given, record: Record | None) -> list[Problem]:
        role = self.store.find("roles", given.ones.get("role"))
        there = self.store.related(role, "permissions") if role else []
        subject = given.attributes.get("subject")
        if any(each.attributes["subject"] == subject for each in there):
            return [invalid("attributes", "subject", "has already been taken")]
        return []

    def beginning(self, given: Given) -> Mapping[str, Any]:
        return {"restrictions": {}}

    def links(self, given: Given) -> Mapping[str, str | None]:
        role = self.store.find("roles", given.ones["role"])
        return {"organization": role.links["organization"] if role else None}


class ApiCredentials(Rules):
    def problems(self, given: Given, record: Record | None) -> list[Problem]:
        seconds = given.attributes.get("expires_in")
        if seconds is not None and not _LIFE <= seconds <= 31_536_000:
            return [invalid("attributes", "expires_in", "is not from 7200 to 31536000")]
        return []

    def beginning(self, given: Given) -> Mapping[str, Any]:
        return secrets_of(self.estate, given)


def secrets_of(estate: Estate, given: Given) -> Mapping[str, Any]:
    """What the platform makes of a new API credential."""
    is_channel = given.attributes["kind"] == "sales_channel"
    return {
        "confidential": not is_channel,
        "client_id": estate.store.text(43),
        "client_secret": estate.store.text(43),
        "scopes": "market:all",
        "expires_in": given.attributes.get("expires_in") or _LIFE * (2 if is_channel else 1),
        "mode": given.attributes.get("mode") or "test",
        "custom": bool(given.attributes.get("custom")),
    }
