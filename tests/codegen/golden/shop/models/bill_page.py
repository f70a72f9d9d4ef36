"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

from typing import ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class BillPage(Model, frozen=True):
    """A page of bills."""

    carries_money: ClassVar[bool] = True
    _data: list[Bill | None] | None | UnsetType = msgspec.field(default=UNSET, name="data")
    _next: str | None | UnsetType = msgspec.field(default=UNSET, name="next")

    @property
    def data(self) -> list[Bill] | None:
        """`data`."""
        return None if self._data is UNSET or self._data is None else objects(self._data)

    @property
    def next(self) -> str | None:
        """`next`."""
        return None if self._next is UNSET else self._next


from .bill import Bill  # noqa: E402
