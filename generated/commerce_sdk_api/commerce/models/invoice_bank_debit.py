"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .currency import Currency


class InvoiceBankDebit(Model, frozen=True, tag_field="type", tag="ACH"):
    """Payment by bank debit (ACH)."""

    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _default: bool | None | UnsetType = msgspec.field(default=UNSET, name="default")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _terms: InvoicePaymentTerms | None | UnsetType = msgspec.field(default=UNSET, name="terms")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _transaction_account_partition: InvoiceAccountReference | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccountPartition"
    )
    _transaction_account: InvoiceAccountReference | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccount"
    )
    _ach: InvoiceBankAccount | None | UnsetType = msgspec.field(default=UNSET, name="ach")

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def default(self) -> bool | None:
        """Whether it is the one to use when none is named."""
        return None if self._default is UNSET else self._default

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

    @property
    def terms(self) -> InvoicePaymentTerms | None:
        """The terms of payment."""
        return None if self._terms is UNSET else self._terms

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def transaction_account_partition(self) -> InvoiceAccountReference | None:
        """The transaction account, and where the platform keeps it."""
        return (
            None
            if self._transaction_account_partition is UNSET
            else self._transaction_account_partition
        )

    @property
    def transaction_account(self) -> InvoiceAccountReference | None:
        """The transaction account."""
        return None if self._transaction_account is UNSET else self._transaction_account

    @property
    def ach(self) -> InvoiceBankAccount | None:
        """The bank account."""
        return None if self._ach is UNSET else self._ach

    @property
    def type(self) -> str:
        """What kind it is."""
        return "ACH"


from .invoice_account_reference import InvoiceAccountReference  # noqa: E402
from .invoice_bank_account import InvoiceBankAccount  # noqa: E402
from .invoice_payment_terms import InvoicePaymentTerms  # noqa: E402
