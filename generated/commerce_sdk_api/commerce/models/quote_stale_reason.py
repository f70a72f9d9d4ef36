"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class QuoteStaleReason(Model, frozen=True):
    """Why a quote is out of date."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _last_updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="lastUpdatedAt")
    _expires_at: int | None | UnsetType = msgspec.field(default=UNSET, name="expiresAt")
    _order_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderId")
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")

    @property
    def code(self) -> str | None:
        """What it is, for programs."""
        return None if self._code is UNSET else self._code

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def last_updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._last_updated_at is UNSET or self._last_updated_at is None
            else from_epoch_ms(self._last_updated_at)
        )

    @property
    def expires_at(self) -> datetime.datetime | int | None:
        """When it expires."""
        return (
            None
            if self._expires_at is UNSET or self._expires_at is None
            else from_epoch_ms(self._expires_at)
        )

    @property
    def order_id(self) -> str | None:
        """The order."""
        return None if self._order_id is UNSET else self._order_id

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the order's item."""
        return None if self._order_item_id is UNSET else self._order_item_id
