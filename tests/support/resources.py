"""A few resources as the generator writes them, for tests of what they stand on."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, cast

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, mapped
from commerce_sdk.document.bounds import Bounded, Length
from commerce_sdk.document.container_kinds import MapOf
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.json_api.not_loaded import NotLoaded
from commerce_sdk.document.json_api.resource import Resource
from commerce_sdk.document.json_api.tables import ResourceTable
from commerce_sdk.document.json_api.writing import ResourceInput, ToMany, ToOne
from commerce_sdk.document.kinds import (
    Boolean,
    Choice,
    DateTime,
    Integer,
    Number,
    Plain,
    Text,
    on_wire,
)
from commerce_sdk.document.open_enums import OpenEnum
from commerce_sdk.document.request_model import hide_attributes
from commerce_sdk.secret import hide_texts


class Status(OpenEnum):
    PENDING = "pending"
    ACTIVE = "active"


class Organization(Resource, frozen=True):
    wire_type: ClassVar[str] = "organizations"
    known: ClassVar[frozenset[str]] = frozenset(
        {"name", "config", "created_at", "roles", "memberships"}
    )
    shapes: ClassVar[Mapping[str, type]] = {"config": dict}

    @property
    def name(self) -> str | None:
        return self._attributes.get("name")

    @property
    def config(self) -> dict[str, Any] | None:
        value = self._attributes.get("config")
        return None if value is None else mapped(value, lambda entry: entry)

    @property
    def created_at(self) -> datetime.datetime | str | None:
        value = self._attributes.get("created_at")
        return None if value is None else parse_rfc3339(value)

    @property
    def roles(self) -> list[Role] | NotLoaded:
        return self._many("roles", Role)

    @property
    def memberships(self) -> list[Membership] | NotLoaded:
        return self._many("memberships", Membership)


class Role(Resource, frozen=True):
    wire_type: ClassVar[str] = "roles"
    known: ClassVar[frozenset[str]] = frozenset({"name", "kind", "organization", "memberships"})

    @property
    def name(self) -> str | None:
        return self._attributes.get("name")

    @property
    def kind(self) -> str | None:
        return self._attributes.get("kind")

    @property
    def organization(self) -> Organization | NotLoaded | None:
        return self._one("organization", Organization)

    @property
    def memberships(self) -> list[Membership] | NotLoaded:
        return self._many("memberships", Membership)


class Membership(Resource, frozen=True):
    wire_type: ClassVar[str] = "memberships"
    known: ClassVar[frozenset[str]] = frozenset(
        {"user_email", "status", "owner", "organization", "role", "next"}
    )

    @property
    def user_email(self) -> str | None:
        return self._attributes.get("user_email")

    @property
    def status(self) -> Status | None:
        value = self._attributes.get("status")
        return None if value is None else choice(Status, value)

    @property
    def owner(self) -> bool | None:
        return self._attributes.get("owner")

    @property
    def organization(self) -> Organization | NotLoaded | None:
        return self._one("organization", Organization)

    @property
    def role(self) -> Role | NotLoaded | None:
        return self._one("role", Role)

    @property
    def next(self) -> Membership | NotLoaded | None:
        return self._one("next", Membership)


class Credential(Resource, frozen=True):
    wire_type: ClassVar[str] = "credentials"
    known: ClassVar[frozenset[str]] = frozenset({"name", "client_secret"})
    secret_names: ClassVar[frozenset[str]] = frozenset({"client_secret"})

    @property
    def client_secret(self) -> str | None:
        value = self._attributes.get("client_secret")
        return None if value is None else cast("str | None", hide_texts(value))


@attrs.frozen(kw_only=True, repr=False)
class RoleInput(ResourceInput):
    wire_type: ClassVar[str] = "roles"
    relationships: ClassVar[frozenset[str]] = frozenset({"organization", "memberships"})

    name: str | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("name", Bounded(Text(), (Length(most=20),)), required=True),
    )
    metadata: Mapping[str, Any] | UnsetType | None = attrs.field(
        default=UNSET, metadata=on_wire("metadata", MapOf(Plain(), nullable=True), nullable=True)
    )
    organization: str | Organization | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("organization", ToOne("organizations"), required=True)
    )
    memberships: Sequence[str | Membership] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("memberships", ToMany("memberships"))
    )


@attrs.frozen(kw_only=True, repr=False)
class CredentialUpdateInput(ResourceInput):
    wire_type: ClassVar[str] = "credentials"
    relationships: ClassVar[frozenset[str]] = frozenset({"role", "organization"})

    id: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("id", Text(), required=True))
    client_secret: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("client_secret", Text(secret=True), secret=True)
    )
    disable: bool | UnsetType = attrs.field(default=UNSET, metadata=on_wire("_disable", Boolean()))
    role: str | Role | UnsetType | None = attrs.field(
        default=UNSET, metadata=on_wire("role", ToOne("roles"), nullable=True)
    )

    def __attrs_post_init__(self) -> None:
        hide_attributes(self, "client_secret")


ORGANIZATIONS = ResourceTable(
    type="organizations",
    attributes={
        "name": Text(),
        "can_switch_live": Boolean(),
        "api_new_auth": Boolean(),
        "lapse": Number(),
        "config": MapOf(Plain()),
        "created_at": DateTime(),
    },
    relationships={"roles": ("roles", True), "memberships": ("memberships", True)},
)
ROLES = ResourceTable(
    type="roles",
    attributes={"name": Bounded(Text(), (Length(most=20),)), "kind": Text()},
    relationships={
        "organization": ("organizations", False),
        "memberships": ("memberships", True),
    },
)
MEMBERSHIPS = ResourceTable(
    type="memberships",
    attributes={
        "user_email": Text(),
        "user_first_name": Text(),
        "status": Choice(lambda: Status),
        "owner": Boolean(),
        "expires_in": Integer(),
        "client_secret": Text(secret=True),
        "metadata": MapOf(Plain(), nullable=True),
        "reference": Text(),
        "created_at": DateTime(),
    },
    relationships={
        "organization": ("organizations", False),
        "role": ("roles", False),
        "membership_profile": ("membership_profiles", False),
        "versions": ("versions", True),
    },
)
PROFILES = ResourceTable(
    type="membership_profiles",
    attributes={"name": Text()},
    relationships={"organization": ("organizations", False)},
)
TABLES = {each.type: each for each in (ORGANIZATIONS, ROLES, MEMBERSHIPS, PROFILES)}
_OF_VALUES = ("eq", "not_eq", "eq_or_null", "lt", "lteq", "gt", "gteq")
_OF_TEXTS = ("start", "end", "cont", "not_start", "not_end", "matches")
_HOW = ("any", "all")
MATCHERS = {
    **dict.fromkeys(_OF_VALUES, "value"),
    **{f"{each}_{how}": "values" for each in _OF_VALUES for how in _HOW},
    **dict.fromkeys(_OF_TEXTS, "text"),
    **{f"{each}_{how}": "texts" for each in _OF_TEXTS for how in _HOW},
    **dict.fromkeys(("present", "blank", "null", "not_null", "true", "false"), "flag"),
    **dict.fromkeys(("in", "not_in"), "values"),
    "jcont": "object",
}
