"""The user whose credential it is."""

from __future__ import annotations

from commerce_sdk.sandbox.commerce_layer.records import Record
from commerce_sdk.sandbox.commerce_layer.rules import Estate, Rules
from commerce_sdk.sandbox.commerce_layer.settings import CommerceLayerPerson
from commerce_sdk.sandbox.commerce_layer.writing import Given


class Users(Rules):
    def __init__(self, estate: Estate) -> None:
        super().__init__(estate)
        self._email = estate.user_email

    def changed(self, record: Record, given: Given) -> None:
        """The memberships of a user have the same name and address."""
        names = (record.attributes[name] for name in ("email", "first_name", "last_name"))
        person = CommerceLayerPerson(*names)
        self.estate.people.pop(self._email.lower(), None)
        self.estate.people[person.email.lower()] = person
        for each in self.store.all("memberships"):
            if each.attributes["user_email"] == self._email:
                each.attributes["user_email"] = person.email
                each.attributes["user_first_name"] = person.first_name
                each.attributes["user_last_name"] = person.last_name
        self._email = person.email
