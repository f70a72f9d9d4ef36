"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .quote_end_type import QuoteEndType


class QuoteEnd(Model, frozen=True):
    """When a line ends, given in one of two ways."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _duration: QuoteDuration | None | UnsetType = msgspec.field(default=UNSET, name="duration")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")

    @property
    def type(self) -> QuoteEndType | None:
        """What kind it is."""
        return (
            None if self._type is UNSET or self._type is None else choice(QuoteEndType, self._type)
        )

    @property
    def duration(self) -> QuoteDuration | None:
        """The length of time."""
        return None if self._duration is UNSET else self._duration

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """The instant."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else from_epoch_ms(self._timestamp)
        )


from .quote_duration import QuoteDuration  # noqa: E402
