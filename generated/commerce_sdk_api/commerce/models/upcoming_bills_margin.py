"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount, number
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class UpcomingBillsMargin(Model, frozen=True):
    """A partner's margin on a line."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _promotion_id: str | None | UnsetType = msgspec.field(default=UNSET, name="promotionId")
    _amount: Any | None | UnsetType = msgspec.field(default=UNSET, name="amount")
    _percent: Any | None | UnsetType = msgspec.field(default=UNSET, name="percent")
    _reason_code: str | None | UnsetType = msgspec.field(default=UNSET, name="reasonCode")
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _promo_code: str | None | UnsetType = msgspec.field(default=UNSET, name="promoCode")
    _blended: bool | None | UnsetType = msgspec.field(default=UNSET, name="blended")
    _blended_computation: UpcomingBillsBlendedMargin | None | UnsetType = msgspec.field(
        default=UNSET, name="blendedComputation"
    )

    @property
    def promotion_id(self) -> str | None:
        """The promotion."""
        return None if self._promotion_id is UNSET else self._promotion_id

    @property
    def amount(self) -> Money | None:
        """How much it comes to."""
        return (
            None
            if self._amount is UNSET or self._amount is None
            else amount(self._amount, self._sdk_currency, "minor")
        )

    @property
    def percent(self) -> Decimal | None:
        """The percentage; 10 means ten percent."""
        return None if self._percent is UNSET or self._percent is None else number(self._percent)

    @property
    def reason_code(self) -> str | None:
        """Why, for programs; no values are published."""
        return None if self._reason_code is UNSET else self._reason_code

    @property
    def type(self) -> str | None:
        """What kind it is."""
        return None if self._type is UNSET else self._type

    @property
    def promo_code(self) -> str | None:
        """The code of the promotion."""
        return None if self._promo_code is UNSET else self._promo_code

    @property
    def blended(self) -> bool | None:
        """Whether the margin is over a renewal and an upsell together."""
        return None if self._blended is UNSET else self._blended

    @property
    def blended_computation(self) -> UpcomingBillsBlendedMargin | None:
        """How a blended margin was worked out."""
        return None if self._blended_computation is UNSET else self._blended_computation


from .upcoming_bills_blended_margin import UpcomingBillsBlendedMargin  # noqa: E402
