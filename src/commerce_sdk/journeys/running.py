"""Taking a journey from stage to stage, until the platform has the order."""

from __future__ import annotations

import datetime
import inspect
from typing import TYPE_CHECKING, NoReturn

import anyio

from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.errors import CommerceError, InvalidRequest
from commerce_sdk.journeys.errors import JourneyFailed, ProvisioningUnclear
from commerce_sdk.journeys.given import Checkpoint
from commerce_sdk.journeys.items import items_of
from commerce_sdk.journeys.journey import Journey
from commerce_sdk.journeys.looking import (
    check_goes_on,
    look_up_product,
    look_up_site,
    provisioning_of,
    workspaces_of,
)
from commerce_sdk.journeys.provisioning import provision
from commerce_sdk.journeys.sites import listed
from commerce_sdk.journeys.stages import (
    PROVISION_REQUEST,
    Following,
    Found,
    Ordering,
    Plan,
    Provisioning,
    Stage,
    Started,
    token_of,
)
from commerce_sdk.journeys.steps import OrderPlaced, ProvisioningBegun, Step
from commerce_sdk.journeys.window import Window, instant
from commerce_sdk.runtime.retries.backoff import look_interval
from commerce_sdk.runtime.retries.transient import asked_pause, in_words, is_passing
from commerce_sdk_api.admin import api

if TYPE_CHECKING:
    from commerce_sdk.admin.client import AdminClient
    from commerce_sdk.admin.handle import Provisioning as ProvisioningHandle
    from commerce_sdk.commerce.client import CommerceClient
    from commerce_sdk.commerce.orders.handle import OrderHandle
    from commerce_sdk.commerce.orders.prepared import PreparedOrder
    from commerce_sdk_api.admin.models import Workspace


class Run:
    """One process's part of a journey. `stage` is where it stands, and what its token tells."""

    def __init__(
        self,
        admin: AdminClient,
        commerce: CommerceClient,
        stage: Stage,
        checkpoint: Checkpoint | None,
        *,
        is_new: bool = False,
    ) -> None:
        self._admin = admin
        self._commerce = commerce
        self._clock = commerce.clock
        self._checkpoint = checkpoint
        self._steps: list[Step] = []
        self._window: Window | None = None
        self._provisioning: ProvisioningHandle | None = None
        self._is_new = is_new
        """Was the order's id made here, so that nobody can have ordered by it?"""
        self._is_fresh = False
        """Was the order made here, and surely never sent?"""
        self.stage = stage

    @property
    def _plan(self) -> Plan:
        return self.stage.plan

    async def go_on(
        self, *, request_id: str | None = None, provision_again: bool = False
    ) -> Journey:
        """Go on until the platform has the order. Every error has the token to go on with.

        `request_id` and `provision_again` are what a person found out about a provisioning that
        ended unclear.
        """
        try:
            stage = self.stage
            if isinstance(stage, Started | Provisioning):
                stage = await self._to_order(stage, request_id, provision_again)
            if isinstance(stage, Ordering):
                return await self._order(stage)
            assert isinstance(stage, Following)
            return await self._follow(stage)
        except CommerceError as error:
            error.order_id, error.token = self._plan.order_id, token_of(self.stage)
            raise
        except BaseException as error:
            error.add_note(f"a journey was broken off; resume it with {token_of(self.stage)}")
            raise

    def check(self) -> None:
        """Raises `InvalidRequest` for what the document forbids, whatever will be found."""
        self._prepared(Found(entitlement="any"), "any")

    # --- before anything is ordered

    async def _to_order(
        self, stage: Started | Provisioning, request_id: str | None, provision_again: bool
    ) -> Ordering | Following:
        """What there is to order; where the order is there already, what there is to follow."""
        await self._keep(stage)
        ordered = None if self._is_new else await self._ordered_before(stage)
        if ordered is not None:
            return ordered
        if isinstance(stage, Started):
            return await self._provision(await self._look_up())
        if request_id is not None:
            check_goes_on(await self._admin.provisioning.get(request_id))
            return self._ordering(stage, request_id)
        if provision_again:
            return await self._provision(stage.found)
        return await self._unclear(stage, None)

    async def _ordered_before(self, stage: Started | Provisioning) -> Following | None:
        """By an older token than the newest, or by an order id that was used before, nothing is
        provisioned once more."""
        plan = stage.plan
        request_id = await provisioning_of(self._commerce, plan.order_id)
        if request_id is None:
            return None
        sent_at = stage.sent_at if isinstance(stage, Provisioning) else self._clock.time()
        self.stage = Following(plan=plan, sent_at=sent_at, request_id=request_id)
        return self.stage

    async def _look_up(self) -> Found:
        plan = self._plan
        look_up = look_up_product if plan.app is not None else look_up_site
        try:
            if plan.container is not None:
                found = Found(container=plan.container)
            else:
                found, step = await look_up(self._admin, self._commerce, plan, self._now())
                self._steps.append(step)
            self._prepared(found, "any")  # what the document forbids comes to light before it costs
        except CommerceError as error:
            error.maybe_applied = False  # of the journey: it has only looked
            raise
        return found

    async def _provision(self, found: Found) -> Ordering:
        plan = self._plan
        stage = Provisioning(plan=plan, found=found, sent_at=self._clock.time())
        window = self._opened(stage)
        await self._keep(stage)
        if not window.left:
            await self._keep(self.stage)
            failed = JourneyFailed("keeping the token took too long; nothing was provisioned")
            failed.maybe_applied = False
            raise failed
        self.stage = stage
        admin = self._admin.with_options(deadline=_less(self._admin.deadline, window.left))
        try:
            handle = await provision(admin, plan, found)
        except CommerceError as error:
            if error.maybe_applied is not False:
                await self._unclear(stage, error)
            self.stage = Started(plan=plan)
            await self._keep(self.stage)
            raise
        self._provisioning = handle
        return self._ordering(stage, handle.request_id)

    async def _unclear(self, stage: Provisioning, error: CommerceError | None) -> NoReturn:
        """Raise what is known of a provisioning whose answer is lost."""
        plan, window = stage.plan, self._window_of(stage)
        self.stage = stage
        workspaces: list[Workspace] = []
        now = "what the site has now could not be looked up"
        try:
            if plan.site is not None:
                admin = self._admin.with_options(deadline=_in_time(self._admin.deadline, window))
                workspaces = await workspaces_of(admin, plan.site)
                now = f"now {plan.site!r} has {listed(workspaces)}"
        except CommerceError as trouble:
            now += f": {in_words(trouble)}"
        where = plan.site if plan.app is None else stage.found.product_ari
        unclear = ProvisioningUnclear(
            f"the provisioning on {where!r} may have been sent at {_told(instant(stage.sent_at))} "
            "and its answer is lost; nothing was ordered. There is no way to ask the "
            f"platform for it, which gives it up at {_told(window.ends)}; {now}. "
            "resume(token, request_id=…) goes on with the request that the administration shows; "
            "resume(token, provision_again=True) sends it once more, where it surely is not there",
            workspaces=workspaces,
            order_by=window.ends,
        )
        unclear.maybe_applied = True
        raise unclear from error

    # --- from then on the time to order runs

    def _ordering(self, stage: Provisioning, request_id: str) -> Ordering:
        order = self._prepared(stage.found, request_id).to_json().decode()
        ordering = Ordering(
            plan=stage.plan, sent_at=stage.sent_at, request_id=request_id, order=order
        )
        self.stage, self._is_fresh = ordering, True
        return ordering

    async def _order(self, stage: Ordering) -> Journey:
        window = self._window_of(stage)
        self._steps.append(
            ProvisioningBegun(at=self._now(), request_id=stage.request_id, order_by=window.ends)
        )
        # Without time left nothing is sent, so keeping it may take as long as it does.
        with anyio.move_on_after(window.left or None) as scope:
            await self._keep(stage)
        if scope.cancelled_caught:
            raise self._not_ordered(stage, window, "keeping the token took too long")
        placed = await self._placed(stage, window)
        self._steps.append(
            OrderPlaced(
                at=self._now(), order_id=placed.order_id, already_placed=placed.already_placed
            )
        )
        self.stage = following = Following(
            plan=stage.plan,
            sent_at=stage.sent_at,
            request_id=stage.request_id,
            order=stage.order,
        )
        await self._keep(following)
        return self._journey(following, placed)

    async def _placed(self, stage: Ordering, window: Window) -> OrderHandle:
        """The order, sent as long as there is time, and looked for as long as it may be there."""
        prepared = self._commerce.orders.prepare(stage.order)
        fresh, rounds, has_looked = self._is_fresh, 0, False
        while True:
            rounds += 1
            deadline = _in_time(self._commerce.deadline, window)
            orders = self._commerce.with_options(deadline=deadline).orders
            send = orders.create if stage.plan.via == "v2" else orders.place
            try:
                return await send(prepared, fresh=fresh, not_after=window.closes)
            except CommerceError as error:
                fresh = fresh and error.maybe_applied is False
                left = window.left
                if left and is_passing(error):
                    pause = max(look_interval(rounds), asked_pause(error))
                    await self._clock.sleep(min(pause, left))
                elif left or fresh or has_looked or not is_passing(error):
                    raise self._not_ordered(stage, window, in_words(error), error) from error
                else:
                    has_looked = True  # an attempt was cut: nothing is sent, but it is looked for

    async def _follow(self, stage: Following) -> Journey:
        plan = stage.plan
        await self._keep(stage)
        token = OrderToken(account=plan.account, order_id=plan.order_id, api=plan.via)
        # The platform took it in, so it is not asked whether it did: it may not show yet.
        return self._journey(stage, self._commerce.orders.follow(str(token)))

    def _journey(self, stage: Following, placed: OrderHandle) -> Journey:
        return Journey(
            stage,
            placed,
            self._provisioning or self._admin.provisioning.follow(stage.request_id),
            past=self._steps,
            clock=self._clock,
            deadlines=(self._commerce.deadline, self._admin.deadline),
            order_by=self._window_of(stage).ends,
        )

    def _not_ordered(
        self, stage: Ordering, window: Window, why: str, error: CommerceError | None = None
    ) -> JourneyFailed:
        maybe = not self._is_fresh if error is None else bool(error.maybe_applied)
        known = "whether it was ordered is not known" if maybe else "it was not ordered"
        if window.left:
            way_on = f"until {_told(window.closes)} resume(token) tries again"
        elif maybe:
            way_on = "nothing more is sent; resume(token) looks for the order once more"
        else:
            way_on = "nothing more is sent"
        failed = JourneyFailed(
            f"the provisioning {stage.request_id} was begun at {_told(instant(stage.sent_at))}, "
            f"and {known}: {why}; the platform gives it up at {_told(window.ends)}; {way_on}",
            order_error=error,
            provision_request_id=stage.request_id,
            order_by=window.ends,
        )
        failed.maybe_applied = maybe
        return failed

    # --- what all of them need

    def _prepared(self, found: Found, request_id: str) -> PreparedOrder:
        plan = self._plan
        return self._commerce.orders.prepare(
            items=[*items_of(plan.products, found)],
            order_id=plan.order_id,
            invoice_group_id=plan.invoice_group,
            metadata={**plan.metadata, PROVISION_REQUEST: request_id},
        )

    async def _keep(self, stage: Stage) -> None:
        if self._checkpoint is None:
            return
        kept = self._checkpoint(token_of(stage))
        if not inspect.isawaitable(kept):
            raise InvalidRequest("must be an async function of the token", path="checkpoint")
        await kept

    def _window_of(self, stage: Provisioning | Ordering | Following) -> Window:
        return self._window or self._opened(stage)

    def _opened(self, stage: Provisioning | Ordering | Following) -> Window:
        operation = api.apps.provision_app if stage.plan.app else api.products.provision_products
        seconds = operation.OPERATION.completed_within
        assert seconds is not None
        self._window = Window(stage.sent_at, seconds, self._clock)
        return self._window

    def _now(self) -> datetime.datetime:
        return instant(self._clock.time())


def _less(deadline: float | None, left: float) -> float:
    return left if deadline is None else min(deadline, left)


def _in_time(deadline: float | None, window: Window) -> float | None:
    """A deadline that ends before the time to order does; once that is over, the whole one."""
    left = window.left_to_look
    return _less(deadline, left) if left else deadline


def _told(moment: datetime.datetime) -> str:
    return f"{moment:%Y-%m-%d %H:%M:%S} UTC"
