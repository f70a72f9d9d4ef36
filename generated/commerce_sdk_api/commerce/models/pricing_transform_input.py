"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Integer, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingTransformInput(RequestModel):
    """How a quantity shall be turned into what is charged."""

    divide_by: int = attrs.field(metadata=on_wire("divideBy", Integer(32), required=True))
    """What the quantity is divided by."""
    round: str = attrs.field(metadata=on_wire("round", Text(), required=True))
    """Which way it is rounded."""
