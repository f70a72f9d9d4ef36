"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.model import Model


class ShelfCount(Model, frozen=True):
    """How many shelves there are."""

    _shelves: int | None | UnsetType = msgspec.field(default=UNSET, name="shelves")

    @property
    def shelves(self) -> int | None:
        """`shelves`."""
        return None if self._shelves is UNSET else self._shelves
