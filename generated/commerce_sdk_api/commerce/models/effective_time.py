"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class EffectiveTime(Model, frozen=True):
    """From when and until when an item is in force."""

    _starts_at: StartsAt | None | UnsetType = msgspec.field(default=UNSET, name="startsAt")
    _ends_at: EndsAt | None | UnsetType = msgspec.field(default=UNSET, name="endsAt")

    @property
    def starts_at(self) -> StartsAt | None:
        """The start."""
        return None if self._starts_at is UNSET else self._starts_at

    @property
    def ends_at(self) -> EndsAt | None:
        """The end."""
        return None if self._ends_at is UNSET else self._ends_at


from .ends_at import EndsAt  # noqa: E402
from .starts_at import StartsAt  # noqa: E402
