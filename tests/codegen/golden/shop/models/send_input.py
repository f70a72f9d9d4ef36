"""Generated from shop.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import EpochMs, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class SendInput(RequestModel):
    """How to send."""

    at: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("at", EpochMs())
    )
    """`at`."""
