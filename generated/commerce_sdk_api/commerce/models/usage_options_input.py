"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import attrs
from msgspec import UNSET, UnsetType

from commerce_sdk.document.container_kinds import Nested
from commerce_sdk.document.kinds import on_wire
from commerce_sdk.document.request_model import RequestModel


@attrs.frozen(kw_only=True, repr=False)
class UsageOptionsInput(RequestModel):
    """Quantities, trial and term to ask for."""

    trial: TrialInput | None | UnsetType = attrs.field(
        default=UNSET, metadata=on_wire("trial", Nested(lambda: TrialInput), nullable=True)
    )
    """The trial."""
    charging_details: ChargingDetailsInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("chargingDetails", Nested(lambda: ChargingDetailsInput), nullable=True),
    )
    """Pricing plan and quantities."""
    effective_time: EffectiveTimeInput | None | UnsetType = attrs.field(
        default=UNSET,
        metadata=on_wire("effectiveTime", Nested(lambda: EffectiveTimeInput), nullable=True),
    )
    """From when and until when the item is to be in force."""


from .charging_details_input import ChargingDetailsInput  # noqa: E402
from .effective_time_input import EffectiveTimeInput  # noqa: E402
from .trial_input import TrialInput  # noqa: E402
