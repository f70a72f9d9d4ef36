"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.attributes import objects
from commerce_sdk.document.model import Model


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
        return None if self._application_reason is UNSET else self._application_reason

    @property
    def benefits(self) -> list[SubscriptionBenefit] | None:
        """What the promotion gives."""
        return (
            None if self._benefits is UNSET or self._benefits is None else objects(self._benefits)
        )


from .subscription_application_reason import SubscriptionApplicationReason  # noqa: E402
from .subscription_benefit import SubscriptionBenefit  # noqa: E402
