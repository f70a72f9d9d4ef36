"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .duration_interval import DurationInterval


class QuoteDuration(Model, frozen=True):
    """A length of time in years."""

    _interval: str | None | UnsetType = msgspec.field(default=UNSET, name="interval")
    _interval_count: int | None | UnsetType = msgspec.field(default=UNSET, name="intervalCount")

    @property
    def interval(self) -> DurationInterval | None:
        """The unit of time."""
        return (
            None
            if self._interval is UNSET or self._interval is None
            else choice(DurationInterval, self._interval)
        )

    @property
    def interval_count(self) -> int | None:
        """How many units."""
        return None if self._interval_count is UNSET else self._interval_count
