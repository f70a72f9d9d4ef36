"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import choice, plain
from commerce_sdk.model import Model

from .duration_interval import DurationInterval


class QuoteDuration(Model, frozen=True):
    """A length of time in years."""

    _interval: str | None | UnsetType = msgspec.field(default=UNSET, name="interval")
    _interval_count: int | None | UnsetType = msgspec.field(default=UNSET, name="intervalCount")

    @property
    def interval(self) -> DurationInterval | None:
        """The unit of time."""
        return choice(DurationInterval, self._interval)

    @property
    def interval_count(self) -> int | None:
        """How many units."""
        return plain(self._interval_count)
