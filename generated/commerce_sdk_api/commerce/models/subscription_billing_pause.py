"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class SubscriptionBillingPause(Model, frozen=True):
    """A time in which nothing is billed."""

    _start_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="startTimestamp")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")

    @property
    def start_timestamp(self) -> datetime.datetime | int | None:
        """When it begins."""
        return (
            None
            if self._start_timestamp is UNSET or self._start_timestamp is None
            else from_epoch_ms(self._start_timestamp)
        )

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
        )
