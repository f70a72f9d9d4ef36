"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import choice
from commerce_sdk.document.model import Model

from .promotion_lock_type import PromotionLockType


class QuotePromotionTerm(Model, frozen=True):
    """A condition of a promotion."""

    _promotion_term_type: str | None | UnsetType = msgspec.field(
        default=UNSET, name="promotionTermType"
    )

    @property
    def promotion_term_type(self) -> PromotionLockType | None:
        """The kind of condition."""
        return (
            None
            if self._promotion_term_type is UNSET or self._promotion_term_type is None
            else choice(PromotionLockType, self._promotion_term_type)
        )
