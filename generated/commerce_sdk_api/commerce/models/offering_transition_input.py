"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.request_model import RequestModel
from commerce_sdk.wire import Uuid, on_wire


@attrs.frozen(kw_only=True, repr=False)
class OfferingTransitionInput(RequestModel):
    """From which offering to which."""

    from_: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("from", Uuid(), nullable=True)
    )
    """The offering before."""
    to: str | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("to", Uuid(), nullable=True)
    )
    """The offering after."""
