"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model


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
        return None if self._invoice is UNSET else self._invoice

    @property
    def invoice_number(self) -> str | None:
        """The number of the invoice."""
        return None if self._invoice_number is UNSET else self._invoice_number

    @property
    def transaction_account(self) -> str | None:
        """The transaction account."""
        return None if self._transaction_account is UNSET else self._transaction_account

    @property
    def invoice_created_at(self) -> datetime.datetime | str | None:
        """When that invoice was created."""
        return (
            None
            if self._invoice_created_at is UNSET or self._invoice_created_at is None
            else parse_rfc3339(self._invoice_created_at)
        )

    @property
    def invoice_items(self) -> list[str] | None:
        """The lines of the invoice that it is about."""
        return (
            None
            if self._invoice_items is UNSET or self._invoice_items is None
            else objects(self._invoice_items)
        )
