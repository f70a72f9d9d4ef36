"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import number
from commerce_sdk.document.model import Model


class InvoiceFeeDetails(Model, frozen=True):
    """How a fee was worked out."""

    _fee_rate: Any | None | UnsetType = msgspec.field(default=UNSET, name="feeRate")

    @property
    def fee_rate(self) -> Decimal | None:
        """The rate of the fee. The sources count it among the percentages."""
        return None if self._fee_rate is UNSET or self._fee_rate is None else number(self._fee_rate)
