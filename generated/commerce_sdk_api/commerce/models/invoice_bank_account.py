"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


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
        return plain(self._bank_name)

    @property
    def last4(self) -> str | None:
        """The last four digits."""
        return plain(self._last4)

    @property
    def routing_number(self) -> str | None:
        """The number of the bank."""
        return plain(self._routing_number)

    @property
    def account_holder(self) -> str | None:
        """The name on the account."""
        return plain(self._account_holder)

    @property
    def valid(self) -> bool | None:
        """Whether the account was checked."""
        return plain(self._valid)
