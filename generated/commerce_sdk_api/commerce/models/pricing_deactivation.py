"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import datetime

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.instants import from_epoch_ms
from commerce_sdk.document.model import Model


class PricingDeactivation(Model, frozen=True):
    """A plan that ends."""

    _pricing_plan_id: str | None | UnsetType = msgspec.field(default=UNSET, name="pricingPlanId")
    _max_new_quote_date: int | None | UnsetType = msgspec.field(
        default=UNSET, name="maxNewQuoteDate"
    )

    @property
    def pricing_plan_id(self) -> str | None:
        """The pricing plan."""
        return None if self._pricing_plan_id is UNSET else self._pricing_plan_id

    @property
    def max_new_quote_date(self) -> datetime.datetime | int | None:
        """Until when new quotes can use the plan."""
        return (
            None
            if self._max_new_quote_date is UNSET or self._max_new_quote_date is None
            else from_epoch_ms(self._max_new_quote_date)
        )
