"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class ListPricePhase(Model, frozen=True):
    """The gross list price of one phase of a subscription."""

    _glp: int | None | UnsetType = msgspec.field(default=UNSET, name="glp")
    _offering_id: str | None | UnsetType = msgspec.field(default=UNSET, name="offeringId")

    @property
    def glp(self) -> int | None:
        """Gross list price, in an unknown unit (see SaleTransitionDetails)."""
        return None if self._glp is UNSET else self._glp

    @property
    def offering_id(self) -> str | None:
        """The phase's offering."""
        return None if self._offering_id is UNSET else self._offering_id
