"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


class InvoiceAddress(Model, frozen=True):
    """A postal address."""

    _line1: str | None | UnsetType = msgspec.field(default=UNSET, name="line1")
    _line2: str | None | UnsetType = msgspec.field(default=UNSET, name="line2")
    _city: str | None | UnsetType = msgspec.field(default=UNSET, name="city")
    _country: str | None | UnsetType = msgspec.field(default=UNSET, name="country")
    _state: str | None | UnsetType = msgspec.field(default=UNSET, name="state")
    _phone: str | None | UnsetType = msgspec.field(default=UNSET, name="phone")
    _postcode: str | None | UnsetType = msgspec.field(default=UNSET, name="postcode")

    @property
    def line1(self) -> str | None:
        """The first line."""
        return plain(self._line1)

    @property
    def line2(self) -> str | None:
        """The second line."""
        return plain(self._line2)

    @property
    def city(self) -> str | None:
        """The city."""
        return plain(self._city)

    @property
    def country(self) -> str | None:
        """The country, by its code."""
        return plain(self._country)

    @property
    def state(self) -> str | None:
        """The state or province."""
        return plain(self._state)

    @property
    def phone(self) -> str | None:
        """A telephone number."""
        return plain(self._phone)

    @property
    def postcode(self) -> str | None:
        """The postal code."""
        return plain(self._postcode)
