"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PageLinks(Model, frozen=True):
    """What leads to other parts."""

    _next: str | None | UnsetType = msgspec.field(default=UNSET, name="next")

    @property
    def next(self) -> str | None:
        """To the next one."""
        return None if self._next is UNSET else self._next
