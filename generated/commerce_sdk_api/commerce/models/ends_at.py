"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .ends_at_type import EndsAtType


class EndsAt(Model, frozen=True):
    """The end of a term."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _end_timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="endTimestamp")
    _billing_frequency_count: int | None | UnsetType = msgspec.field(
        default=UNSET, name="billingFrequencyCount"
    )

    @property
    def type(self) -> EndsAtType | None:
        """How the end is given, and so which of the other fields counts."""
        return None if self._type is UNSET or self._type is None else choice(EndsAtType, self._type)

    @property
    def end_timestamp(self) -> datetime.datetime | int | None:
        """The instant of the end, for type TIMESTAMP."""
        return (
            None
            if self._end_timestamp is UNSET or self._end_timestamp is None
            else from_epoch_ms(self._end_timestamp)
        )

    @property
    def billing_frequency_count(self) -> int | None:
        """Number of billing periods until the end, for type DURATION."""
        return None if self._billing_frequency_count is UNSET else self._billing_frequency_count
