"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OrderItemRelation(Model, frozen=True, tag_field="referenceType", tag="ORDER_ITEM"):
    """A relation from an item of the order."""

    _relationship_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="relationshipType"
    )
    _order_item_id: str | None | UnsetType = msgspec.field(default=UNSET, name="orderItemId")

    @property
    def relationship_type(self) -> str | None:
        """The kind of relation: FAMILY_CONTAINER, ENTERPRISE and APP_DEPENDENCE have been seen;
        the offerings know more."""
        return None if self._relationship_type is UNSET else self._relationship_type

    @property
    def order_item_id(self) -> str | None:
        """The platform's id of the item at the other end (a request names it by `itemId`)."""
        return None if self._order_item_id is UNSET else self._order_item_id

    @property
    def reference_type(self) -> str:
        """Says that the other end is an item of the order."""
        return "ORDER_ITEM"
