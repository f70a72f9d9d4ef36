"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .cycle_interval import CycleInterval


class PricingCycle(Model, frozen=True):
    """A billing cycle."""

    _name: str | None | UnsetType = msgspec.field(default=UNSET, name="name")
    _interval: str | None | UnsetType = msgspec.field(default=UNSET, name="interval")
    _count: int | None | UnsetType = msgspec.field(default=UNSET, name="count")

    @property
    def name(self) -> str | None:
        """Its name."""
        return None if self._name is UNSET else self._name

    @property
    def interval(self) -> CycleInterval | None:
        """The unit of time."""
        return (
            None
            if self._interval is UNSET or self._interval is None
            else choice(CycleInterval, self._interval)
        )

    @property
    def count(self) -> int | None:
        """How many intervals make a cycle."""
        return None if self._count is UNSET else self._count
