"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import Choice, EpochMs, Integer, on_wire
from commerce_sdk.document.request_model import RequestModel

from .ends_at_type import EndsAtType


@attrs.frozen(kw_only=True, repr=False)
class EndsAtInput(RequestModel):
    """The end of a term."""

    type: EndsAtType | str = attrs.field(
        metadata=on_wire("type", Choice(lambda: EndsAtType), required=True)
    )
    """How the end is given, and so which of the other fields counts."""
    billing_frequency_count: int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("billingFrequencyCount", Integer(32), nullable=True)
    )
    """Number of billing periods until the end, for type DURATION."""
    end_timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("endTimestamp", EpochMs(), nullable=True)
    )
    """The instant of the end, for type TIMESTAMP."""
