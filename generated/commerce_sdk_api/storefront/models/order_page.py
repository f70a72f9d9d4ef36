"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class OrderPage(Model, frozen=True):
    """A page of orders."""

    carries_money: ClassVar[bool] = True
    _data: list[Order | None] | None | UnsetType = msgspec.field(default=UNSET, name="data")
    _total: int | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _page: int | None | UnsetType = msgspec.field(default=UNSET, name="page")
    _page_size: int | None | UnsetType = msgspec.field(default=UNSET, name="pageSize")
    _pages: int | None | UnsetType = msgspec.field(default=UNSET, name="pages")

    @property
    def data(self) -> list[Order] | None:
        """The orders of this page."""
        return None if self._data is UNSET or self._data is None else objects(self._data)

    @property
    def total(self) -> int | None:
        """How many orders the whole list has."""
        return None if self._total is UNSET else self._total

    @property
    def page(self) -> int | None:
        """The number of this page, from 1 on."""
        return None if self._page is UNSET else self._page

    @property
    def page_size(self) -> int | None:
        """How many entries a whole page has."""
        return None if self._page_size is UNSET else self._page_size

    @property
    def pages(self) -> int | None:
        """How many pages the whole list has."""
        return None if self._pages is UNSET else self._pages


from .order import Order  # noqa: E402
