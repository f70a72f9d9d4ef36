"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import Choice, EpochMs, on_wire
from commerce_sdk.document.request_model import RequestModel

from .bill_until_reference import BillUntilReference
from .bill_until_type import BillUntilType


@attrs.frozen(kw_only=True, repr=False)
class BillUntilInput(RequestModel):
    """The end of billing in advance, given in one of three ways."""

    type: BillUntilType | str = attrs.field(
        metadata=on_wire("type", Choice(lambda: BillUntilType), required=True)
    )
    """Which of the other fields counts."""
    duration: DurationInput | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("duration", Nested(lambda: DurationInput), nullable=True)
    )
    """A length of time, for type DURATION."""
    timestamp: datetime.datetime | int | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("timestamp", EpochMs(), nullable=True)
    )
    """An instant, for type TIMESTAMP."""
    reference: BillUntilReference | str | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("reference", Choice(lambda: BillUntilReference), nullable=True),
    )
    """A named instant, apparently for type TIMESTAMP_REFERENCE."""


from .duration_input import DurationInput  # noqa: E402
