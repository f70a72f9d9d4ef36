"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class QuoteAutoRefresh(Model, frozen=True):
    """A refresh that the platform began by itself."""

    _initiated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="initiatedAt")
    _reason: str | None | UnsetType = msgspec.field(default=UNSET, name="reason")

    @property
    def initiated_at(self) -> datetime.datetime | int | None:
        """When it began."""
        return (
            None
            if self._initiated_at is UNSET or self._initiated_at is None
            else from_epoch_ms(self._initiated_at)
        )

    @property
    def reason(self) -> str | None:
        """Why."""
        return None if self._reason is UNSET else self._reason
