"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, objects
from commerce_sdk.document.model import Model

from .sale_transition_time import SaleTransitionTime
from .sale_transition_type import SaleTransitionType


class SaleTransitionDetails(Model, frozen=True):
    """Prices and levels before and after an item. The `glp` fields are gross list prices of
    unknown unit: the general rule of the platform would make them major units, their integer
    type and origin in the catalogue minor units, and only -1 (apparently "none") and 0 have
    been seen."""

    _glp_for_last_paid_plan: int | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForLastPaidPlan"
    )
    _glp_for_current_plan: int | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForCurrentPlan"
    )
    _glp_for_next_plan: int | None | UnsetType = msgspec.field(default=UNSET, name="glpForNextPlan")
    _glp_for_next_plan_legacy_pricing: int | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForNextPlanLegacyPricing"
    )
    _glp_for_schedule_next_plan_legacy_pricing: int | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForScheduleNextPlanLegacyPricing"
    )
    _current_offering_level: int | None | UnsetType = msgspec.field(
        default=UNSET, name="currentOfferingLevel"
    )
    _next_offering_level: int | None | UnsetType = msgspec.field(
        default=UNSET, name="nextOfferingLevel"
    )
    _sale_transition_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionType"
    )
    _last_paid_offering_level: int | None | UnsetType = msgspec.field(
        default=UNSET, name="lastPaidOfferingLevel"
    )
    _sale_transition_time: str | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionTime"
    )
    _glp_for_all_phases: list[ListPricePhase | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForAllPhases"
    )
    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _glp_group_id: str | None | UnsetType = msgspec.field(default=UNSET, name="glpGroupId")
    _currency_change_records: CurrencyChange | None | UnsetType = msgspec.field(
        default=UNSET, name="currencyChangeRecords"
    )

    @property
    def glp_for_last_paid_plan(self) -> int | None:
        """Gross list price of the plan last paid for, in an unknown unit; -1 apparently means
        none."""
        return None if self._glp_for_last_paid_plan is UNSET else self._glp_for_last_paid_plan

    @property
    def glp_for_current_plan(self) -> int | None:
        """Gross list price of the current plan, in an unknown unit; -1 apparently means none."""
        return None if self._glp_for_current_plan is UNSET else self._glp_for_current_plan

    @property
    def glp_for_next_plan(self) -> int | None:
        """Gross list price of the next plan, in an unknown unit; -1 apparently means none."""
        return None if self._glp_for_next_plan is UNSET else self._glp_for_next_plan

    @property
    def glp_for_next_plan_legacy_pricing(self) -> int | None:
        """Gross list price of the next plan by legacy pricing, in an unknown unit."""
        return (
            None
            if self._glp_for_next_plan_legacy_pricing is UNSET
            else self._glp_for_next_plan_legacy_pricing
        )

    @property
    def glp_for_schedule_next_plan_legacy_pricing(self) -> int | None:
        """Gross list price of the scheduled next plan by legacy pricing, in an unknown unit."""
        return (
            None
            if self._glp_for_schedule_next_plan_legacy_pricing is UNSET
            else self._glp_for_schedule_next_plan_legacy_pricing
        )

    @property
    def current_offering_level(self) -> int | None:
        """Rank of the current offering within its product."""
        return None if self._current_offering_level is UNSET else self._current_offering_level

    @property
    def next_offering_level(self) -> int | None:
        """Rank of the next offering within its product."""
        return None if self._next_offering_level is UNSET else self._next_offering_level

    @property
    def sale_transition_type(self) -> SaleTransitionType | None:
        """The kind of sale."""
        return (
            None
            if self._sale_transition_type is UNSET or self._sale_transition_type is None
            else choice(SaleTransitionType, self._sale_transition_type)
        )

    @property
    def last_paid_offering_level(self) -> int | None:
        """Rank of the offering last paid for."""
        return None if self._last_paid_offering_level is UNSET else self._last_paid_offering_level

    @property
    def sale_transition_time(self) -> SaleTransitionTime | None:
        """When the sale takes effect."""
        return (
            None
            if self._sale_transition_time is UNSET or self._sale_transition_time is None
            else choice(SaleTransitionTime, self._sale_transition_time)
        )

    @property
    def glp_for_all_phases(self) -> list[ListPricePhase] | None:
        """Gross list price of every phase."""
        return (
            None
            if self._glp_for_all_phases is UNSET or self._glp_for_all_phases is None
            else objects(self._glp_for_all_phases)
        )

    @property
    def currency(self) -> str | None:
        """Currency of the list prices."""
        return None if self._currency is UNSET else self._currency

    @property
    def glp_group_id(self) -> str | None:
        """The group of list prices that was compared within."""
        return None if self._glp_group_id is UNSET else self._glp_group_id

    @property
    def currency_change_records(self) -> CurrencyChange | None:
        """The list price in the currency before or after a change of currency; the sources do not
        say which."""
        return None if self._currency_change_records is UNSET else self._currency_change_records


from .currency_change import CurrencyChange  # noqa: E402
from .list_price_phase import ListPricePhase  # noqa: E402
