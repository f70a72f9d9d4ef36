"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class PricingPlanTier(Model, frozen=True):
    """What a quantity from `floor` to `ceiling` costs. Usually only one of its amounts is set."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _floor: int | None | UnsetType = msgspec.field(default=UNSET, name="floor")
    _ceiling: int | None | UnsetType = msgspec.field(default=UNSET, name="ceiling")
    _unit_amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="unitAmount")
    _unit_amount_decimal: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="unitAmountDecimal"
    )
    _flat_amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="flatAmount")

    @property
    def floor(self) -> int | None:
        """The smallest quantity of the tier."""
        return None if self._floor is UNSET else self._floor

    @property
    def ceiling(self) -> int | None:
        """The greatest quantity of the tier. It is absent on the last one."""
        return None if self._ceiling is UNSET else self._ceiling

    @property
    def unit_amount(self) -> Money | None:
        """The price of one."""
        return (
            None
            if self._unit_amount is UNSET or self._unit_amount is None
            else amount(self._unit_amount, self._sdk_currency, "minor")
        )

    @property
    def unit_amount_decimal(self) -> Money | None:
        """The price of one, as decimal text with up to twelve places."""
        return (
            None
            if self._unit_amount_decimal is UNSET or self._unit_amount_decimal is None
            else amount(self._unit_amount_decimal, self._sdk_currency, "minor")
        )

    @property
    def flat_amount(self) -> Money | None:
        """The price of the whole tier."""
        return (
            None
            if self._flat_amount is UNSET or self._flat_amount is None
            else amount(self._flat_amount, self._sdk_currency, "minor")
        )
