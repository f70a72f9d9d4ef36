"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from typing import Any, ClassVar

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import amount
from commerce_sdk.document.model import Model
from commerce_sdk.document.reading import KeptCurrency
from commerce_sdk.money import Money


class CreditNoteAmounts(Model, frozen=True):
    """What one entitlement cost on an invoice, and what of it was given back. It names no
    currency; that of the notes counts."""

    carries_money: ClassVar[bool] = True
    currency_places: ClassVar[tuple[str, ...]] = ("../creditNotesIssued/*/currency",)
    _sdk_currency: KeptCurrency = msgspec.field(default=None, name="commerce_sdk:currency")
    _total: Any | None | UnsetType = msgspec.field(default=UNSET, name="total")
    _refunded: Any | None | UnsetType = msgspec.field(default=UNSET, name="refunded")

    @property
    def total(self) -> Money | None:
        """What the entitlement cost on the invoice."""
        return (
            None
            if self._total is UNSET or self._total is None
            else amount(self._total, self._sdk_currency, "major")
        )

    @property
    def refunded(self) -> Money | None:
        """What was given back."""
        return (
            None
            if self._refunded is UNSET or self._refunded is None
            else amount(self._refunded, self._sdk_currency, "major")
        )
