"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, instant, plain
from commerce_sdk.model import Model

from .quote_end_type import QuoteEndType


class QuoteBillUntil(Model, frozen=True):
    """Until when billing in advance counts."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _duration: QuoteDuration | None | UnsetType = msgspec.field(default=UNSET, name="duration")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")

    @property
    def type(self) -> QuoteEndType | None:
        """What kind it is."""
        return choice(QuoteEndType, self._type)

    @property
    def duration(self) -> QuoteDuration | None:
        """The length of time."""
        return plain(self._duration)

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """The instant."""
        return instant(self._timestamp)


from .quote_duration import QuoteDuration  # noqa: E402
