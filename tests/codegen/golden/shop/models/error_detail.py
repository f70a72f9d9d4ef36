"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ErrorDetail(Model, frozen=True):
    """One detail."""

    _field: str | None | UnsetType = msgspec.field(default=UNSET, name="field")
    _issue: str | None | UnsetType = msgspec.field(default=UNSET, name="issue")

    @property
    def field(self) -> str | None:
        """`field`."""
        return None if self._field is UNSET else self._field

    @property
    def issue(self) -> str | None:
        """`issue`."""
        return None if self._issue is UNSET else self._issue
