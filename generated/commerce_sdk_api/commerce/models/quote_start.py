"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .quote_start_type import QuoteStartType


class QuoteStart(Model, frozen=True):
    """When a line begins, given in one of several ways."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")
    _line_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="lineItemId")

    @property
    def type(self) -> QuoteStartType | None:
        """What kind it is."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(QuoteStartType, self._type)
        )

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """The instant."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else from_epoch_ms(self._timestamp)
        )

    @property
    def line_item_id(self) -> str | None:
        """The line of the quote."""
        return None if self._line_item_id is UNSET else self._line_item_id
