"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .pricing_change_status import PricingChangeStatus


class PricingChange(Model, frozen=True):
    """A set of plans to begin, to end, or to move customers between, all at one time."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _offering_change_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="offeringChangeId"
    )
    _description: str | None | UnsetType = msgspec.field(default=UNSET, name="description")
    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _changes: list[PricingChangeStep | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="changes"
    )
    _effective_date: int | None | UnsetType = msgspec.field(default=UNSET, name="effectiveDate")
    _catalog_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="catalogAccountId"
    )
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _created_by: str | None | UnsetType = msgspec.field(default=UNSET, name="createdBy")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _updated_by: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedBy")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def offering_id(self) -> str | None:
        """The offering."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def offering_change_id(self) -> str | None:
        """The change of the offering that it belongs to."""
        return None if self._offering_change_id is UNSET else self._offering_change_id

    @property
    def description(self) -> str | None:
        """What it is, in words."""
        return None if self._description is UNSET else self._description

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return None if self._ari is UNSET else self._ari

    @property
    def changes(self) -> list[PricingChangeStep] | None:
        """The steps of the change."""
        return None if self._changes is UNSET or self._changes is None else objects(self._changes)

    @property
    def effective_date(self) -> datetime.datetime | int | None:
        """When the change comes into force."""
        return (
            None
            if self._effective_date is UNSET or self._effective_date is None
            else from_epoch_ms(self._effective_date)
        )

    @property
    def catalog_account_id(self) -> str | None:
        """The account whose catalogue it is in."""
        return None if self._catalog_account_id is UNSET else self._catalog_account_id

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """When it was created."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )

    @property
    def created_by(self) -> str | None:
        """Who created it."""
        return None if self._created_by is UNSET else self._created_by

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def updated_by(self) -> str | None:
        """Who last changed it."""
        return None if self._updated_by is UNSET else self._updated_by

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def status(self) -> PricingChangeStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(PricingChangeStatus, self._status)
        )


from .pricing_change_step import PricingChangeStep  # noqa: E402
