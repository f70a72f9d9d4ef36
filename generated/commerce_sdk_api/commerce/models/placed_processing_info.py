"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PlacedProcessingInfo(Model, frozen=True):
    """What is known of an item right after it was placed. It has no status."""

    _additional_triggered_order_items: list[OrderItemReference | None] | None | UnsetType = (
        msgspec.field(default=UNSET, name="additionalTriggeredOrderItems")
    )
    _computed_details: PlacedComputedDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="computedDetails"
    )
    _proration_behaviour_info: ProrationInfo | None | UnsetType = msgspec.field(
        default=UNSET, name="prorationBehaviourInfo"
    )
    _sale_transition_details: SaleTransitionDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionDetails"
    )
    _charging_details: ChargingDetails | None | UnsetType = msgspec.field(
        default=UNSET, name="chargingDetails"
    )
    _multiple_schedules_flow: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="multipleSchedulesFlow"
    )

    @property
    def additional_triggered_order_items(self) -> list[OrderItemReference] | None:
        """Items that the platform added because of this one."""
        return (
            None
            if self._additional_triggered_order_items is UNSET
            or self._additional_triggered_order_items is None
            else objects(self._additional_triggered_order_items)
        )

    @property
    def computed_details(self) -> PlacedComputedDetails | None:
        """What the platform worked out for the item."""
        return None if self._computed_details is UNSET else self._computed_details

    @property
    def proration_behaviour_info(self) -> ProrationInfo | None:
        """Why part of a cycle is charged as it is."""
        return None if self._proration_behaviour_info is UNSET else self._proration_behaviour_info

    @property
    def sale_transition_details(self) -> SaleTransitionDetails | None:
        """Prices and levels that decided the kind of sale."""
        return None if self._sale_transition_details is UNSET else self._sale_transition_details

    @property
    def charging_details(self) -> ChargingDetails | None:
        """Pricing plan and quantities."""
        return None if self._charging_details is UNSET else self._charging_details

    @property
    def multiple_schedules_flow(self) -> bool | None:
        """Whether several schedules were made. The sources do not explain it."""
        return None if self._multiple_schedules_flow is UNSET else self._multiple_schedules_flow


from .charging_details import ChargingDetails  # noqa: E402
from .order_item_reference import OrderItemReference  # noqa: E402
from .placed_computed_details import PlacedComputedDetails  # noqa: E402
from .proration_info import ProrationInfo  # noqa: E402
from .sale_transition_details import SaleTransitionDetails  # noqa: E402
