"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ChargeQuantity(Model, frozen=True):
    """How much of one charge element."""

    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _quantity: int | None | UnsetType = msgspec.field(default=UNSET, name="quantity")

    @property
    def charge_element(self) -> str | None:
        """What is counted; `user` and `agent` have been seen."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def quantity(self) -> int | None:
        """How many."""
        return None if self._quantity is UNSET else self._quantity
