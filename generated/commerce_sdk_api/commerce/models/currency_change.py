"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class CurrencyChange(Model, frozen=True):
    """A list price in another currency."""

    _currency: str | None | UnsetType = msgspec.field(default=UNSET, name="currency")
    _glp_for_next_plan: int | None | UnsetType = msgspec.field(default=UNSET, name="glpForNextPlan")

    @property
    def currency(self) -> str | None:
        """The currency."""
        return None if self._currency is UNSET else self._currency

    @property
    def glp_for_next_plan(self) -> int | None:
        """Gross list price of the next plan in that currency, in an unknown unit (see
        SaleTransitionDetails)."""
        return None if self._glp_for_next_plan is UNSET else self._glp_for_next_plan
