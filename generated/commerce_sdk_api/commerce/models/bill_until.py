"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .bill_until_reference import BillUntilReference
from .bill_until_type import BillUntilType


class BillUntil(Model, frozen=True):
    """The end of billing in advance, given in one of three ways."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _duration: Duration | None | UnsetType = msgspec.field(default=UNSET, name="duration")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")
    _reference: str | None | UnsetType = msgspec.field(default=UNSET, name="reference")

    @property
    def type(self) -> BillUntilType | None:
        """Which of the other fields counts."""
        return (
            None if self._type is UNSET or self._type is None else choice(BillUntilType, self._type)
        )

    @property
    def duration(self) -> Duration | None:
        """A length of time, for type DURATION."""
        return None if self._duration is UNSET else self._duration

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """An instant, for type TIMESTAMP."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else from_epoch_ms(self._timestamp)
        )

    @property
    def reference(self) -> BillUntilReference | None:
        """A named instant, apparently for type TIMESTAMP_REFERENCE."""
        return (
            None
            if self._reference is UNSET or self._reference is None
            else choice(BillUntilReference, self._reference)
        )


from .duration import Duration  # noqa: E402
