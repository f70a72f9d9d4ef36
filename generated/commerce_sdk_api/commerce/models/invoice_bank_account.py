"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceBankAccount(Model, frozen=True):
    """The bank account of a debit."""

    _bank_name: str | None | UnsetType = msgspec.field(default=UNSET, name="bankName")
    _last4: str | None | UnsetType = msgspec.field(default=UNSET, name="last4")
    _routing_number: str | None | UnsetType = msgspec.field(default=UNSET, name="routingNumber")
    _account_holder: str | None | UnsetType = msgspec.field(default=UNSET, name="accountHolder")
    _valid: bool | None | UnsetType = msgspec.field(default=UNSET, name="valid")

    @property
    def bank_name(self) -> str | None:
        """The bank."""
        return None if self._bank_name is UNSET else self._bank_name

    @property
    def last4(self) -> str | None:
        """The last four digits."""
        return None if self._last4 is UNSET else self._last4

    @property
    def routing_number(self) -> str | None:
        """The number of the bank."""
        return None if self._routing_number is UNSET else self._routing_number

    @property
    def account_holder(self) -> str | None:
        """The name on the account."""
        return None if self._account_holder is UNSET else self._account_holder

    @property
    def valid(self) -> bool | None:
        """Whether the account was checked."""
        return None if self._valid is UNSET else self._valid
