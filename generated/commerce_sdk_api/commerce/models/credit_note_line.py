"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, number, objects
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class CreditNoteLine(Model, frozen=True):
    """One line of a credit note."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _entitlement_id: str | None | UnsetType = msgspec.field(default=UNSET, name="entitlementId")
    _subtotal: Any | None | UnsetType = msgspec.field(default=UNSET, name="subtotal")
    _refund_to_customer_balance: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="refundToCustomerBalance"
    )
    _tax: Any | None | UnsetType = msgspec.field(default=UNSET, name="tax")
    _tax_percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="taxPercent")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _invoice_items: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="invoiceItems"
    )
    _tax_items: list[InvoiceTax | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="taxItems"
    )
    _credit_obj: CreditNoteCredit | None | UnsetType = msgspec.field(
        default=UNSET, name="creditObj"
    )
    _metadata: InvoiceFee | None | UnsetType = msgspec.field(default=UNSET, name="metadata")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def entitlement_id(self) -> str | None:
        """The entitlement."""
        return None if self._entitlement_id is UNSET else self._entitlement_id

    @property
    def subtotal(self) -> Money | None:
        """The amount before tax."""
        return (
            None
            if self._subtotal is UNSET or self._subtotal is None
            else amount(self._subtotal, self._sdk_currency, "major")
        )

    @property
    def refund_to_customer_balance(self) -> Money | None:
        """What went to the customer's balance."""
        return (
            None
            if self._refund_to_customer_balance is UNSET or self._refund_to_customer_balance is None
            else amount(self._refund_to_customer_balance, self._sdk_currency, "major")
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
    def tax_percent(self) -> Decimal | None:
        """The tax as a percentage; 10 means ten percent."""
        return (
            None
            if self._tax_percent is UNSET or self._tax_percent is None
            else number(self._tax_percent)
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
    def invoice_items(self) -> list[str] | None:
        """The lines of the invoice that it is about."""
        return (
            None
            if self._invoice_items is UNSET or self._invoice_items is None
            else objects(self._invoice_items)
        )

    @property
    def tax_items(self) -> list[InvoiceTax] | None:
        """The taxes, one by one."""
        return (
            None
            if self._tax_items is UNSET or self._tax_items is None
            else objects(self._tax_items)
        )

    @property
    def credit_obj(self) -> CreditNoteCredit | None:
        """The credit that is granted, if it is one."""
        return None if self._credit_obj is UNSET else self._credit_obj

    @property
    def metadata(self) -> InvoiceFee | None:
        """Further particulars."""
        return None if self._metadata is UNSET else self._metadata


from .credit_note_credit import CreditNoteCredit  # noqa: E402
from .invoice_fee import InvoiceFee  # noqa: E402
from .invoice_tax import InvoiceTax  # noqa: E402
