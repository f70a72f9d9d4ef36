"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class Fault(Model, frozen=True):
    """An error."""

    _code: str | None | UnsetType = msgspec.field(default=UNSET, name="code")
    _field: str | None | UnsetType = msgspec.field(default=UNSET, name="field")

    @property
    def code(self) -> str | None:
        """`code`."""
        return None if self._code is UNSET else self._code

    @property
    def field(self) -> str | None:
        """`field`."""
        return None if self._field is UNSET else self._field
