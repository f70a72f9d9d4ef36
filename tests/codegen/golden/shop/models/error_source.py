"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ErrorSource(Model, frozen=True):
    """Where it is wrong."""

    _pointer: str | None | UnsetType = msgspec.field(default=UNSET, name="pointer")
    _parameter: str | None | UnsetType = msgspec.field(default=UNSET, name="parameter")

    @property
    def pointer(self) -> str | None:
        """`pointer`."""
        return None if self._pointer is UNSET else self._pointer

    @property
    def parameter(self) -> str | None:
        """`parameter`."""
        return None if self._parameter is UNSET else self._parameter
