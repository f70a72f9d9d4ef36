"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class RackCount(Model, frozen=True):
    """How many racks there are."""

    _racks: int | None | UnsetType = msgspec.field(default=UNSET, name="racks")

    @property
    def racks(self) -> int | None:
        """`racks`."""
        return None if self._racks is UNSET else self._racks
