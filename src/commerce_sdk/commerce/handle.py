"""A placed order: follow it, wait for its end, or keep its token and come back later."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TypeVar

from commerce_sdk import defaults
from commerce_sdk.commerce.following import Progress, look
from commerce_sdk.commerce.tokens import Api, OrderToken
from commerce_sdk.errors import CommerceError
from commerce_sdk.runtime.client import Core
from commerce_sdk.runtime.deadline import Allowance
from commerce_sdk.runtime.polling import Poller
from commerce_sdk_api.commerce.models.order import Order
from commerce_sdk_api.commerce.models.order_acceptance import OrderAcceptance
from commerce_sdk_api.commerce.models.order_state import OrderState
from commerce_sdk_api.commerce.models.placed_order import PlacedOrder

Answer = OrderAcceptance | PlacedOrder
E = TypeVar("E", bound=CommerceError)


class OrderHandle:
    """An order that the platform has taken in.

    `order_id` and `token` find it again. `answer` is what placing it was answered with (None
    where the order was found by reading back, or resumed). `state` is the newest that was seen.
    """

    def __init__(
        self,
        core: Core,
        *,
        order_id: str,
        account: str,
        api: Api,
        answer: Answer | None = None,
        state: OrderState | None = None,
    ) -> None:
        self._core = core
        self._api: Api = api
        self.order_id = order_id
        self.account = account
        self.answer = answer
        self.state = state

    @property
    def token(self) -> str:
        """Small versioned JSON of ids; `orders.resume(token)` follows on, elsewhere and later."""
        return str(OrderToken(account=self.account, order_id=self.order_id, api=self._api))

    @property
    def status_url(self) -> str | None:
        """The poll address that the platform named, to look at. The SDK never follows it."""
        return self.answer.status_url if isinstance(self.answer, OrderAcceptance) else None

    async def refresh(self) -> OrderState:
        """Ask once where the order stands. An order placed through v2 shows as SYNC_ORDER.

        Raises `NotFound` while the platform does not show the order, and what any call raises.
        """
        try:
            return (await self._look()).state
        except CommerceError as error:
            raise self._marked(error) from error.__cause__

    async def result(
        self,
        *,
        deadline: float | None = defaults.ORDER_DEADLINE,
        poll_interval: float | None = None,
    ) -> Order:
        """Wait for the end and return the finished order.

        Args:
            deadline: Seconds for all of it; None waits as long as it takes.
            poll_interval: Seconds between two looks; left out, short at first, then longer.

        Raises:
            OrderFailed: the order ended, and not in success; with every typed reason.
            DeadlineExceeded: it had not ended yet; it goes on, and `token` finds it again.
        """
        poller = self._poller(deadline, poll_interval)
        while True:
            progress = await self._next(poller)
            if progress.failure is not None:
                raise self._marked(progress.failure)
            if progress.order is not None:
                return progress.order

    def updates(
        self, *, deadline: float | None = None, poll_interval: float | None = None
    ) -> Updates:
        """Iterate over the order's states: the present one, then one at every change, the last
        one included. The iteration ends with the order; `result()` then returns or raises at once
        what the end was.

        `deadline` counts the SDK's own time in the whole iteration, never the loop's body.
        """
        poller = self._poller(deadline, poll_interval)
        return Updates(lambda: self._next(poller))

    def _poller(self, deadline: float | None, poll_interval: float | None) -> Poller[Progress]:
        return Poller(
            self._look,
            is_over=lambda progress: progress.over,
            changed=lambda before, now: before.state != now.state,
            allowance=Allowance(deadline, self._core.clock),
            clock=self._core.clock,
            interval=poll_interval,
        )

    async def _next(self, poller: Poller[Progress]) -> Progress:
        try:
            return await anext(poller)
        except CommerceError as error:
            raise self._marked(error) from error.__cause__

    async def _look(self, allowance: Allowance | None = None) -> Progress:
        deadline = self._core.open_deadline(allowance)
        progress = await look(self._core, self.order_id, self._api, deadline)
        self.state = progress.state
        return progress

    def _marked(self, error: E) -> E:
        error.order_id, error.token = self.order_id, self.token
        return error

    def __repr__(self) -> str:
        status = self.state.status if self.state is not None else None
        return f"OrderHandle(order_id={self.order_id!r}, status={status and str(status)!r})"


class Updates:
    """An iteration over an order's states; see `OrderHandle.updates`."""

    def __init__(self, step: Callable[[], Awaitable[Progress]]) -> None:
        self._step = step

    def __aiter__(self) -> Updates:
        return self

    async def __anext__(self) -> OrderState:
        return (await self._step()).state
