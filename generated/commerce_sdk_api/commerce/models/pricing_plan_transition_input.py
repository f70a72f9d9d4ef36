"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Uuid, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingPlanTransitionInput(RequestModel):
    """From which pricing plan to which."""

    from_: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("from", Uuid(), nullable=True)
    )
    """The pricing plan before."""
    to: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("to", Uuid(), nullable=True)
    )
    """The pricing plan after."""
