"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class InvoicePeriod(Model, frozen=True):
    """The time that a line covers."""

    _start_at: int | None | UnsetType = msgspec.field(default=UNSET, name="startAt")
    _end_at: int | None | UnsetType = msgspec.field(default=UNSET, name="endAt")

    @property
    def start_at(self) -> datetime.datetime | int | None:
        """When the period begins."""
        return (
            None
            if self._start_at is UNSET or self._start_at is None
            else from_epoch_ms(self._start_at)
        )

    @property
    def end_at(self) -> datetime.datetime | int | None:
        """When the period ends."""
        return (
            None if self._end_at is UNSET or self._end_at is None else from_epoch_ms(self._end_at)
        )
