"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class GoodSlice(Model, frozen=True):
    """A part of a list."""

    _rows: list[Good | None] | None | UnsetType = msgspec.field(default=UNSET, name="rows")
    _total: int | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _size: int | None | UnsetType = msgspec.field(default=UNSET, name="size")
    _links: PageLinks | None | UnsetType = msgspec.field(default=UNSET, name="links")

    @property
    def rows(self) -> list[Good] | None:
        """`rows`."""
        return None if self._rows is UNSET or self._rows is None else objects(self._rows)

    @property
    def total(self) -> int | None:
        """How many there are in all."""
        return None if self._total is UNSET else self._total

    @property
    def size(self) -> int | None:
        """The most of them to a page."""
        return None if self._size is UNSET else self._size

    @property
    def links(self) -> PageLinks | None:
        """What leads to other parts."""
        return None if self._links is UNSET else self._links


from .good import Good  # noqa: E402
from .page_links import PageLinks  # noqa: E402
