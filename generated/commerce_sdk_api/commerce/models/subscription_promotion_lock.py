"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionPromotionLock(Model, frozen=True):
    """A promotion that is held fixed."""

    _type: str | None | UnsetType = msgspec.field(default=UNSET, name="type")
    _locked_by: SubscriptionLockHolder | None | UnsetType = msgspec.field(
        default=UNSET, name="lockedBy"
    )

    @property
    def type(self) -> str | None:
        """What kind it is."""
        return None if self._type is UNSET else self._type

    @property
    def locked_by(self) -> SubscriptionLockHolder | None:
        """What holds it fixed."""
        return None if self._locked_by is UNSET else self._locked_by


from .subscription_lock_holder import SubscriptionLockHolder  # noqa: E402
