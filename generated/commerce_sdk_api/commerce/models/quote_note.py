"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class QuoteNote(Model, frozen=True):
    """A note on a quote that the customer sees."""

    _note: str | None | UnsetType = msgspec.field(default=UNSET, name="note")
    _created_at: int | None | UnsetType = msgspec.field(default=UNSET, name="createdAt")

    @property
    def note(self) -> str | None:
        """The note."""
        return None if self._note is UNSET else self._note

    @property
    def created_at(self) -> datetime.datetime | int | None:
        """When it was created."""
        return (
            None
            if self._created_at is UNSET or self._created_at is None
            else from_epoch_ms(self._created_at)
        )
