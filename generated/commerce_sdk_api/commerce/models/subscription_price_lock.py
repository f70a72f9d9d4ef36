"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice, each
from commerce_sdk.document.model import Model

from .subscription_lock_type import SubscriptionLockType


class SubscriptionPriceLock(Model, frozen=True):
    """A price that is held fixed."""

    _locked_by: SubscriptionLockHolder | None | UnsetType = msgspec.field(
        default=UNSET, name="lockedBy"
    )
    _types: list[str | None] | None | UnsetType = msgspec.field(default=UNSET, name="types")

    @property
    def locked_by(self) -> SubscriptionLockHolder | None:
        """What holds it fixed."""
        return None if self._locked_by is UNSET else self._locked_by

    @property
    def types(self) -> list[SubscriptionLockType] | None:
        """What cannot change."""
        return (
            None
            if self._types is UNSET or self._types is None
            else each(self._types, lambda entry: choice(SubscriptionLockType, entry))
        )


from .subscription_lock_holder import SubscriptionLockHolder  # noqa: E402
