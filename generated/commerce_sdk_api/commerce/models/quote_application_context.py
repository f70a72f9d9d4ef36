"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class QuoteApplicationContext(Model, frozen=True):
    """How a promotion was applied."""

    _promotion_lock: bool | None | UnsetType = msgspec.field(default=UNSET, name="promotionLock")

    @property
    def promotion_lock(self) -> bool | None:
        """Whether the promotion is held fixed."""
        return None if self._promotion_lock is UNSET else self._promotion_lock
