"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, EpochMs, on_wire
from commerce_sdk.document.request_model import RequestModel

from .starts_at_type import StartsAtType


@attrs.frozen(kw_only=True, repr=False)
class StartsAtInput(RequestModel):
    """The start of a term."""

    timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("timestamp", EpochMs(), nullable=True)
    )
    """The instant of the start."""
    type: StartsAtType | str = attrs.field(
        metadata=on_wire("type", Choice(lambda: StartsAtType), required=True)
    )
    """How the start is given."""
