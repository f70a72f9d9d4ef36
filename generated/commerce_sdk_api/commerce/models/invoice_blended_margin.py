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


class InvoiceBlendedMargin(Model, frozen=True):
    """How a margin over a renewal and an upsell was worked out."""

    carries_money: ClassVar[bool] = True
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _new_glp: Any | None | UnsetType = msgspec.field(default=UNSET, name="newGlp")
    _previous_glp: Any | None | UnsetType = msgspec.field(default=UNSET, name="previousGlp")
    _upsell_value: Any | None | UnsetType = msgspec.field(default=UNSET, name="upsellValue")
    _renewal_value: Any | None | UnsetType = msgspec.field(default=UNSET, name="renewalValue")
    _upsell_margin: Any | None | UnsetType = msgspec.field(default=UNSET, name="upsellMargin")
    _renewal_margin: Any | None | UnsetType = msgspec.field(default=UNSET, name="renewalMargin")
    _blended_margin: Any | None | UnsetType = msgspec.field(default=UNSET, name="blendedMargin")
    _upsell_percentage: Any | None | UnsetType = msgspec.field(
        default=UNSET, name="upsellPercentage"
    )
    _renew_percentage: Any | None | UnsetType = msgspec.field(default=UNSET, name="renewPercentage")

    @property
    def new_glp(self) -> Money | None:
        """The list price after the change."""
        return (
            None
            if self._new_glp is UNSET or self._new_glp is None
            else amount(self._new_glp, self._sdk_currency, "major")
        )

    @property
    def previous_glp(self) -> Money | None:
        """The list price before the change."""
        return (
            None
            if self._previous_glp is UNSET or self._previous_glp is None
            else amount(self._previous_glp, self._sdk_currency, "major")
        )

    @property
    def upsell_value(self) -> Money | None:
        """The value of the upsell."""
        return (
            None
            if self._upsell_value is UNSET or self._upsell_value is None
            else amount(self._upsell_value, self._sdk_currency, "major")
        )

    @property
    def renewal_value(self) -> Money | None:
        """The value of the renewal."""
        return (
            None
            if self._renewal_value is UNSET or self._renewal_value is None
            else amount(self._renewal_value, self._sdk_currency, "major")
        )

    @property
    def upsell_margin(self) -> Money | None:
        """The margin on the upsell."""
        return (
            None
            if self._upsell_margin is UNSET or self._upsell_margin is None
            else amount(self._upsell_margin, self._sdk_currency, "major")
        )

    @property
    def renewal_margin(self) -> Money | None:
        """The margin on the renewal."""
        return (
            None
            if self._renewal_margin is UNSET or self._renewal_margin is None
            else amount(self._renewal_margin, self._sdk_currency, "major")
        )

    @property
    def blended_margin(self) -> Money | None:
        """The margin over both."""
        return (
            None
            if self._blended_margin is UNSET or self._blended_margin is None
            else amount(self._blended_margin, self._sdk_currency, "major")
        )

    @property
    def upsell_percentage(self) -> Decimal | None:
        """The percentage on the upsell."""
        return (
            None
            if self._upsell_percentage is UNSET or self._upsell_percentage is None
            else number(self._upsell_percentage)
        )

    @property
    def renew_percentage(self) -> Decimal | None:
        """The percentage on the renewal."""
        return (
            None
            if self._renew_percentage is UNSET or self._renew_percentage is None
            else number(self._renew_percentage)
        )
