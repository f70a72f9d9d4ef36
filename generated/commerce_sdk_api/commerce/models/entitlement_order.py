"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EntitlementOrder(Model, frozen=True):
    """The order that an entitlement came from."""

    _id: str | None | UnsetType = msgspec.field(default=UNSET, name="id")
    _item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="itemId")

    @property
    def id(self) -> str | None:
        """Its id."""
        return None if self._id is UNSET else self._id

    @property
    def item_id(self) -> str | None:
        """The item of the order."""
        return None if self._item_id is UNSET else self._item_id
