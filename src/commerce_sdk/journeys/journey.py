"""A journey whose order the platform has: follow it, wait for its end, or keep its token."""

from __future__ import annotations

import datetime
from collections import deque
from collections.abc import Iterator, Sequence
from itertools import count
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.commerce.errors import OrderFailed
from commerce_sdk.commerce.orders.outcome import statuses
from commerce_sdk.errors import CommerceError, DeadlineExceeded, InvalidRequest
from commerce_sdk.journeys.errors import JourneyFailed
from commerce_sdk.journeys.stages import Following, token_of
from commerce_sdk.journeys.steps import OrderChanged, ProvisioningChanged, Step
from commerce_sdk.runtime.call.deadline import Allowance
from commerce_sdk.runtime.checks import seconds_or_none
from commerce_sdk.runtime.following.handle import Handle, Updates, look_once
from commerce_sdk.runtime.following.polling import Poller
from commerce_sdk.runtime.retries.transient import in_words, is_passing
from commerce_sdk.value import OfThisProcess, Value
from commerce_sdk_api.admin.models import ProvisioningState
from commerce_sdk_api.commerce.models import Order, OrderState
from commerce_sdk_api.commerce.models.order_item_status import OrderItemStatus

if TYPE_CHECKING:
    from commerce_sdk.admin.handle import Provisioning
    from commerce_sdk.commerce.orders.handle import OrderHandle

T = TypeVar("T")
E = TypeVar("E", bound=CommerceError)


class NewEntitlement(Value, frozen=True, kw_only=True):
    """What an item of the order brought: the entitlement to its offering."""

    item_id: str | None
    offering: str | None
    entitlement: str


class JourneyState(Value, frozen=True, kw_only=True):
    """Where the order and the provisioning stand; None before the first look."""

    order: OrderState | None = None
    provisioning: ProvisioningState | None = None


class JourneyResult(Value, frozen=True, kw_only=True):
    """What a journey brought: the finished order, the provisioning at its end, and the entitlements
    that the order's items brought."""

    order: Order
    provisioning: ProvisioningState
    entitlements: tuple[NewEntitlement, ...]


class Journey(OfThisProcess):
    """An order and the provisioning that it is for. Made by `provision_and_order`, `install_app`
    and `resume`, once the platform has taken in both.

    `token` finds both again with `journeys.resume(…)`, and stands on every error, as `order_id`
    does. `order` and `provisioning` are the handles of each.
    """

    _instead = "carry its token; journeys.resume(admin, commerce, token) follows on there"

    def __init__(
        self,
        stage: Following,
        order: OrderHandle,
        provisioning: Provisioning,
        *,
        past: Sequence[Step],
        clock: Clock,
        deadlines: tuple[float | None, float | None],
        order_by: datetime.datetime,
    ) -> None:
        self._stage = stage
        self._past = tuple(past)
        self._clock = clock
        self._deadlines = deadlines
        self.order = order
        self.provisioning = provisioning
        self.order_by = order_by
        self._end: JourneyResult | JourneyFailed | None = None

    @property
    def order_id(self) -> str:
        """The order's id, which was made before anything was sent."""
        return self._stage.plan.order_id

    @property
    def request_id(self) -> str:
        """The provisioning's id."""
        return self._stage.request_id

    @property
    def token(self) -> str:
        """Versioned JSON that goes on with the journey, elsewhere and later."""
        return token_of(self._stage)

    @property
    def state(self) -> JourneyState:
        """The newest that was seen of both."""
        return JourneyState(order=self.order.state, provisioning=self.provisioning.state)

    @property
    def ended(self) -> bool:
        """Is its end known? Then `result()` returns or raises at once."""
        return self._end is not None

    async def refresh(self) -> JourneyState:
        """Ask once where both stand. Raises what any call raises."""
        try:
            await self._look(1, Allowance(None, self._clock))
        except CommerceError as error:
            raise self._marked(error) from error.__cause__
        return self.state

    async def result(
        self,
        *,
        deadline: float | None = defaults.RESULT_DEADLINE,
        poll_interval: float | None = None,
    ) -> JourneyResult:
        """Wait for both ends and return what came of them.

        Args:
            deadline: Seconds for all of it; None waits as long as it takes.
            poll_interval: Seconds between two looks; left out, short at first, then longer.

        Raises:
            JourneyFailed: one of the two failed; it holds both. Where only the provisioning did,
                the order goes to its end first, so that it says whether anything was bought.
            DeadlineExceeded: it had not ended yet, and goes on.
            ApiError: a lasting refusal to show one of them.
        """
        poller = self._poller(deadline, poll_interval)
        while self._end is None:
            await self._next(poller)
        if isinstance(self._end, JourneyFailed):
            # Raised once more, it does not show the way of the times before.
            raise self._marked(self._end).with_traceback(None)
        return self._end

    def updates(
        self, *, deadline: float | None = None, poll_interval: float | None = None
    ) -> Updates[JourneyState]:
        """Iterate over the states of both: the present one, then one at every change. Raises
        `InvalidRequest` at once for times that are no seconds; iterating raises `DeadlineExceeded`,
        and `ApiError` for a lasting refusal to show one of them. A bad end is none: `result()`
        raises that."""
        poller = self._poller(deadline, poll_interval)
        return Updates(lambda: self._next(poller))

    def steps(self, *, deadline: float | None = None, poll_interval: float | None = None) -> Steps:
        """Iterate over the steps: those that were made, then each one as it comes, to the end.
        `result()` then returns or raises at once what the end was.

        `deadline` counts the SDK's own time in the whole iteration, never the loop's body. Raises
        `InvalidRequest` at once for times that are no seconds; iterating raises `DeadlineExceeded`,
        and `ApiError` for a lasting refusal to show one of them. A bad end is none: `result()`
        raises that.
        """
        updates = self.updates(deadline=deadline, poll_interval=poll_interval)
        return Steps(self._past, updates, self._clock)

    def _poller(self, deadline: float | None, poll_interval: float | None) -> Poller[JourneyState]:
        try:
            seconds_or_none(deadline, "deadline")
            seconds_or_none(poll_interval, "poll_interval")
        except InvalidRequest as error:
            error.maybe_applied = None  # what it follows is there all the same
            raise self._marked(error) from None
        looks = count(1)
        return Poller(
            look=lambda allowance: self._look(next(looks), allowance),
            is_passing=lambda error: is_passing(error, seen=True),
            is_over=lambda state: self.ended,
            changed=lambda before, now: before != now,
            allowance=Allowance(deadline, self._clock),
            clock=self._clock,
            interval=poll_interval,
            looked=lambda looks, state: None,
        )

    async def _next(self, poller: Poller[JourneyState]) -> JourneyState:
        try:
            return await anext(poller)
        except CommerceError as error:
            if isinstance(error, DeadlineExceeded):
                error.advice = f"{self._stands()}; both go on, and so can you, with the token"
            raise self._marked(error) from error.__cause__
        except BaseException as error:
            error.add_note(
                f"a journey was not waited for any longer ({self._stands()}); its token, in this "
                "exception's `token`, goes on with it: journeys.resume(…)"
            )
            vars(error)["token"] = self.token
            raise

    def _stands(self) -> str:
        """Where both stand, in words."""
        order, provisioning = self.state.order, self.state.provisioning
        items = statuses(order.success_result) if order is not None else ()
        asked = str(provisioning.status) if provisioning is not None else "nothing that was seen"
        return (
            f"order {self.order_id} stands at {', '.join(items) or 'nothing that was seen'}, "
            f"provisioning {self.request_id} at {asked}"
        )

    async def _look(self, looks: int, allowance: Allowance) -> JourneyState:
        both: tuple[Handle[Any, Any], ...] = (self.order, self.provisioning)
        troubles: list[CommerceError] = []
        seen = 0
        # Each look has the deadline of its client, within that of the whole.
        for handle, own in zip(both, self._deadlines, strict=True):
            if self.ended or handle.ended:
                continue  # whoever follows a handle by itself may have seen its end
            ends = [each for each in (own, allowance.left()) if each is not None]
            try:
                within = Allowance(min(ends, default=None), self._clock)
                await look_once(handle, looks, within)
                seen += 1
            except CommerceError as trouble:
                troubles.append(trouble)
                if not is_passing(trouble, seen=True):
                    raise
            await self._conclude()
        await self._conclude()
        if troubles and not seen:
            raise troubles[0]  # of what was seen of the other one there is a state
        return self.state

    async def _conclude(self) -> None:
        if self._end is None:
            self._end = end_of(
                await _ended(self.order), await _ended(self.provisioning), self.state
            )

    def _marked(self, error: E) -> E:
        error.order_id, error.token = self.order_id, self.token
        error.provision_request_id = self.request_id
        if isinstance(error, JourneyFailed):
            error.order_by, error.can_resume = self.order_by, False
        return error

    def __repr__(self) -> str:
        known = vars(self).get("_stage")  # of one that is half built, too
        ids = f"order_id={known.plan.order_id!r}, request_id={known.request_id!r}" if known else ""
        return f"Journey({ids})"


class Steps(OfThisProcess):
    """An iteration over steps; see `Journey.steps`."""

    _instead = "carry the journey's token"

    def __init__(self, past: Sequence[Step], updates: Updates[JourneyState], clock: Clock) -> None:
        self._ready = deque(past)
        self._updates = updates
        self._clock = clock
        self._shown = JourneyState()

    def __aiter__(self) -> Steps:
        return self

    async def __anext__(self) -> Step:
        while not self._ready:
            state = await anext(self._updates)
            at = datetime.datetime.fromtimestamp(self._clock.time(), datetime.UTC)
            if state.order is not None and state.order != self._shown.order:
                self._ready.append(OrderChanged(at=at, state=state.order))
            if state.provisioning is not None and state.provisioning != self._shown.provisioning:
                self._ready.append(ProvisioningChanged(at=at, state=state.provisioning))
            self._shown = state
        return self._ready.popleft()


class Ended(Value, Generic[T], frozen=True):
    """How one of the two ended: with what it brought, or with an error."""

    result: T | None = None
    error: CommerceError | None = None


def end_of(
    order: Ended[Order] | None,
    provisioning: Ended[ProvisioningState] | None,
    state: JourneyState,
) -> JourneyResult | JourneyFailed | None:
    """The end of a journey, by those of its two parts; None where it goes on. An order that failed
    ends it: what it was for is given up. A provisioning that failed does not, for the order may
    still be bought."""
    if order is None or (provisioning is None and order.error is None):
        return None
    if order.error is not None:
        failed = provisioning.error if provisioning is not None else None
        end = JourneyFailed(
            f"{_bought(order.error)} bought: {in_words(order.error)}",
            state=state,
            order_error=order.error,
            provisioning_error=failed,
        )
        end.__cause__ = order.error
        return end
    assert provisioning is not None
    assert order.result is not None
    if provisioning.result is None:
        end = JourneyFailed(
            f"the order {order.result.order_id} was carried out, and what it is for was not "
            "provisioned: "
            f"{in_words(provisioning.error) if provisioning.error else 'it failed'}; turn to the "
            "platform's support with both ids, or cancel what was bought",
            state=state,
            provisioning_error=provisioning.error,
        )
        end.__cause__ = provisioning.error
        return end
    return JourneyResult(
        order=order.result,
        provisioning=provisioning.result,
        entitlements=tuple(_new_entitlements(order.result)),
    )


def _bought(failed: CommerceError) -> str:
    """How much of an order that failed."""
    order = failed.order if isinstance(failed, OrderFailed) else None
    items = (order.items if order is not None else None) or ()
    done = sum(
        each.processing_info is not None and each.processing_info.status == OrderItemStatus.SUCCESS
        for each in items
    )
    return f"only {done} of {len(items)} items were" if done else "nothing was"


async def _ended(handle: Handle[Any, T]) -> Ended[T] | None:
    if not handle.ended:
        return None
    try:
        return Ended(result=await handle.result())
    except CommerceError as error:
        return Ended(error=error)


def _new_entitlements(order: Order) -> Iterator[NewEntitlement]:
    for item in order.items or ():
        processing = item.processing_info
        entitlement = processing.entitlement.id if processing and processing.entitlement else None
        if entitlement:
            yield NewEntitlement(
                item_id=item.item_id or item.order_item_id,
                offering=item.offering_id,
                entitlement=entitlement,
            )
