"""Generated from openapi/storefront.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.bounds import Bounded, Range
from commerce_sdk.document.kinds import Integer, Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class OrderItemInput(RequestModel):
    """So many of one product."""

    product_id: str = attrs.field(metadata=on_wire("productId", Uuid(), required=True))
    """Which product."""
    quantity: int = attrs.field(
        metadata=on_wire("quantity", Bounded(Integer(64), (Range(least=1),)), required=True)
    )
    """How many."""
