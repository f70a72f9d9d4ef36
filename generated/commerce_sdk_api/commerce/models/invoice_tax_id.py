"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import date_time, plain
from commerce_sdk.model import Model


class InvoiceTaxId(Model, frozen=True):
    """A tax number of a party."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _label: str | None | UnsetType = msgspec.field(default=UNSET, name="label")
    _tax_id_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxIdLabel")
    _tax_id_description: str | None | UnsetType = msgspec.field(
        default=UNSET, name="taxIdDescription"
    )
    _metadata: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="metadata"
    )
    _expires_at: str | None | UnsetType = msgspec.field(default=UNSET, name="expiresAt")

    @property
    def id(self) -> str | None:
        """Its id."""
        return plain(self._id)

    @property
    def label(self) -> str | None:
        """A label."""
        return plain(self._label)

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return plain(self._tax_id_label)

    @property
    def tax_id_description(self) -> str | None:
        """What kind of tax number it is, in words."""
        return plain(self._tax_id_description)

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """Further particulars."""
        return plain(self._metadata)

    @property
    def expires_at(self) -> datetime.datetime | str | None:
        """When it expires."""
        return date_time(self._expires_at)
