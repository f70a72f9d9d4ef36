"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.kinds import EpochMs, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class ExecutePricingChangeInput(RequestModel):
    """When a change comes into force."""

    effective_date: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("effectiveDate", EpochMs())
    )
    """When the change comes into force."""
