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
class PricingChangeUpdateInput(RequestModel):
    """What a draft is changed to."""

    description: str | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("description", Text())
    )
    """What it is, in words."""
    changes: Sequence[PricingChangeStepInput] | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("changes", ListOf(Nested(lambda: PricingChangeStepInput)))
    )
    """The steps of the change."""
    effective_date: datetime.datetime | int | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("effectiveDate", EpochMs())
    )
    """When the change comes into force. Deprecated; send it when the change is executed."""

    def __attrs_post_init__(self) -> None:
        if self.effective_date is not UNSET:
            warn_deprecated("PricingChangeUpdateInput.effective_date")


from .pricing_change_step_input import PricingChangeStepInput  # noqa: E402
