"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .currency import Currency


class InvoiceGroup(Model, frozen=True):
    """A set of entitlements that are billed together, to one party by one payment method."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _version: int | None | UnsetType = msgspec.field(default=UNSET, name="version")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _slug: str | None | UnsetType = msgspec.field(default=UNSET, name="slug")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _ship_to_party: InvoiceGroupShipTo | None | UnsetType = msgspec.field(
        default=UNSET, name="shipToParty"
    )
    _bill_to_party: InvoiceGroupBillTo | None | UnsetType = msgspec.field(
        default=UNSET, name="billToParty"
    )
    _default_payment_method: str | None | UnsetType = msgspec.field(
        default=UNSET, name="defaultPaymentMethod"
    )
    _purchase_order: InvoicePurchaseOrder | None | UnsetType = msgspec.field(
        default=UNSET, name="purchaseOrder"
    )
    _active: bool | None | UnsetType = msgspec.field(default=UNSET, name="active")
    _memo: str | None | UnsetType = msgspec.field(default=UNSET, name="memo")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")
    _recipients: list[str | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="recipients"
    )

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def version(self) -> int | None:
        """Its version, counted up with each change."""
        return None if self._version is UNSET else self._version

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def slug(self) -> str | None:
        """Its id for people."""
        return None if self._slug is UNSET else self._slug

    @property
    def currency(self) -> Currency | None:
        """The currency of the amounts."""
        return (
            None
            if self._currency is UNSET or self._currency is None
            else choice(Currency, self._currency)
        )

    @property
    def ship_to_party(self) -> InvoiceGroupShipTo | None:
        """Who receives what is billed."""
        return None if self._ship_to_party is UNSET else self._ship_to_party

    @property
    def bill_to_party(self) -> InvoiceGroupBillTo | None:
        """Who is billed."""
        return None if self._bill_to_party is UNSET else self._bill_to_party

    @property
    def default_payment_method(self) -> str | None:
        """The payment method to use."""
        return None if self._default_payment_method is UNSET else self._default_payment_method

    @property
    def purchase_order(self) -> InvoicePurchaseOrder | None:
        """The customer's own purchase order."""
        return None if self._purchase_order is UNSET else self._purchase_order

    @property
    def active(self) -> bool | None:
        """Whether it is in use."""
        return None if self._active is UNSET else self._active

    @property
    def memo(self) -> str | None:
        """A remark."""
        return None if self._memo is UNSET else self._memo

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
    def recipients(self) -> list[str] | None:
        """The e-mail addresses that invoices go to."""
        return (
            None
            if self._recipients is UNSET or self._recipients is None
            else objects(self._recipients)
        )


from .invoice_group_bill_to import InvoiceGroupBillTo  # noqa: E402
from .invoice_group_ship_to import InvoiceGroupShipTo  # noqa: E402
from .invoice_purchase_order import InvoicePurchaseOrder  # noqa: E402
