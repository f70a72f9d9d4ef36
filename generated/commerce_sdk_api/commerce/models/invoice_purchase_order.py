"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoicePurchaseOrder(Model, frozen=True):
    """The customer's own purchase order."""

    _number: str | None | UnsetType = msgspec.field(default=UNSET, name="number")
    _one_time_use: bool | None | UnsetType = msgspec.field(default=UNSET, name="oneTimeUse")

    @property
    def number(self) -> str | None:
        """Its number for people."""
        return None if self._number is UNSET else self._number

    @property
    def one_time_use(self) -> bool | None:
        """Whether it is for one invoice only."""
        return None if self._one_time_use is UNSET else self._one_time_use
