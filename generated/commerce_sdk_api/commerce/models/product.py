"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, each
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .catalog_billing_system import CatalogBillingSystem
from .catalog_status import CatalogStatus


class Product(Model, frozen=True):
    """Something that is sold, in one or more offerings."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _ari: str | None | UnsetType = msgspec.field(default=UNSET, name="ari")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _supported_billing_systems: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="supportedBillingSystems"
    )
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _catalog_account_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="catalogAccountId"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def ari(self) -> str | None:
        """The platform's resource name of it."""
        return None if self._ari is UNSET else self._ari

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )

    @property
    def supported_billing_systems(self) -> list[CatalogBillingSystem] | None:
        """The billing systems that can bill it."""
        return (
            None
            if self._supported_billing_systems is UNSET or self._supported_billing_systems is None
            else each(
                self._supported_billing_systems, lambda entry: choice(CatalogBillingSystem, entry)
            )
        )

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def status(self) -> CatalogStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(CatalogStatus, self._status)
        )

    @property
    def catalog_account_id(self) -> str | None:
        """The account whose catalogue it is in."""
        return None if self._catalog_account_id is UNSET else self._catalog_account_id
