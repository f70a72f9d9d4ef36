"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class ComputedDetails(Model, frozen=True):
    """What the platform worked out for an item."""

    _computed_end_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="computedEndTimestamp"
    )
    _computed_start_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="computedStartTimestamp"
    )
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")
    _usage_options: UsageOptions | None | UnsetType = msgspec.field(
        default=UNSET, name="usageOptions"
    )
    _computed_bill_until_timestamp: int | None | UnsetType = msgspec.field(
        default=UNSET, name="computedBillUntilTimestamp"
    )
    _ordered_promotions: list[Promotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="orderedPromotions"
    )
    _removed_promotions: list[Promotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="removedPromotions"
    )
    _pricing_plan_transition: PricingPlanTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="pricingPlanTransition"
    )
    _schedule_pricing_plan_transition: PricingPlanTransition | None | UnsetType = msgspec.field(
        default=UNSET, name="schedulePricingPlanTransition"
    )
    _replaced_promotions: list[Promotion | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="replacedPromotions"
    )
    _scheduled_changes: ScheduledChanges | None | UnsetType = msgspec.field(
        default=UNSET, name="scheduledChanges"
    )
    _computed_features: list[ComputedFeature | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="computedFeatures"
    )

    @property
    def computed_end_timestamp(self) -> datetime.datetime | int | None:
        """When the item ends."""
        return (
            None
            if self._computed_end_timestamp is UNSET or self._computed_end_timestamp is None
            else from_epoch_ms(self._computed_end_timestamp)
        )

    @property
    def computed_start_timestamp(self) -> datetime.datetime | int | None:
        """When the item starts."""
        return (
            None
            if self._computed_start_timestamp is UNSET or self._computed_start_timestamp is None
            else from_epoch_ms(self._computed_start_timestamp)
        )

    @property
    def offering_id(self) -> str | None:
        """The offering that was decided on."""
        return None if self._offering_id is UNSET else self._offering_id

    @property
    def usage_options(self) -> UsageOptions | None:
        """Quantities, trial and term as decided."""
        return None if self._usage_options is UNSET else self._usage_options

    @property
    def computed_bill_until_timestamp(self) -> datetime.datetime | int | None:
        """Until when is billed in advance."""
        return (
            None
            if self._computed_bill_until_timestamp is UNSET
            or self._computed_bill_until_timestamp is None
            else from_epoch_ms(self._computed_bill_until_timestamp)
        )

    @property
    def ordered_promotions(self) -> list[Promotion] | None:
        """Promotions that apply, in their order."""
        return (
            None
            if self._ordered_promotions is UNSET or self._ordered_promotions is None
            else objects(self._ordered_promotions)
        )

    @property
    def removed_promotions(self) -> list[Promotion] | None:
        """Promotions that were taken away."""
        return (
            None
            if self._removed_promotions is UNSET or self._removed_promotions is None
            else objects(self._removed_promotions)
        )

    @property
    def pricing_plan_transition(self) -> PricingPlanTransition | None:
        """The change of pricing plan."""
        return None if self._pricing_plan_transition is UNSET else self._pricing_plan_transition

    @property
    def schedule_pricing_plan_transition(self) -> PricingPlanTransition | None:
        """The change of pricing plan that is scheduled."""
        return (
            None
            if self._schedule_pricing_plan_transition is UNSET
            else self._schedule_pricing_plan_transition
        )

    @property
    def replaced_promotions(self) -> list[Promotion] | None:
        """Promotions that others took the place of."""
        return (
            None
            if self._replaced_promotions is UNSET or self._replaced_promotions is None
            else objects(self._replaced_promotions)
        )

    @property
    def scheduled_changes(self) -> ScheduledChanges | None:
        """Changes that take effect later."""
        return None if self._scheduled_changes is UNSET else self._scheduled_changes

    @property
    def computed_features(self) -> list[ComputedFeature] | None:
        """Features that come with the item."""
        return (
            None
            if self._computed_features is UNSET or self._computed_features is None
            else objects(self._computed_features)
        )


from .computed_feature import ComputedFeature  # noqa: E402
from .pricing_plan_transition import PricingPlanTransition  # noqa: E402
from .promotion import Promotion  # noqa: E402
from .scheduled_changes import ScheduledChanges  # noqa: E402
from .usage_options import UsageOptions  # noqa: E402
