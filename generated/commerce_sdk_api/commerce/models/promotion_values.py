"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


class PromotionValues(Model, frozen=True):
    """Values that replace a promotion's own."""

    _benefits: list[PromotionBenefit | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="benefits"
    )

    @property
    def benefits(self) -> list[PromotionBenefit] | None:
        """What the promotion gives."""
        return (
            None if self._benefits is UNSET or self._benefits is None else objects(self._benefits)
        )


from .promotion_benefit import PromotionBenefit  # noqa: E402
