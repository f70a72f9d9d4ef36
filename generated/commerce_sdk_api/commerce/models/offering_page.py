"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class OfferingPage(Model, frozen=True):
    """A page of offerings."""

    _values: list[Offering | None] | None | UnsetType = msgspec.field(default=UNSET, name="values")
    _next_id: str | None | UnsetType = msgspec.field(default=UNSET, name="nextId")

    @property
    def values(self) -> list[Offering] | None:
        """What the page holds."""
        return None if self._values is UNSET or self._values is None else objects(self._values)

    @property
    def next_id(self) -> str | None:
        """The cursor of the next page. Absent or null on the last one."""
        return None if self._next_id is UNSET else self._next_id


from .offering import Offering  # noqa: E402
