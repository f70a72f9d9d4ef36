"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class OrderPage(Model, frozen=True):
    """One page of orders."""

    _data: list[Order | None] | None | UnsetType = msgspec.field(default=UNSET, name="data")
    _next_id: str | None | UnsetType = msgspec.field(default=UNSET, name="nextId")

    @property
    def data(self) -> list[Order] | None:
        """The page's orders. Whether more follow is for `nextId` to say, not for their number."""
        return None if self._data is UNSET or self._data is None else objects(self._data)

    @property
    def next_id(self) -> str | None:
        """Cursor of the next page, to be sent as `start-id`; absent or null on the last page."""
        return None if self._next_id is UNSET else self._next_id


from .order import Order  # noqa: E402
