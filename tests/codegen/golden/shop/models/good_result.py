"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class GoodResult(Model, frozen=True):
    """The goods of a page, and what is known of all pages."""

    _rows: list[Good | None] | None | UnsetType = msgspec.field(default=UNSET, name="rows")
    _info: PageInfo | None | UnsetType = msgspec.field(default=UNSET, name="info")

    @property
    def rows(self) -> list[Good] | None:
        """`rows`."""
        return None if self._rows is UNSET or self._rows is None else objects(self._rows)

    @property
    def info(self) -> PageInfo | None:
        """What is known of all pages."""
        return None if self._info is UNSET else self._info


from .good import Good  # noqa: E402
from .page_info import PageInfo  # noqa: E402
