"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Literal

import attrs

from commerce_sdk.document.kinds import Const, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OrderItemRelationInput(RequestModel):
    """A relation from another item of the same order."""

    relationship_type: str = attrs.field(
        metadata=on_wire("relationshipType", Text(), required=True)
    )
    """The kind of relation, such as FAMILY_CONTAINER, ENTERPRISE or APP_DEPENDENCE."""
    item_id: str | None = attrs.field(
        metadata=on_wire("itemId", Text(), required=True, nullable=True)
    )
    """The label of the item at the other end, such as O1."""
    reference_type: Literal["ORDER_ITEM"] = attrs.field(
        default="ORDER_ITEM", metadata=on_wire("referenceType", Const("ORDER_ITEM"), required=True)
    )
    """Says that the other end is an item of the same order."""
