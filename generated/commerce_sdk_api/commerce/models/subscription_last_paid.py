"""Generated from openapi/commerce.yaml; not edited by hand."""

from __future__ import annotations

import msgspec
from msgspec import UNSET, UnsetType

from commerce_sdk.document.model import Model


class SubscriptionLastPaid(Model, frozen=True):
    """The list price that was paid last."""

    _glp_for_last_paid_plan: int | None | UnsetType = msgspec.field(
        default=UNSET, name="glpForLastPaidPlan"
    )
    _last_paid_offering_id: str | None | UnsetType = msgspec.field(
        default=UNSET, name="lastPaidOfferingId"
    )

    @property
    def glp_for_last_paid_plan(self) -> int | None:
        """The list price of the plan that was paid last. The sources give neither unit nor
        currency."""
        return None if self._glp_for_last_paid_plan is UNSET else self._glp_for_last_paid_plan

    @property
    def last_paid_offering_id(self) -> str | None:
        """The offering that was paid last."""
        return None if self._last_paid_offering_id is UNSET else self._last_paid_offering_id
