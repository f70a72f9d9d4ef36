"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import plain
from commerce_sdk.model import Model


class EntitlementSummaryOrder(Model, frozen=True):
    """The order that an entitlement came from, as a list shows it."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")

    @property
    def id(self) -> str | None:
        """Its id."""
        return plain(self._id)

    @property
    def item_id(self) -> str | None:
        """The item of the order."""
        return plain(self._item_id)
