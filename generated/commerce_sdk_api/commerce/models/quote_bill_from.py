"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .quote_bill_from_type import QuoteBillFromType


class QuoteBillFrom(Model, frozen=True):
    """From when billing in advance counts."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")

    @property
    def type(self) -> QuoteBillFromType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(QuoteBillFromType, self._type)
        )

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """The instant."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else from_epoch_ms(self._timestamp)
        )
