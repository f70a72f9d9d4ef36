"""Members: invited, and active once they accept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Record
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.settings import CommerceLayerPerson
from commerce_sdk.sandbox.commerce_layer.writing import Given, invalid, refuse
from commerce_sdk.sandbox.engine.refusal import Problem


class Memberships(Rules):
    versioned = True

    def __init__(self, estate: Estate) -> None:
        super().__init__(estate)
        self.mails: Counter[str] = Counter()
        """Invitations that were sent, by the id of the membership."""
        self._waiting: dict[str, float] = {}
        """When those who are invited accept."""

    def problems(self, given: Given, record: Record | None) -> list[Problem]:
        email, found = given.attributes.get("user_email"), []
        if email is not None and not _is_address(email):
            found.append(invalid("attributes", "user_email", "is invalid"))
        elif email is not None and self.estate.membership_of(given.ones.get("organization"), email):
            found.append(invalid("attributes", "user_email", "has already been taken"))
        return found

    def beginning(self, given: Given) -> Mapping[str, Any]:
        known = self.estate.people.get(given.attributes["user_email"].lower())
        return {
            "status": "active" if known else "pending",
            "owner": False,
            "test_enabled": _sees_test_data(given.attributes.get("access_scope")),
            **(_names(known) if known else {}),
        }

    def added(self, record: Record) -> None:
        self.mails[record.id] += 1
        if record.attributes["status"] == "pending":
            after = self.estate.switches.accept_after
            self._waiting[record.id] = self.store.clock.time() + after

    def changed(self, record: Record, given: Given) -> None:
        scope = record.attributes["access_scope"]
        record.attributes["test_enabled"] = _sees_test_data(scope)

    def may_remove(self, record: Record) -> bool:
        own = self.estate.own_membership(record.links["organization"])
        if own is None or own is record:
            return True
        role = self.store.find("roles", own.links.get("role"))
        return role is not None and role.attributes["kind"] == "admin"

    def held(self, record: Record) -> str:
        return "An owner has to transfer the ownership first." if record.attributes["owner"] else ""

    def resend(self, record: Record) -> None:
        """Raises `Refusal` 422 for one that is not waited for."""
        if record.attributes["status"] != "pending":
            refuse([invalid("attributes", "status", "must be pending")])
        self.mails[record.id] += 1

    def settle(self) -> None:
        """Let those accept whose time has come."""
        now = self.store.clock.time()
        due = [(moment, id) for id, moment in self._waiting.items() if moment <= now]
        for moment, id in sorted(due):
            self.accept(id, moment)

    def accept(self, id: str, moment: float | None = None) -> None:
        """Let a person accept, now or at a moment of the past; nothing for who is not invited."""
        self._waiting.pop(id, None)
        record = self.store.find("memberships", id)
        if record is None or record.attributes["status"] != "pending":
            return
        email = record.attributes["user_email"]
        name = email.partition("@")[0].capitalize()
        person = self.estate.people.get(email.lower()) or CommerceLayerPerson(email, name, "Member")
        self.estate.people[email.lower()] = person
        self.store.change(record, moment, status="active", **_names(person))
        self.store.version(record, "update", {"status": ["pending", "active"]}, email)

    def transfer(self, organization: Record, email: str) -> None:
        """Let another own an organization. Raises `Refusal` 422 for who has no account."""
        members = self.store.related(organization, "memberships")
        owner = next((each for each in members if each.attributes["owner"]), None)
        heir = self.estate.membership_of(organization.id, email)
        person = self.estate.people.get(email.lower())
        if (heir and heir.attributes["status"] == "pending") or (heir is None and person is None):
            refuse([invalid("attributes", "new_owner_email", "must have an account")])
        if heir is not None and heir is owner:
            refuse([invalid("attributes", "new_owner_email", "is the owner already")])
        if owner is not None:
            self._own(owner, owns=False)
        if heir is None and person is not None:
            self.join(organization, person, owns=True)
        elif heir is not None:
            self._own(heir, owns=True)
            kinds = {
                each.attributes["kind"]: each.id
                for each in self.store.related(organization, "roles")
            }
            self.store.link(heir, "role", kinds.get("admin", heir.links["role"]))

    def join(self, organization: Record, person: CommerceLayerPerson, *, owns: bool) -> Record:
        """A membership that nobody has to accept, of who has an account."""
        roles = self.store.related(organization, "roles")
        admin = next(each.id for each in roles if each.attributes["kind"] == "admin")
        attributes = {
            "user_email": person.email,
            "status": "active",
            "owner": owns,
            "test_enabled": True,
            "access_scope": "all_access",
            **_names(person),
        }
        links = {"organization": organization.id, "role": admin}
        record = self.store.add("memberships", attributes, links)
        self.store.version(record, "create", {}, self.estate.user_email)
        return record

    def _own(self, record: Record, *, owns: bool) -> None:
        self.store.change(record, owner=owns)
        changes = {"owner": [not owns, owns]}
        self.store.version(record, "update", changes, self.estate.user_email)


def _names(person: CommerceLayerPerson) -> Mapping[str, str]:
    return {"user_first_name": person.first_name, "user_last_name": person.last_name}


def _sees_test_data(scope: str | None) -> bool:
    return scope in ("test_access", "all_access")


def _is_address(text: str) -> bool:
    name, _, host = text.partition("@")
    return bool(name and host) and not any(sign.isspace() for sign in text)


class Profiles(Rules):
    """What several members are given in one."""

    def beginning(self, given: Given) -> Mapping[str, Any]:
        return {"test_enabled": _sees_test_data(given.attributes["access_scope"])}

    def changed(self, record: Record, given: Given) -> None:
        record.attributes["test_enabled"] = _sees_test_data(record.attributes["access_scope"])
