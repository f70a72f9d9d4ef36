"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class OfferingTransition(Model, frozen=True):
    """From which offering to which."""

    _from_: str | None | UnsetType = msgspec.field(default=UNSET, name="from")
    _to: str | None | UnsetType = msgspec.field(default=UNSET, name="to")

    @property
    def from_(self) -> str | None:
        """The offering before."""
        return None if self._from_ is UNSET else self._from_

    @property
    def to(self) -> str | None:
        """The offering after."""
        return None if self._to is UNSET else self._to
