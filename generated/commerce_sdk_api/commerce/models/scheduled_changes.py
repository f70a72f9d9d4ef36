"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ScheduledChanges(Model, frozen=True):
    """Changes that take effect later."""

    _charging_details: ChargingDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="chargingDetails"
    )

    @property
    def charging_details(self) -> ChargingDetails | None:
        """Pricing plan and quantities from then on."""
        return None if self._charging_details is UNSET else self._charging_details


from .charging_details import ChargingDetails  # noqa: E402
