"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Stock(Model, frozen=True):
    """What is in stock."""

    _count: int | None | UnsetType = msgspec.field(default=UNSET, name="count")

    @property
    def count(self) -> int | None:
        """`count`."""
        return None if self._count is UNSET else self._count
