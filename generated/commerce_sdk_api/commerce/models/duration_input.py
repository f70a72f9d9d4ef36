"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs

from commerce_sdk.document.kinds import Choice, Integer, on_wire
from commerce_sdk.document.request_model import RequestModel

from .duration_interval import DurationInterval


@attrs.frozen(kw_only=True, repr=False)
class DurationInput(RequestModel):
    """A length of time."""

    interval: DurationInterval | str = attrs.field(
        metadata=on_wire("interval", Choice(lambda: DurationInterval), required=True)
    )
    """The unit."""
    interval_count: int = attrs.field(metadata=on_wire("intervalCount", Integer(32), required=True))
    """How many units."""
