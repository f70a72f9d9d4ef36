"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model

from .starts_at_type import StartsAtType


class StartsAt(Model, frozen=True):
    """The start of a term."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _timestamp: int | None | UnsetType = msgspec.field(default=UNSET, name="timestamp")

    @property
    def type(self) -> StartsAtType | None:
        """How the start is given."""
        return (
            None if self._type is UNSET or self._type is None else choice(StartsAtType, self._type)
        )

    @property
    def timestamp(self) -> datetime.datetime | int | None:
        """The instant of the start."""
        return (
            None
            if self._timestamp is UNSET or self._timestamp is None
            else from_epoch_ms(self._timestamp)
        )
