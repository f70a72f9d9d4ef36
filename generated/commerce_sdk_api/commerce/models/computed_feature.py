"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ComputedFeature(Model, frozen=True):
    """A feature that comes with an item."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _charge_element: str | None | UnsetType = msgspec.field(default=UNSET, name="chargeElement")
    _amount: int | None | UnsetType = msgspec.field(default=UNSET, name="amount")
    _unit: str | None | UnsetType = msgspec.field(default=UNSET, name="unit")

    @property
    def type(self) -> str | None:
        """The kind of feature; no values are published."""
        return None if self._type is UNSET else self._type

    @property
    def charge_element(self) -> str | None:
        """The charge element that it belongs to."""
        return None if self._charge_element is UNSET else self._charge_element

    @property
    def amount(self) -> int | None:
        """How much of it, in `unit`. What the amount measures is not published."""
        return None if self._amount is UNSET else self._amount

    @property
    def unit(self) -> str | None:
        """Unit of `amount`; no values are published."""
        return None if self._unit is UNSET else self._unit
