"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class SubscriptionChargeQuantity(Model, frozen=True):
    """How many of one charge element are charged."""

    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _quantity: int | None | UnsetType = msgspec.field(default=UNSET, name="quantity")
    _last_updated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="lastUpdatedAt")

    @property
    def charge_element(self) -> str | None:
        """What is counted, such as user or agent."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def quantity(self) -> int | None:
        """How many."""
        return None if self._quantity is UNSET else self._quantity

    @property
    def last_updated_at(self) -> datetime.datetime | int | None:
        """When it last changed."""
        return (
            None
            if self._last_updated_at is UNSET or self._last_updated_at is None
            else from_epoch_ms(self._last_updated_at)
        )
