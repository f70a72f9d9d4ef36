"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import instant, plain
from commerce_sdk.model import Model


class QuoteAutoRefresh(Model, frozen=True):
    """A refresh that the platform began by itself."""

    _initiated_at: int | None | UnsetType = msgspec.field(default=UNSET, name="initiatedAt")
    _reason: str | None | UnsetType = msgspec.field(default=UNSET, name="reason")

    @property
    def initiated_at(self) -> datetime.datetime | int | None:
        """When it began."""
        return instant(self._initiated_at)

    @property
    def reason(self) -> str | None:
        """Why."""
        return plain(self._reason)
