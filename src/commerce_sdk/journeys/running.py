"""Taking a journey from stage to stage, until the platform has the order."""

from __future__ import annotations

import datetime
import inspect
from typing import TYPE_CHECKING, Any, NoReturn

import anyio

from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.errors import CommerceError, InvalidRequest
from commerce_sdk.journeys.errors import CheckpointFailed, JourneyFailed
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
from commerce_sdk.journeys.telling import not_ordered, unclear
from commerce_sdk.journeys.window import Window, instant
from commerce_sdk.runtime.call.redaction import LOGGER
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
        """Was the order's id made here, so that nobody else orders by it?"""
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
            self._mark(error)
            if isinstance(error, InvalidRequest | CheckpointFailed):
                # What is wrong says nothing of what was sent before.
                error.maybe_applied = False if isinstance(self.stage, Started) else None
            raise
        except BaseException as error:
            # The token is long, and not for everybody who reads a traceback.
            self._mark(error)
            error.add_note(
                f"a journey was broken off ({self._stood()}); the token in this exception's "
                "`token`, or the newest that its checkpoint kept, goes on with it: "
                "journeys.resume(…)"
            )
            raise

    def _mark(self, error: Any) -> None:
        error.order_id, error.token = self._plan.order_id, token_of(self.stage)
        if isinstance(self.stage, Ordering | Following):
            error.provision_request_id = self.stage.request_id

    def _stood(self) -> str:
        """Where it stands, in words."""
        known = f"order {self._plan.order_id}"
        if isinstance(self.stage, Ordering | Following):
            known += f", provisioning {self.stage.request_id}"
        doing = type(self.stage).__name__.lower()
        return f"{doing}, {known}"

    def check(self) -> None:
        """Raises `InvalidRequest` for what the document forbids, whatever will be found."""
        self._prepared(Found(entitlement="any"), "any")

    # --- before anything is ordered

    async def _to_order(
        self, stage: Started | Provisioning, request_id: str | None, provision_again: bool
    ) -> Ordering | Following:
        """What there is to order; where the order is there already, what there is to follow."""
        if request_id is not None and isinstance(stage, Provisioning):
            return await self._found_out(stage, request_id)
        await self._keep(stage)
        ordered = await self._ordered_before(stage)
        if ordered is not None:
            return ordered
        if isinstance(stage, Started):
            return await self._provision(await self._look_up())
        if provision_again:
            return await self._provision(stage.found)
        return await self._unclear(stage, None)

    async def _found_out(self, stage: Provisioning, request_id: str) -> Ordering | Following:
        """What there is to order by the id that a person found out, while there is time; what there
        is to follow, where it was ordered since this token was kept."""
        window = self._window_of(stage)
        ordering = self._ordering(stage, request_id)
        self.stage = stage  # until it is known that there is such a provisioning
        admin = self._admin.with_options(deadline=window.in_time(self._admin.deadline))
        try:
            check_goes_on(await admin.provisioning.get(request_id))
        except InvalidRequest:
            ordered = await self._ordered_before(stage)
            if ordered is None or ordered.request_id != request_id:
                self.stage = stage
                raise
            return ordered
        except CommerceError as error:
            if not is_passing(error):
                raise
            raise self._not_ordered(ordering, in_words(error), error) from error
        self.stage = ordering
        return ordering

    async def _ordered_before(self, stage: Started | Provisioning) -> Following | None:
        """By an older token than the newest, or by an order id that was used before, nothing is
        provisioned once more. It also shows whether Commerce can be asked at all."""
        plan = stage.plan
        try:
            request_id = await provisioning_of(self._commerce, plan)
        except CommerceError as error:
            error.maybe_applied = None if isinstance(stage, Provisioning) else False
            raise
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
        except CommerceError as error:
            error.maybe_applied = False  # of the journey: it has only looked
            raise
        return found

    async def _provision(self, found: Found) -> Ordering:
        plan = self._plan
        self._prepared(found, "any")  # what the document forbids comes to light before it costs
        stage = Provisioning(plan=plan, found=found, sent_at=self._clock.time())
        window = self._opened(stage)
        await self._keep(stage)
        if not window.left:
            await self._tell(self.stage, f"nothing was provisioned for order {plan.order_id}")
            failed = JourneyFailed("keeping the token took too long; nothing was provisioned")
            failed.maybe_applied = False
            raise failed
        self.stage = stage
        admin = self._admin.with_options(deadline=window.left_of(self._admin.deadline))
        try:
            handle = await provision(admin, plan, found)
        except CommerceError as error:
            if error.maybe_applied is not False:
                await self._unclear(stage, error)
            self.stage = Started(plan=plan)
            await self._tell(self.stage, f"nothing was provisioned for order {plan.order_id}")
            raise
        self._provisioning = handle
        return self._ordering(stage, handle.request_id)

    async def _unclear(self, stage: Provisioning, error: CommerceError | None) -> NoReturn:
        """Raise what is known of a provisioning whose answer is lost."""
        plan, window = stage.plan, self._window_of(stage)
        self.stage = stage
        workspaces: list[Workspace] = []
        now = "what the product has now, its administration shows"
        try:
            if plan.site is not None:
                deadline = window.in_time(self._admin.deadline)
                admin = self._admin.with_options(deadline=deadline)
                workspaces = await workspaces_of(admin, plan.site, deadline)
                now = f"now {plan.site!r} has {listed(workspaces)}"
        except CommerceError as trouble:
            now = f"what the site has now could not be looked up: {in_words(trouble)}"
        raise unclear(stage, window, now, workspaces, error) from error

    # --- from then on the time to order runs

    def _ordering(self, stage: Provisioning, request_id: str) -> Ordering:
        order = self._prepared(stage.found, request_id).to_json().decode()
        ordering = Ordering(
            plan=stage.plan, sent_at=stage.sent_at, request_id=request_id, order=order
        )
        # By an id that others know too, somebody may be ordering at this moment.
        self.stage, self._is_fresh = ordering, self._is_new
        return ordering

    async def _order(self, stage: Ordering) -> Journey:
        window = self._window_of(stage)
        self._steps.append(
            ProvisioningBegun(at=self._now(), request_id=stage.request_id, order_by=window.ends)
        )
        # Without time left nothing is sent, so keeping it may take as long as it does.
        try:
            with anyio.move_on_after(window.left or None) as scope:
                await self._keep(stage)
        except CheckpointFailed as error:
            raise self._not_ordered(stage, in_words(error)) from error.__cause__
        if scope.cancelled_caught:
            raise self._not_ordered(stage, "keeping the token took too long")
        placed = await self._placed(stage, window)
        request_id = await self._what_for(stage, placed)
        self.stage = following = Following(
            plan=stage.plan, sent_at=stage.sent_at, request_id=request_id, order=stage.order
        )
        was_there = placed.already_placed or request_id != stage.request_id
        return await self._taken_in(following, placed, already_placed=was_there)

    async def _what_for(self, stage: Ordering, placed: OrderHandle) -> str:
        """The provisioning that the order is for. One that was there before may be for another
        one: that of who went on with this journey at the same time."""
        if placed.answer is not None:
            return stage.request_id
        deadline = self._window_of(stage).in_time(self._commerce.deadline)
        try:
            found = await provisioning_of(
                self._commerce.with_options(deadline=deadline), stage.plan
            )
        except CommerceError as error:
            error.maybe_applied = not isinstance(error, InvalidRequest)  # it is another order
            raise self._not_ordered(stage, in_words(error), error) from error
        if found in (None, stage.request_id):
            return stage.request_id
        LOGGER.warning(
            "order %s is for the provisioning %s, which is followed; %s is not ordered, and is "
            "given up by the platform",
            stage.plan.order_id,
            found,
            stage.request_id,
        )
        self._provisioning = None
        return found

    async def _taken_in(
        self, stage: Following, placed: OrderHandle, *, already_placed: bool
    ) -> Journey:
        self._steps.append(
            OrderPlaced(at=self._now(), order_id=stage.plan.order_id, already_placed=already_placed)
        )
        await self._tell(stage, f"order {stage.plan.order_id} was placed")
        return self._journey(stage, placed)

    async def _placed(self, stage: Ordering, window: Window) -> OrderHandle:
        """The order, sent as long as there is time, and looked for as long as it may be there."""
        prepared = self._commerce.orders.prepare(stage.order)
        fresh, rounds, has_looked = self._is_fresh, 0, False
        while True:
            rounds += 1
            deadline = window.in_time(self._commerce.deadline)
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
                elif left or fresh or has_looked or not (is_passing(error) and window.left_to_look):
                    raise self._not_ordered(stage, in_words(error), error) from error
                else:
                    has_looked = True  # an attempt was cut: nothing is sent, but it is looked for

    async def _follow(self, stage: Following) -> Journey:
        plan = stage.plan
        token = OrderToken(account=plan.account, order_id=plan.order_id, api=plan.via)
        # The platform took it in, so it is not asked whether it did: it may not show yet.
        placed = self._commerce.orders.follow(str(token))
        return await self._taken_in(stage, placed, already_placed=True)

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
        self, stage: Ordering, why: str, error: CommerceError | None = None
    ) -> JourneyFailed:
        maybe = not self._is_fresh if error is None else bool(error.maybe_applied)
        return not_ordered(stage, self._window_of(stage), why, error, maybe_applied=maybe)

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
        try:
            kept = self._checkpoint(token_of(stage))
            if inspect.isawaitable(kept):
                await kept
                return
        except Exception as error:
            what = f"keeping the token failed with {type(error).__name__}"
            raise CheckpointFailed(what) from error
        raise InvalidRequest("must be an async function of the token", path="checkpoint")

    async def _tell(self, stage: Stage, known: str) -> None:
        """Keep what nothing is sent after. By the token before nothing is lost either, so whoever
        waits hears what is known, and not that this failed."""
        try:
            await self._keep(stage)
        except CheckpointFailed as error:
            LOGGER.warning("%s; %s", known, error)

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
