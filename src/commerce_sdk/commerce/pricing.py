"""The `pricing_plans` and `pricing_changes` namespaces of the Commerce client."""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING

import attrs
from msgspec import UNSET

from commerce_sdk.commerce.errors import PricingChangeFailed
from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.document.kinds import Text
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.following.handle import Handle, Progress
from commerce_sdk_api.commerce import api, models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        PricingChange,
        PricingChangeInput,
        PricingChangeUpdateInput,
        PricingPlan,
        PricingPlanInput,
        PricingPlanUpdateInput,
    )


class PricingPlans(Namespace):
    """Read and write the prices of an offering. Writes need the client's `catalog_account`, and
    are never sent twice: after an unclear failure (`maybe_applied`) read before you write again."""

    async def get(self, pricing_plan_id: str) -> PricingPlan:
        """A pricing plan. Raises `NotFound`."""
        return await self._core.ask(
            api.pricing_plans.get_pricing_plan.build(id=pricing_plan_id),
            check=about(pricing_plan_id),
        )

    async def create(self, plan: PricingPlanInput) -> PricingPlan:
        """Make a draft. All its amounts are in its `currency`, in whole minor units where the
        field takes no other.

        Raises:
            CurrencyMismatch: an amount in another currency.
            InvalidRequest: an amount that its field cannot hold exactly, with its path.
        """
        return await self._core.ask(api.pricing_plans.create_pricing_plan.build(body=plan))

    async def update(
        self,
        plan: PricingPlan | str,
        changes: PricingPlanUpdateInput,
        *,
        currency: str | None = None,
    ) -> PricingPlan:
        """Change a draft.

        Args:
            plan: The plan as it was read, whose currency the amounts must have and whose version
                goes along; or its id.
            changes: What is to be; it has no currency of its own.
            currency: The plan's currency, needed where only the id is given.

        Raises:
            CurrencyMismatch: an amount in another currency.
            Conflict: the plan has changed since it was read.
        """
        if isinstance(plan, str):
            if currency is None:
                raise InvalidRequest(
                    "is needed with a bare id: the body does not say it", path="currency"
                )
            return await self._update(plan, changes, Text().write(currency, "currency", None))
        if not isinstance(plan, models.PricingPlan):
            raise InvalidRequest("must be a PricingPlan or its id", path="plan")
        if plan.id is None or plan.currency is None:
            raise InvalidRequest("has no id or no currency; read it anew", path="plan")
        if currency not in (None, plan.currency):
            raise InvalidRequest(f"the plan is in {plan.currency}", path="currency")
        if changes.version is UNSET and plan.version is not None:
            changes = attrs.evolve(changes, version=plan.version)
        return await self._update(plan.id, changes, str(plan.currency))

    async def _update(
        self, pricing_plan_id: str, changes: PricingPlanUpdateInput, currency: str
    ) -> PricingPlan:
        return await self._core.ask(
            api.pricing_plans.update_pricing_plan.build(
                id=pricing_plan_id, body=changes, currency=currency
            ),
            check=about(pricing_plan_id),
        )

    async def delete(self, pricing_plan_id: str) -> None:
        """Delete a draft. Raises `NotFound`."""
        await self._core.ask(api.pricing_plans.delete_pricing_plan.build(id=pricing_plan_id))


class PricingChanges(Namespace):
    """Bring prices into force. Writes need the client's `catalog_account`, and are never sent
    twice: after an unclear failure (`maybe_applied`) read before you write again."""

    async def get(self, pricing_change_id: str) -> PricingChange:
        """A pricing change. Raises `NotFound`."""
        return await self._core.ask(
            api.pricing_changes.get_pricing_change.build(pricing_change_id=pricing_change_id),
            check=about(pricing_change_id),
        )

    async def create(self, change: PricingChangeInput) -> PricingChange:
        """Make a draft: which plans begin, which end, who moves. Raises `InvalidRequest` for a
        value that the document forbids, and what any call does."""
        return await self._core.ask(api.pricing_changes.create_pricing_change.build(body=change))

    async def update(
        self, pricing_change_id: str, changes: PricingChangeUpdateInput
    ) -> PricingChange:
        """Change a draft. Raises `NotFound`, and `InvalidRequest` for a value that the document
        forbids."""
        return await self._core.ask(
            api.pricing_changes.update_pricing_change.build(
                pricing_change_id=pricing_change_id, body=changes
            ),
            check=about(pricing_change_id),
        )

    async def delete(self, pricing_change_id: str) -> None:
        """Delete a draft. Raises `NotFound`."""
        await self._core.ask(
            api.pricing_changes.delete_pricing_change.build(pricing_change_id=pricing_change_id)
        )

    async def execute(
        self, pricing_change_id: str, *, effective_date: datetime.datetime | None = None
    ) -> Handle[PricingChange, PricingChange]:
        """Carry a change out and return once the platform has taken it in.

            executed = await commerce.pricing_changes.execute(change.id)
            change = await executed.result()

        `effective_date` is when it comes into force; left out, at once. The handle's `result()` is
        the completed change, or raises `PricingChangeFailed`. Raises `NotFound`, and
        `InvalidRequest` for a date that is no aware datetime.
        """
        body = None
        if effective_date is not None:
            body = models.ExecutePricingChangeInput(effective_date=effective_date)
        change = await self._core.ask(
            api.pricing_changes.execute_pricing_change.build(
                pricing_change_id=pricing_change_id, body=body
            ),
            check=about(pricing_change_id),
        )
        return self._handle(pricing_change_id, change)

    async def wait(self, pricing_change_id: str) -> Handle[PricingChange, PricingChange]:
        """Follow a change that was executed elsewhere, or before. Raises `NotFound`."""
        handle = self._handle(pricing_change_id, None)
        await handle.refresh()
        return handle

    def _handle(
        self, pricing_change_id: str, change: PricingChange | None
    ) -> Handle[PricingChange, PricingChange]:
        async def look(context: Context) -> Progress[PricingChange, PricingChange]:
            request = api.pricing_changes.get_pricing_change.build(
                pricing_change_id=pricing_change_id
            )
            state = await self._core.ask(request, context=context, check=about(pricing_change_id))
            failed = state.status == models.PricingChangeStatus.FAILED
            return Progress(
                state=state,
                result=state if state.status == models.PricingChangeStatus.COMPLETED else None,
                failure=PricingChangeFailed(pricing_change_id, state) if failed else None,
            )

        return Handle(self._core, look, change, ids={"pricing_change_id": pricing_change_id})
