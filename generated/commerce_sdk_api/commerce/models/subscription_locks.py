"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionLocks(Model, frozen=True):
    """What of a subscription is held fixed."""

    _price_lock: SubscriptionPriceLock | None | UnsetType = msgspec.field(
        default=UNSET, name="priceLock"
    )

    @property
    def price_lock(self) -> SubscriptionPriceLock | None:
        """The price that is held fixed."""
        return None if self._price_lock is UNSET else self._price_lock


from .subscription_price_lock import SubscriptionPriceLock  # noqa: E402
