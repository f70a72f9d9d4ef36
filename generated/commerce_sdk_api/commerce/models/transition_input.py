"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import EpochMs, on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class TransitionInput(RequestModel):
    """A move to another offering or pricing plan."""

    offering: OfferingTransitionInput = attrs.field(
        metadata=on_wire("offering", Nested(lambda: OfferingTransitionInput), required=True)
    )
    """From which offering to which."""
    pricing_plan: PricingPlanTransitionInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("pricingPlan", Nested(lambda: PricingPlanTransitionInput), nullable=True),
    )
    """From which pricing plan to which."""
    apply_after_timestamp: datetime.datetime | int = attrs.field(
        metadata=on_wire("applyAfterTimestamp", EpochMs(), required=True)
    )
    """The instant after which the move is to happen."""


from .offering_transition_input import OfferingTransitionInput  # noqa: E402
from .pricing_plan_transition_input import PricingPlanTransitionInput  # noqa: E402
