"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class PricingPlanTransition(Model, frozen=True):
    """From which pricing plan to which."""

    _from_: str | None | UnsetType = msgspec.field(default=UNSET, name="from")
    _to: str | None | UnsetType = msgspec.field(default=UNSET, name="to")

    @property
    def from_(self) -> str | None:
        """The pricing plan before."""
        return None if self._from_ is UNSET else self._from_

    @property
    def to(self) -> str | None:
        """The pricing plan after."""
        return None if self._to is UNSET else self._to
