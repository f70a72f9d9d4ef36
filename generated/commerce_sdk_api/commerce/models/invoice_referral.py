"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import date_time, objects, plain
from commerce_sdk.model import Model


class InvoiceReferral(Model, frozen=True):
    """The earlier invoice that a line corrects."""

    _invoice: str | None | UnsetType = msgspec.field(default=UNSET, name="invoice")
    _invoice_number: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceNumber")
    _transaction_account: str | None | UnsetType = msgspec.field(
        default=UNSET, name="transactionAccount"
    )
    _invoice_created_at: str | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceCreatedAt"
    )
    _invoice_items: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceItems"
    )

    @property
    def invoice(self) -> str | None:
        """The invoice."""
        return plain(self._invoice)

    @property
    def invoice_number(self) -> str | None:
        """The number of the invoice."""
        return plain(self._invoice_number)

    @property
    def transaction_account(self) -> str | None:
        """The transaction account."""
        return plain(self._transaction_account)

    @property
    def invoice_created_at(self) -> datetime.datetime | str | None:
        """When that invoice was created."""
        return date_time(self._invoice_created_at)

    @property
    def invoice_items(self) -> list[str] | None:
        """The lines of the invoice that it is about."""
        return objects(self._invoice_items)
