"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .credit_note_reason import CreditNoteReason
from .credit_note_status import CreditNoteStatus
from .credit_note_type import CreditNoteType
from .currency import Currency


class CreditNote(Model, frozen=True):
    """What is given back of an invoice."""

    carries_money: ClassVar[bool] = True
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _number: str | None | UnsetType = msgspec.field(default=UNSET, name="number")
    _memo: str | None | UnsetType = msgspec.field(default=UNSET, name="memo")
    _reason: str | None | UnsetType = msgspec.field(default=UNSET, name="reason")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _invoice: str | None | UnsetType = msgspec.field(default=UNSET, name="invoice")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _items: list[CreditNoteLine | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="items"
    )
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _refund_id: str | None | UnsetType = msgspec.field(default=UNSET, name="refundId")
    _recharge_invoice_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="rechargeInvoiceId"
    )
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _purchase_order_number: str | None | UnsetType = msgspec.field(
        default=UNSET, name="purchaseOrderNumber"
    )
    _additional_notes: str | None | UnsetType = msgspec.field(default=UNSET, name="additionalNotes")
    _arn: str | None | UnsetType = msgspec.field(default=UNSET, name="arn")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def number(self) -> str | None:
        """Its number for people."""
        return None if self._number is UNSET else self._number

    @property
    def memo(self) -> str | None:
        """A remark."""
        return None if self._memo is UNSET else self._memo

    @property
    def reason(self) -> CreditNoteReason | None:
        """Why it was given back. One value is in kebab-case, unlike all others."""
        return (
            None
            if self._reason is UNSET or self._reason is None
            else choice(CreditNoteReason, self._reason)
        )

    @property
    def type(self) -> CreditNoteType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(CreditNoteType, self._type)
        )

    @property
    def invoice(self) -> str | None:
        """The invoice."""
        return None if self._invoice is UNSET else self._invoice

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def items(self) -> list[CreditNoteLine] | None:
        """What it holds, one by one."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def status(self) -> CreditNoteStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(CreditNoteStatus, self._status)
        )

    @property
    def refund_id(self) -> str | None:
        """The refund."""
        return None if self._refund_id is UNSET else self._refund_id

    @property
    def recharge_invoice_id(self) -> str | None:
        """The invoice that took the place of the credited one."""
        return None if self._recharge_invoice_id is UNSET else self._recharge_invoice_id

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
    def purchase_order_number(self) -> str | None:
        """The number of the customer's own purchase order."""
        return None if self._purchase_order_number is UNSET else self._purchase_order_number

    @property
    def additional_notes(self) -> str | None:
        """Notes of the seller."""
        return None if self._additional_notes is UNSET else self._additional_notes

    @property
    def arn(self) -> str | None:
        """The reference number of the card network."""
        return None if self._arn is UNSET else self._arn


from .credit_note_line import CreditNoteLine  # noqa: E402
