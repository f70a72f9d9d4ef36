"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, choice, objects
from commerce_sdk.document.instants import parse_rfc3339
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money

from .order_status import OrderStatus


class Order(Model, frozen=True):
    """What was ordered. Its totals are the platform's own; how coupons and discounts enter them is
    not published."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("currency",)
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _customer_id: str | None | UnsetType = msgspec.field(default=UNSET, name="customerId")
    _items: list[OrderItem | None] | None | UnsetType = msgspec.field(default=UNSET, name="items")
    _subtotal: Any | None | UnsetType = msgspec.field(default=UNSET, name="subtotal")
    _discount: Any | None | UnsetType = msgspec.field(default=UNSET, name="discount")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _status: str | None | UnsetType = msgspec.field(default=UNSET, name="status")
    _notes: str | None | UnsetType = msgspec.field(default=UNSET, name="notes")
    _created_at: str | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")
    _updated_at: str | None | UnsetType = msgspec.field(default=UNSET, name="updatedAt")

    @property
    def order_id(self) -> str | None:
        """The order's id."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def customer_id(self) -> str | None:
        """Whose order it is."""
        return None if self._customer_id is UNSET else self._customer_id

    @property
    def items(self) -> list[OrderItem] | None:
        """What was ordered."""
        return None if self._items is UNSET or self._items is None else objects(self._items)

    @property
    def subtotal(self) -> Money | None:
        """What the items come to."""
        return (
            None
            if self._subtotal is UNSET or self._subtotal is None
            else amount(self._subtotal, self._sdk_currency, "major")
        )

    @property
    def discount(self) -> Money | None:
        """What is taken off."""
        return (
            None
            if self._discount is UNSET or self._discount is None
            else amount(self._discount, self._sdk_currency, "major")
        )

    @property
    def total(self) -> Money | None:
        """What is to be paid."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "major")
        )

    @property
    def currency(self) -> str | None:
        """The currency of every amount of the order, by its ISO 4217 code."""
        return None if self._currency is UNSET else self._currency

    @property
    def status(self) -> OrderStatus | None:
        """Where the order stands."""
        return (
            None
            if self._status is UNSET or self._status is None
            else choice(OrderStatus, self._status)
        )

    @property
    def notes(self) -> str | None:
        """What its customer wrote."""
        return None if self._notes is UNSET else self._notes

    @property
    def created_at(self) -> datetime.datetime | str | None:
        """When it was placed."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else parse_rfc3339(self._created_at)
        )

    @property
    def updated_at(self) -> datetime.datetime | str | None:
        """When it was last changed; null where it never was."""
        return (
            None
            if self._updated_at is UNSET or self._updated_at is None
            else parse_rfc3339(self._updated_at)
        )


from .order_item import OrderItem  # noqa: E402
