"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.deprecation import warn_deprecated
from commerce_sdk.document.model import Model


class QuoteLocks(Model, frozen=True):
    """What of a line is held fixed."""

    _is_price_locked: bool | None | UnsetType = msgspec.field(default=UNSET, name="isPriceLocked")
    _is_promotion_locked: bool | None | UnsetType = msgspec.field(
        default=UNSET, name="isPromotionLocked"
    )

    @property
    def is_price_locked(self) -> bool | None:
        """Whether the price is held fixed."""
        return None if self._is_price_locked is UNSET else self._is_price_locked

    @property
    def is_promotion_locked(self) -> bool | None:
        """Whether the promotion is held fixed. Deprecated."""
        warn_deprecated("QuoteLocks.is_promotion_locked")
        return None if self._is_promotion_locked is UNSET else self._is_promotion_locked
