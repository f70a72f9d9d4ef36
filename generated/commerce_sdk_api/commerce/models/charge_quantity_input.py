"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ChargeQuantityInput(RequestModel):
    """How much of one charge element to buy."""

    charge_element: str = attrs.field(metadata=on_wire("chargeElement", Text(), required=True))
    """What is counted; `user` and `agent` have been seen."""
    quantity: int = attrs.field(metadata=on_wire("quantity", Integer(32), required=True))
    """How many."""
