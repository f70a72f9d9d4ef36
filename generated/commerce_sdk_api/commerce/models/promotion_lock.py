"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .promotion_lock_type import PromotionLockType


class PromotionLock(Model, frozen=True):
    """A hold on a promotion."""

    _locked_by: PromotionLockHolder | None | UnsetType = msgspec.field(
        default=UNSET, name="lockedBy"
    )
    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")

    @property
    def locked_by(self) -> PromotionLockHolder | None:
        """Who holds it."""
        return None if self._locked_by is UNSET else self._locked_by

    @property
    def type(self) -> PromotionLockType | None:
        """The kind of hold."""
        return (
            None
            if self._type is UNSET or self._type is None
            else choice(PromotionLockType, self._type)
        )


from .promotion_lock_holder import PromotionLockHolder  # noqa: E402
