"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model


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
        return None if self._id is UNSET else self._id

    @property
    def label(self) -> str | None:
        """A label."""
        return None if self._label is UNSET else self._label

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return None if self._tax_id_label is UNSET else self._tax_id_label

    @property
    def tax_id_description(self) -> str | None:
        """What kind of tax number it is, in words."""
        return None if self._tax_id_description is UNSET else self._tax_id_description

    @property
    def metadata(self) -> dict[str, str | None] | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata

    @property
    def expires_at(self) -> datetime.datetime | str | None:
        """When it expires."""
        return (
            None
            if self._expires_at is UNSET or self._expires_at is None
            else parse_rfc3339(self._expires_at)
        )
