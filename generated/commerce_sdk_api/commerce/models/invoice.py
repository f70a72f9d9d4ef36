"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency, UnknownVariant
from commerce_sdk.money import Money

from .currency import Currency
from .invoice_status import InvoiceStatus


class Invoice(Model, frozen=True):
    """What an account is billed, and how far that has been paid. All amounts are in its currency."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _number: str | None | UnsetType = msgspec.field(default=UNSET, name="number")
    _invoice_group: str | None | UnsetType = msgspec.field(default=UNSET, name="invoiceGroup")
    _memo: str | None | UnsetType = msgspec.field(default=UNSET, name="memo")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _finalized_at: int | None | UnsetType = msgspec.field(default=UNSET, name="finalizedAt")
    _due_at: int | None | UnsetType = msgspec.field(default=UNSET, name="dueAt")
    _paid_at: int | None | UnsetType = msgspec.field(default=UNSET, name="paidAt")
    _uncollectible_at: int | None | UnsetType = msgspec.field(default=UNSET, name="uncollectibleAt")
    _bill_to: InvoiceBillTo | None | UnsetType = msgspec.field(default=UNSET, name="billTo")
    _ship_to: InvoiceShipTo | None | UnsetType = msgspec.field(default=UNSET, name="shipTo")
    _payment_method: str | None | UnsetType = msgspec.field(default=UNSET, name="paymentMethod")
    _payment_method_obj: (
        InvoiceBankDebit
        | InvoiceCardPayment
        | InvoiceDeferredPayment
        | InvoicePayPalPayment
        | None
        | UnsetType
    ) = msgspec.field(default=UNSET, name="paymentMethodObj")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _subtotal: Any | None | UnsetType = msgspec.field(default=UNSET, name="subtotal")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _tax_id_label: str | None | UnsetType = msgspec.field(default=UNSET, name="taxIdLabel")
    _header_tax_id: str | None | UnsetType = msgspec.field(default=UNSET, name="headerTaxId")
    _header_tax_ids: list[InvoiceHeaderTaxId | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="headerTaxIds"
    )
    _additional_notes: str | None | UnsetType = msgspec.field(default=UNSET, name="additionalNotes")
    _items: list[InvoiceLine | None] | None | UnsetType = msgspec.field(default=UNSET, name="items")
    _dunning_history: list[InvoiceDunning | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="dunningHistory"
    )
    _dunning_status: InvoiceDunning | None | UnsetType = msgspec.field(
        default=UNSET, name="dunningStatus"
    )
    _purchase_order_number: str | None | UnsetType = msgspec.field(
        default=UNSET, name="purchaseOrderNumber"
    )
    _applied_balance: Any | None | UnsetType = msgspec.field(default=UNSET, name="appliedBalance")
    _re_invoiced: bool | None | UnsetType = msgspec.field(default=UNSET, name="reInvoiced")
    _pre_payment_credit_notes_amount: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="prePaymentCreditNotesAmount"
    )
    _user_defined_notes: dict[str, str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="userDefinedNotes"
    )
    _payment_status: InvoicePaymentStatus | None | UnsetType = msgspec.field(
        default=UNSET, name="paymentStatus"
    )
    _charge: InvoiceCharge | None | UnsetType = msgspec.field(default=UNSET, name="charge")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def number(self) -> str | None:
        """Its number for people."""
        return None if self._number is UNSET else self._number

    @property
    def invoice_group(self) -> str | None:
        """The invoice group that is billed."""
        return None if self._invoice_group is UNSET else self._invoice_group

    @property
    def memo(self) -> str | None:
        """A remark."""
        return None if self._memo is UNSET else self._memo

    @property
    def status(self) -> InvoiceStatus | None:
        """Where it stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(InvoiceStatus, self._status)
        )

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
    def finalized_at(self) -> datetime.datetime | int | None:
        """When it became final."""
        return (
            None
            if self._finalized_at is UNSET or self._finalized_at is None
            else from_epoch_ms(self._finalized_at)
        )

    @property
    def due_at(self) -> datetime.datetime | int | None:
        """When it is to be paid."""
        return (
            None if self._due_at is UNSET or self._due_at is None else from_epoch_ms(self._due_at)
        )

    @property
    def paid_at(self) -> datetime.datetime | int | None:
        """When it was paid."""
        return (
            None
            if self._paid_at is UNSET or self._paid_at is None
            else from_epoch_ms(self._paid_at)
        )

    @property
    def uncollectible_at(self) -> datetime.datetime | int | None:
        """When it was given up."""
        return (
            None
            if self._uncollectible_at is UNSET or self._uncollectible_at is None
            else from_epoch_ms(self._uncollectible_at)
        )

    @property
    def bill_to(self) -> InvoiceBillTo | None:
        """Who is billed."""
        return None if self._bill_to is UNSET else self._bill_to

    @property
    def ship_to(self) -> InvoiceShipTo | None:
        """Who receives what is billed."""
        return None if self._ship_to is UNSET else self._ship_to

    @property
    def payment_method(self) -> str | None:
        """The payment method."""
        return None if self._payment_method is UNSET else self._payment_method

    @property
    def payment_method_obj(
        self,
    ) -> (
        InvoiceBankDebit
        | InvoiceCardPayment
        | InvoiceDeferredPayment
        | InvoicePayPalPayment
        | UnknownVariant
        | None
    ):
        """The payment method with its particulars."""
        return None if self._payment_method_obj is UNSET else self._payment_method_obj

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def subtotal(self) -> Money | None:
        """The amount before tax."""
        return (
            None
            if self._subtotal is UNSET or self._subtotal is None
            else amount(self._subtotal, self._sdk_currency, "major")
        )

    @property
    def total(self) -> Money | None:
        """The whole amount."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "major")
        )

    @property
    def tax(self) -> Money | None:
        """The tax."""
        return (
            None
            if self._tax is UNSET or self._tax is None
            else amount(self._tax, self._sdk_currency, "major")
        )

    @property
    def tax_id_label(self) -> str | None:
        """What kind of tax number it is."""
        return None if self._tax_id_label is UNSET else self._tax_id_label

    @property
    def header_tax_id(self) -> str | None:
        """The seller's tax number."""
        return None if self._header_tax_id is UNSET else self._header_tax_id

    @property
    def header_tax_ids(self) -> list[InvoiceHeaderTaxId] | None:
        """The seller's tax numbers."""
        return (
            None
            if self._header_tax_ids is UNSET or self._header_tax_ids is None
            else objects(self._header_tax_ids)
        )

    @property
    def additional_notes(self) -> str | None:
        """Notes of the seller."""
        return None if self._additional_notes is UNSET else self._additional_notes

    @property
    def items(self) -> list[InvoiceLine] | None:
        """What it holds, one by one."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def dunning_history(self) -> list[InvoiceDunning] | None:
        """The attempts to collect what was due."""
        return (
            None
            if self._dunning_history is UNSET or self._dunning_history is None
            else objects(self._dunning_history)
        )

    @property
    def dunning_status(self) -> InvoiceDunning | None:
        """The latest attempt to collect what is due."""
        return None if self._dunning_status is UNSET else self._dunning_status

    @property
    def purchase_order_number(self) -> str | None:
        """The number of the customer's own purchase order."""
        return None if self._purchase_order_number is UNSET else self._purchase_order_number

    @property
    def applied_balance(self) -> Money | None:
        """What was taken from the customer's balance."""
        return (
            None
            if self._applied_balance is UNSET or self._applied_balance is None
            else amount(self._applied_balance, self._sdk_currency, "major")
        )

    @property
    def re_invoiced(self) -> bool | None:
        """Whether it was invoiced anew."""
        return None if self._re_invoiced is UNSET else self._re_invoiced

    @property
    def pre_payment_credit_notes_amount(self) -> Money | None:
        """What credit notes took off before payment."""
        return (
            None
            if self._pre_payment_credit_notes_amount is UNSET
            or self._pre_payment_credit_notes_amount is None
            else amount(self._pre_payment_credit_notes_amount, self._sdk_currency, "major")
        )

    @property
    def user_defined_notes(self) -> dict[str, str | None] | None:
        """Notes of the customer, by name."""
        return None if self._user_defined_notes is UNSET else self._user_defined_notes

    @property
    def payment_status(self) -> InvoicePaymentStatus | None:
        """Whether the payer has to do something."""
        return None if self._payment_status is UNSET else self._payment_status

    @property
    def charge(self) -> InvoiceCharge | None:
        """The charge that paid it."""
        return None if self._charge is UNSET else self._charge


from .invoice_bank_debit import InvoiceBankDebit  # noqa: E402
from .invoice_bill_to import InvoiceBillTo  # noqa: E402
from .invoice_card_payment import InvoiceCardPayment  # noqa: E402
from .invoice_charge import InvoiceCharge  # noqa: E402
from .invoice_deferred_payment import InvoiceDeferredPayment  # noqa: E402
from .invoice_dunning import InvoiceDunning  # noqa: E402
from .invoice_header_tax_id import InvoiceHeaderTaxId  # noqa: E402
from .invoice_line import InvoiceLine  # noqa: E402
from .invoice_pay_pal_payment import InvoicePayPalPayment  # noqa: E402
from .invoice_payment_status import InvoicePaymentStatus  # noqa: E402
from .invoice_ship_to import InvoiceShipTo  # noqa: E402
