"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceCard(Model, frozen=True):
    """A payment card, as far as it is shown."""

    _brand: str | None | UnsetType = msgspec.field(default=UNSET, name="brand")
    _country: str | None | UnsetType = msgspec.field(default=UNSET, name="country")
    _exp_month: int | None | UnsetType = msgspec.field(default=UNSET, name="expMonth")
    _exp_year: int | None | UnsetType = msgspec.field(default=UNSET, name="expYear")
    _funding: str | None | UnsetType = msgspec.field(default=UNSET, name="funding")
    _last4: str | None | UnsetType = msgspec.field(default=UNSET, name="last4")
    _card_holder_name: str | None | UnsetType = msgspec.field(default=UNSET, name="cardHolderName")
    _postal_code: str | None | UnsetType = msgspec.field(default=UNSET, name="postalCode")
    _fingerprint: str | None | UnsetType = msgspec.field(default=UNSET, name="fingerprint")

    @property
    def brand(self) -> str | None:
        """The card's brand."""
        return None if self._brand is UNSET else self._brand

    @property
    def country(self) -> str | None:
        """The country, by its code."""
        return None if self._country is UNSET else self._country

    @property
    def exp_month(self) -> int | None:
        """The month in which the card expires, 1 to 12."""
        return None if self._exp_month is UNSET else self._exp_month

    @property
    def exp_year(self) -> int | None:
        """The year in which the card expires."""
        return None if self._exp_year is UNSET else self._exp_year

    @property
    def funding(self) -> str | None:
        """How the card is funded, such as credit or debit."""
        return None if self._funding is UNSET else self._funding

    @property
    def last4(self) -> str | None:
        """The last four digits."""
        return None if self._last4 is UNSET else self._last4

    @property
    def card_holder_name(self) -> str | None:
        """The name on the card."""
        return None if self._card_holder_name is UNSET else self._card_holder_name

    @property
    def postal_code(self) -> str | None:
        """The postal code of the card."""
        return None if self._postal_code is UNSET else self._postal_code

    @property
    def fingerprint(self) -> str | None:
        """A mark that is the same for the same card."""
        return None if self._fingerprint is UNSET else self._fingerprint
