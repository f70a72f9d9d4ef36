"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime
from collections.abc import Sequence

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import ListOf, Nested
from commerce_sdk.document.deprecation import warn_deprecated
from commerce_sdk.document.kinds import EpochMs, Text, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class PricingChangeInput(RequestModel):
    """A pricing change to create, as a draft."""

    id: str | UnsetType = attrs.field(default=UNSET, metadata=on_wire("id", Text()))
    """An id of your own; left out, the platform makes one."""
    offering_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("offeringId", Text())
    )
    """The offering."""
    offering_change_id: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("offeringChangeId", Text())
    )
    """The change of the offering that it belongs to."""
    description: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("description", Text())
    )
    """What it is, in words."""
    changes: Sequence[PricingChangeStepInput] = attrs.field(
        metadata=on_wire("changes", ListOf(Nested(lambda: PricingChangeStepInput)), required=True)
    )
    """The steps of the change."""
    effective_date: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("effectiveDate", EpochMs())
    )
    """When the change comes into force. Deprecated; send it when the change is executed."""

    def __attrs_post_init__(self) -> None:
        if self.effective_date is not UNSET:
            warn_deprecated("PricingChangeInput.effective_date")


from .pricing_change_step_input import PricingChangeStepInput  # noqa: E402
