"""A placed order: follow it, wait for its end, or keep its token and come back later."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypeVar

from commerce_sdk.commerce.orders.following import look
from commerce_sdk.commerce.orders.tokens import Api, OrderToken
from commerce_sdk.errors import CommerceError, NotFound
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.following.handle import Handle
from commerce_sdk_api.commerce import models

if TYPE_CHECKING:
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderAcceptance,
        OrderState,
        PlacedOrder,
    )

    _Handle = Handle[OrderState, Order]
else:
    _Handle = Handle

Answer: TypeAlias = "OrderAcceptance | PlacedOrder"
E = TypeVar("E", bound=CommerceError)


class OrderHandle(_Handle):
    """An order that the platform has taken in. `result()` is the finished order, or raises
    `OrderFailed` with every typed reason.

    `order_id` and `token` find it again, and stand on every error. `answer` is what placing it
    was answered with (None where the order was found by reading back, or resumed).
    `already_placed` says that it was there before this placing sent anything. `state` is the newest
    that was seen; an order placed through v2 shows as SYNC_ORDER.
    """

    _instead = "carry its token; orders.resume(token) follows on there"

    def __init__(
        self,
        core: Core,
        *,
        order_id: str,
        account: str,
        api: Api,
        answer: Answer | None = None,
        state: OrderState | None = None,
        already_placed: bool = False,
        taken_in: bool = False,
    ) -> None:
        super().__init__(
            core,
            lambda context: look(core, order_id, api, context),
            state,
            taken_in=taken_in,
        )
        self._api: Api = api
        self.order_id = order_id
        self.account = account
        self.answer = answer
        self.already_placed = already_placed

    @property
    def token(self) -> str:
        """Small versioned JSON of ids; `orders.resume(token)` follows on, elsewhere and later."""
        return str(OrderToken(account=self.account, order_id=self.order_id, api=self._api))

    @property
    def status_url(self) -> str | None:
        """The poll address that the platform named, to look at. The SDK never follows it."""
        return self.answer.status_url if isinstance(self.answer, models.OrderAcceptance) else None

    def _marked(self, error: E) -> E:
        error.order_id, error.token = self.order_id, self.token
        if isinstance(error, NotFound):
            error.maybe_applied = True  # that it does not show proves nothing
        return error

    def __repr__(self) -> str:
        status = self.state.status if self.state is not None else None
        return f"OrderHandle(order_id={self.order_id!r}, status={status and str(status)!r})"
