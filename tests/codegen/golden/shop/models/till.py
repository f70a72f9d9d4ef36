"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Till(Model, frozen=True):
    """A till."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _clerk: str | None | UnsetType = msgspec.field(default=UNSET, name="clerk")
    _state: str | None | UnsetType = msgspec.field(default=UNSET, name="state")

    @property
    def id(self) -> str | None:
        """`id`."""
        return None if self._id is UNSET else self._id

    @property
    def clerk(self) -> str | None:
        """`clerk`."""
        return None if self._clerk is UNSET else self._clerk

    @property
    def state(self) -> str | None:
        """`state`."""
        return None if self._state is UNSET else self._state
