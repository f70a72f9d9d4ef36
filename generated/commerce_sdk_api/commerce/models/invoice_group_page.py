"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class InvoiceGroupPage(Model, frozen=True):
    """A page of invoice groups."""

    _data: list[InvoiceGroup | None] | None | UnsetType = msgspec.field(default=UNSET, name="data")
    _next_id: str | None | UnsetType = msgspec.field(default=UNSET, name="nextId")

    @property
    def data(self) -> list[InvoiceGroup] | None:
        """What the page holds."""
        return None if self._data is UNSET or self._data is None else objects(self._data)

    @property
    def next_id(self) -> str | None:
        """The cursor of the next page. Absent or null on the last one."""
        return None if self._next_id is UNSET else self._next_id


from .invoice_group import InvoiceGroup  # noqa: E402
