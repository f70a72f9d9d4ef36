"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .sale_transition_type import SaleTransitionType


class QuoteSaleTransition(Model, frozen=True):
    """What kind of sale a line is."""

    _sale_transition_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionType"
    )

    @property
    def sale_transition_type(self) -> SaleTransitionType | None:
        """What kind of sale it is."""
        return (
            None
            if self._sale_transition_type is UNSET or self._sale_transition_type is None
            else choice(SaleTransitionType, self._sale_transition_type)
        )
