"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class UsageOptions(Model, frozen=True):
    """Quantities, trial and term of an item."""

    _charging_details: ChargingDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="chargingDetails"
    )
    _trial: Trial | None | UnsetType = msgspec.field(default=UNSET, name="trial")
    _billing_behaviour: BillingBehaviour | None | UnsetType = msgspec.field(
        default=UNSET, name="billingBehaviour"
    )
    _effective_time: EffectiveTime | None | UnsetType = msgspec.field(
        default=UNSET, name="effectiveTime"
    )
    _purchase_metadata: dict[str, Any] | None | UnsetType = msgspec.field(
        default=UNSET, name="purchaseMetadata"
    )

    @property
    def charging_details(self) -> ChargingDetails | None:
        """Pricing plan and quantities."""
        return None if self._charging_details is UNSET else self._charging_details

    @property
    def trial(self) -> Trial | None:
        """The trial."""
        return None if self._trial is UNSET else self._trial

    @property
    def billing_behaviour(self) -> BillingBehaviour | None:
        """How billing departs from the usual."""
        return None if self._billing_behaviour is UNSET else self._billing_behaviour

    @property
    def effective_time(self) -> EffectiveTime | None:
        """From when and until when the item is in force."""
        return None if self._effective_time is UNSET else self._effective_time

    @property
    def purchase_metadata(self) -> dict[str, Any] | None:
        """Seen in real answers only (always null there); its shape is not known."""
        return None if self._purchase_metadata is UNSET else self._purchase_metadata


from .billing_behaviour import BillingBehaviour  # noqa: E402
from .charging_details import ChargingDetails  # noqa: E402
from .effective_time import EffectiveTime  # noqa: E402
from .trial import Trial  # noqa: E402
