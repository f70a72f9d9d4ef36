"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionChange(Model, frozen=True):
    """From what to what."""

    _from_: str | None | UnsetType = msgspec.field(default=UNSET, name="from")
    _to: str | None | UnsetType = msgspec.field(default=UNSET, name="to")

    @property
    def from_(self) -> str | None:
        """What it was."""
        return None if self._from_ is UNSET else self._from_

    @property
    def to(self) -> str | None:
        """What it becomes."""
        return None if self._to is UNSET else self._to
