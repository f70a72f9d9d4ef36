"""What goes on with resources of one type beyond their tables: nothing, unless a rule says so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from commerce_sdk.sandbox.commerce_layer.records import Record, Store
from commerce_sdk.sandbox.commerce_layer.settings import CommerceLayerPerson, CommerceLayerSwitches
from commerce_sdk.sandbox.commerce_layer.writing import Given
from commerce_sdk.sandbox.engine.refusal import Problem


class Estate:
    """What all rules work on: the resources, the people, and the switches."""

    def __init__(
        self, store: Store, people: Iterable[CommerceLayerPerson], plan: Mapping[str, int]
    ) -> None:
        self.store = store
        self.plan: dict[str, int] = dict(plan)
        self.switches: CommerceLayerSwitches = CommerceLayerSwitches()
        self.people: dict[str, CommerceLayerPerson] = {each.email.lower(): each for each in people}
        first = next(iter(self.people.values()))
        self.user: Record = store.add(
            "users",
            {
                "email": first.email,
                "first_name": first.first_name,
                "last_name": first.last_name,
                "time_zone": "UTC",
                "otp_required_for_login": False,
            },
            {},
        )

    @property
    def user_email(self) -> str:
        """Whose credential it is."""
        return str(self.user.attributes["email"])

    def own_membership(self, organization: str | None) -> Record | None:
        """The user's own membership of an organization."""
        return self.membership_of(organization, self.user_email)

    def membership_of(self, organization: str | None, email: str) -> Record | None:
        """Who has an address in an organization; case does not count."""
        there = self.store.find("organizations", organization)
        members = self.store.related(there, "memberships") if there else []
        same = (each for each in members if _address(each) == email.lower())
        return next(same, None)


def _address(membership: Record) -> str:
    return str(membership.attributes["user_email"]).lower()


class Rules:
    """Of a type whose tables say everything."""

    versioned = False
    """Whether its changes are written down."""

    def __init__(self, estate: Estate) -> None:
        self.estate = estate
        self.store: Store = estate.store

    def problems(self, given: Given, record: Record | None) -> list[Problem]:
        """What is wrong with what is given, for a new resource or for a `record`."""
        return []

    def beginning(self, given: Given) -> Mapping[str, Any]:
        """The attributes of a new one that no request gives."""
        return {}

    def links(self, given: Given) -> Mapping[str, str | None]:
        """The relationships of a new one that no request gives."""
        return {}

    def added(self, record: Record) -> None:
        """What follows when one was added."""

    def changed(self, record: Record, given: Given) -> None:
        """What follows when one was changed."""

    def may_remove(self, record: Record) -> bool:
        """May the user take one away?"""
        return True

    def held(self, record: Record) -> str:
        """Why one cannot be taken away; empty where it can."""
        return ""
