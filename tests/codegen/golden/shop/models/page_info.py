"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PageInfo(Model, frozen=True):
    """What is known of all pages."""

    _page: int | None | UnsetType = msgspec.field(default=UNSET, name="page")
    _pages: int | None | UnsetType = msgspec.field(default=UNSET, name="pages")
    _more: bool | None | UnsetType = msgspec.field(default=UNSET, name="more")

    @property
    def page(self) -> int | None:
        """The number of this one."""
        return None if self._page is UNSET else self._page

    @property
    def pages(self) -> int | None:
        """How many there are."""
        return None if self._pages is UNSET else self._pages

    @property
    def more(self) -> bool | None:
        """Is there another one?"""
        return None if self._more is UNSET else self._more
