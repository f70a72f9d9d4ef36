"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


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
        return None if self._line1 is UNSET else self._line1

    @property
    def line2(self) -> str | None:
        """The second line."""
        return None if self._line2 is UNSET else self._line2

    @property
    def city(self) -> str | None:
        """The city."""
        return None if self._city is UNSET else self._city

    @property
    def country(self) -> str | None:
        """The country, by its code."""
        return None if self._country is UNSET else self._country

    @property
    def state(self) -> str | None:
        """The state or province."""
        return None if self._state is UNSET else self._state

    @property
    def phone(self) -> str | None:
        """A telephone number."""
        return None if self._phone is UNSET else self._phone

    @property
    def postcode(self) -> str | None:
        """The postal code."""
        return None if self._postcode is UNSET else self._postcode
