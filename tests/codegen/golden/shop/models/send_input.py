"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.request_model import RequestModel
from commerce_sdk.wire import EpochMs, on_wire


@attrs.frozen(kw_only=True, repr=False)
class SendInput(RequestModel):
    """How to send."""

    at: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("at", EpochMs())
    )
    """`at`."""
