"""Generated from openapi/admin.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, number, objects
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model

from .workspace_status import WorkspaceStatus


class WorkspaceAttributes(Model, frozen=True):
    """What is known of a workspace."""

    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _type_key: str | None | UnsetType = msgspec.field(default=UNSET, name="typeKey")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _owner: str | None | UnsetType = msgspec.field(default=UNSET, name="owner")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _status_details: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="statusDetails"
    )
    _icons: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="icons")
    _avatars: dict[str, Any] | None | UnsetType = msgspec.field(default=UNSET, name="avatars")
    _labels: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="labels")
    _sandbox: WorkspaceSandbox | None | UnsetType = msgspec.field(default=UNSET, name="sandbox")
    _usage: Any | None | UnsetType = msgspec.field(default=UNSET, name="usage")
    _capacity: Any | None | UnsetType = msgspec.field(default=UNSET, name="capacity")
    _created_at: str | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _created_by: str | None | UnsetType = msgspec.field(default=UNSET, name="createdBy")
    _updated_at: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _host_url: str | None | UnsetType = msgspec.field(default=UNSET, name="hostUrl")
    _realm: str | None | UnsetType = msgspec.field(default=UNSET, name="realm")
    _regions: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="regions")
    _directory: str | None | UnsetType = msgspec.field(default=UNSET, name="directory")

    @property
    def name(self) -> str | None:
        """The name of its site."""
        return None if self._name is UNSET else self._name

    @property
    def type_key(self) -> str | None:
        """The product, for programs, such as `jira-software`."""
        return None if self._type_key is UNSET else self._type_key

    @property
    def type(self) -> str | None:
        """The product's name."""
        return None if self._type is UNSET else self._type

    @property
    def owner(self) -> str | None:
        """Who owns it."""
        return None if self._owner is UNSET else self._owner

    @property
    def status(self) -> WorkspaceStatus | None:
        """Whether it can be used."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(WorkspaceStatus, self._status)
        )

    @property
    def status_details(self) -> list[str] | None:
        """Why it has its status."""
        return (
            None
            if self._status_details is UNSET or self._status_details is None
            else objects(self._status_details)
        )

    @property
    def icons(self) -> dict[str, Any] | None:
        """Its icons."""
        return None if self._icons is UNSET else self._icons

    @property
    def avatars(self) -> dict[str, Any] | None:
        """Its avatars."""
        return None if self._avatars is UNSET else self._avatars

    @property
    def labels(self) -> list[str] | None:
        """Labels, of which the reference says nothing more."""
        return None if self._labels is UNSET or self._labels is None else objects(self._labels)

    @property
    def sandbox(self) -> WorkspaceSandbox | None:
        """Whether it is a sandbox of another one."""
        return None if self._sandbox is UNSET else self._sandbox

    @property
    def usage(self) -> Decimal | None:
        """How much of it is in use, where the product says that."""
        return None if self._usage is UNSET or self._usage is None else number(self._usage)

    @property
    def capacity(self) -> Decimal | None:
        """How much of it can be used, where the product says that."""
        return None if self._capacity is UNSET or self._capacity is None else number(self._capacity)

    @property
    def created_at(self) -> datetime.datetime | str | None:
        """When it was made."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else parse_rfc3339(self._created_at)
        )

    @property
    def created_by(self) -> str | None:
        """The resource name of who made it."""
        return None if self._created_by is UNSET else self._created_by

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it was last changed. It is never filled, says the reference."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else parse_rfc3339(self._updated_at)
        )

    @property
    def host_url(self) -> str | None:
        """The address of its site."""
        return None if self._host_url is UNSET else self._host_url

    @property
    def realm(self) -> str | None:
        """Where its data are kept."""
        return None if self._realm is UNSET else self._realm

    @property
    def regions(self) -> list[str] | None:
        """The regions that its data are kept in."""
        return None if self._regions is UNSET or self._regions is None else objects(self._regions)

    @property
    def directory(self) -> str | None:
        """Its directory. Only one page of the reference has it."""
        return None if self._directory is UNSET else self._directory


from .workspace_sandbox import WorkspaceSandbox  # noqa: E402
