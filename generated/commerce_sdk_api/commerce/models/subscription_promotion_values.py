"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.attributes import objects, plain
from commerce_sdk.model import Model


class SubscriptionPromotionValues(Model, frozen=True):
    """What is different from the promotion's own values."""

    _application_reason: SubscriptionApplicationReason | None | UnsetType = msgspec.field(
        default=UNSET, name="applicationReason"
    )
    _benefits: list[SubscriptionBenefit | None] | None | UnsetType = msgspec.field(
        default=UNSET, name="benefits"
    )

    @property
    def application_reason(self) -> SubscriptionApplicationReason | None:
        """Why it was applied."""
        return plain(self._application_reason)

    @property
    def benefits(self) -> list[SubscriptionBenefit] | None:
        """What the promotion gives."""
        return objects(self._benefits)


from .subscription_application_reason import SubscriptionApplicationReason  # noqa: E402
from .subscription_benefit import SubscriptionBenefit  # noqa: E402
