"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoicePayPal(Model, frozen=True):
    """The PayPal account."""

    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _email: str | None | UnsetType = msgspec.field(default=UNSET, name="email")
    _merchant_id: str | None | UnsetType = msgspec.field(default=UNSET, name="merchantId")
    _country: str | None | UnsetType = msgspec.field(default=UNSET, name="country")

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def email(self) -> str | None:
        """The e-mail address of the account."""
        return None if self._email is UNSET else self._email

    @property
    def merchant_id(self) -> str | None:
        """The merchant's id with the provider."""
        return None if self._merchant_id is UNSET else self._merchant_id

    @property
    def country(self) -> str | None:
        """The country, by its code."""
        return None if self._country is UNSET else self._country
