"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class InvoiceSaleTransition(Model, frozen=True):
    """What kind of sale a line is."""

    _sale_transition_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="saleTransitionType"
    )

    @property
    def sale_transition_type(self) -> str | None:
        """What kind of sale it is."""
        return None if self._sale_transition_type is UNSET else self._sale_transition_type
