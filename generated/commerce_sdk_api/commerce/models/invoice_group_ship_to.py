"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class InvoiceGroupShipTo(Model, frozen=True):
    """Who receives what a group is billed for."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _postal_address: InvoiceAddress | None | UnsetType = msgspec.field(
        default=UNSET, name="postalAddress"
    )
    _price_eligibility: dict[str, bool | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="priceEligibility"
    )
    _tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="taxId")
    _tax_ids: list[InvoiceTaxId | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="taxIds"
    )
    _active: bool | None | UnsetType = msgspec.field(default=UNSET, name="active")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def postal_address(self) -> InvoiceAddress | None:
        """The postal address."""
        return None if self._postal_address is UNSET else self._postal_address

    @property
    def price_eligibility(self) -> dict[str, bool | None] | None:
        """Which special prices the party may have, by name."""
        return None if self._price_eligibility is UNSET else self._price_eligibility

    @property
    def tax_id(self) -> str | None:
        """The tax number."""
        return None if self._tax_id is UNSET else self._tax_id

    @property
    def tax_ids(self) -> list[InvoiceTaxId] | None:
        """The tax numbers."""
        return None if self._tax_ids is UNSET or self._tax_ids is None else objects(self._tax_ids)

    @property
    def active(self) -> bool | None:
        """Whether it is in use."""
        return None if self._active is UNSET else self._active

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """When it was created."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )

    @property
    def updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else from_epoch_ms(self._updated_at)
        )


from .invoice_address import InvoiceAddress  # noqa: E402
from .invoice_tax_id import InvoiceTaxId  # noqa: E402
