"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class UpcomingBillsPeriod(Model, frozen=True):
    """The time that a line of a bill covers."""

    _ends_at: int | None | UnsetType = msgspec.field(default=UNSET, name="endsAt")
    _starts_at: int | None | UnsetType = msgspec.field(default=UNSET, name="startsAt")

    @property
    def ends_at(self) -> datetime.datetime | int | None:
        """When it ends."""
        return (
            None
            if self._ends_at is UNSET or self._ends_at is None
            else from_epoch_ms(self._ends_at)
        )

    @property
    def starts_at(self) -> datetime.datetime | int | None:
        """When it begins."""
        return (
            None
            if self._starts_at is UNSET or self._starts_at is None
            else from_epoch_ms(self._starts_at)
        )
