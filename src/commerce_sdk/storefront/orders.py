"""The `orders` namespace of the storefront's client."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from msgspec import UNSET, UnsetType

from commerce_sdk.errors import InvalidRequest, NotFound, WrongAnswer
from commerce_sdk.runtime.call.answers import about, named
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.following.handle import Handle, Progress
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.storefront.errors import OrderNotReached
from commerce_sdk.storefront.lifecycle import STEPS, has_been, is_known, may_come
from commerce_sdk_api.storefront import api, models
from commerce_sdk_api.storefront.models import NextOrderStatus

if TYPE_CHECKING:
    import datetime

    from commerce_sdk.runtime.lists.paginator import Paginator
    from commerce_sdk_api.storefront.models import Order, OrderItemInput, OrderStatus


class Orders(Namespace):
    """Place orders, take them from status to status, follow, read and list them. Amounts are
    `Money`, and the platform's own: no total is ever worked out here."""

    aliases: ClassVar[Mapping[str, str]] = {"from": "created_from", "to": "created_before"}

    def list(
        self,
        *,
        status: OrderStatus | str | None = None,
        created_from: datetime.datetime | str | None = None,
        created_before: datetime.datetime | str | None = None,
        page_size: int | None = None,
        unique: bool = False,
        deadline: float | None = None,
    ) -> Paginator[Order]:
        """The orders: `async for order in …`, or `.pages()`, `.first()`, `.collect()`. Who is no
        administrator sees only their own.

        Pages are counted by number: where orders come or go meanwhile, one may come twice, and one
        may be missed.

        Args:
            status: Only orders of this status.
            created_from: Only orders created at this instant, or later; an aware `datetime`.
            created_before: Only orders created before this instant.
            page_size: The most orders to a page, 100 at the most; left out, the platform's own.
            unique: Leave out what came before in the same iteration; its ids are kept for that.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.orders.list_orders.build(
                status=status,
                created_from=created_from,
                created_before=created_before,
                page_size=page_size,
            ),
            unique=unique,
            deadline=deadline,
        )

    async def get(self, order_id: str) -> Order:
        """An order, with its items and its totals. Raises `NotFound`."""
        return await self._core.ask(
            api.orders.get_order.build(order_id=order_id), check=about(order_id, "order_id")
        )

    async def create(
        self,
        customer_id: str,
        *,
        items: Sequence[OrderItemInput] | Mapping[str, int],
        notes: str | UnsetType | None = UNSET,
        coupon: str | UnsetType | None = UNSET,
    ) -> Order:
        """Place an order. What it takes of the stock is reserved for it, all or nothing.

            order = await shop.orders.create(customer_id, items={product_id: 2})

        It is sent once: the platform cannot tell a second order from the same one sent twice, so
        after an unclear failure (`maybe_applied`) look through `list` before you place it again.

        Args:
            customer_id: Whose order it is.
            items: How many of which product: quantities by product id, or `OrderItemInput`s.
            notes: What the customer has to say.
            coupon: The code of a coupon.

        Raises:
            Unprocessable: a rule of the platform's forbids it, such as the stock.
        """
        if isinstance(items, Mapping):
            items = [
                models.OrderItemInput(product_id=product_id, quantity=quantity)
                for product_id, quantity in items.items()
            ]
        body = models.OrderInput(
            customer_id=customer_id,
            items=cast("list[OrderItemInput]", items),  # what is none is refused there
            notes=notes,
            coupon=coupon,
        )
        return await self._core.ask(
            api.orders.create_order.build(body=body), check=named("order_id")
        )

    async def confirm(self, order_id: str) -> Order:
        """Take an order to `confirmed`.

        As every change of status it is read before it is repeated: after an unclear failure the
        order is looked at, and the change is sent again only where it does not show. Which changes
        are allowed is the platform's to say.

        Raises:
            Unprocessable: the platform does not allow it from where the order stands.
            NotFound: there is no such order.
        """
        return await self._change(order_id, NextOrderStatus.CONFIRMED)

    async def ship(self, order_id: str) -> Order:
        """Take an order to `shipped`. Raises as `confirm` does."""
        return await self._change(order_id, NextOrderStatus.SHIPPED)

    async def deliver(self, order_id: str) -> Order:
        """Take an order to `delivered`. Raises as `confirm` does."""
        return await self._change(order_id, NextOrderStatus.DELIVERED)

    async def cancel(self, order_id: str, *, reason: str) -> Order:
        """Take an order to `cancelled`.

        Args:
            order_id: The order's id.
            reason: Why; the platform requires it, so without one nothing is sent.

        Raises:
            InvalidRequest: there is no reason, or a blank one.
            Unprocessable: the platform does not allow it from where the order stands.
            NotFound: there is no such order.
        """
        return await self._change(order_id, NextOrderStatus.CANCELLED, _given(reason))

    async def refund(self, order_id: str, *, reason: str) -> Order:
        """Take an order to `refunded`. Takes and raises what `cancel` does."""
        return await self._change(order_id, NextOrderStatus.REFUNDED, _given(reason))

    async def _change(
        self, order_id: str, status: NextOrderStatus, reason: str | UnsetType = UNSET
    ) -> Order:
        body = models.OrderStatusInput(status=status, reason=reason)
        is_about = about(order_id, "order_id")

        async def look(context: Context) -> Order:
            order = await self._core.ask(
                api.orders.get_order.build(order_id=order_id),
                context=context,
                again=False,
                check=is_about,
            )
            if order.status is None or not has_been(order.status, status):
                raise NotFound(404, detail=f"the order is {order.status}")
            return order

        def check(order: Order) -> None:
            is_about(order)
            # It may have gone on since; a status that is not known may be one that follows.
            if not isinstance(order.status, str) or (
                is_known(order.status) and not has_been(order.status, status)
            ):
                raise WrongAnswer(f"the order is {order.status}, not {status}", path="$.status")

        outcome = await self._core.write(
            api.orders.update_order_status.build(order_id=order_id, body=body),
            State.FRESH,
            look=look,
            check=check,
        )
        order = outcome.answer if outcome.found is None else outcome.found
        assert order is not None
        return order

    async def wait(self, order_id: str, *, until: OrderStatus | str) -> Handle[Order, Order]:
        """Follow an order until it has a status.

            shipped = await shop.orders.wait(order_id, until="shipped")
            order = await shipped.result(deadline=3600)

        Looks once and returns the handle. Its `result()` is the order as soon as it has the status,
        or has surely gone through it; it raises `OrderNotReached` once the order stands where that
        cannot follow any more, as `delivered` cannot once it is `cancelled`. Raises `NotFound`.

        Args:
            order_id: The order's id.
            until: The status to wait for, one of those that the document knows.
        """
        if not is_known(until):
            raise InvalidRequest(f"expected one of {', '.join(STEPS)}", path="until")

        async def look(context: Context) -> Progress[Order, Order]:
            order = await self._core.ask(
                api.orders.get_order.build(order_id=order_id),
                context=context,
                check=about(order_id, "order_id"),
            )
            status = order.status
            if status is None or (not has_been(status, until) and may_come(status, until)):
                return Progress(state=order)
            if has_been(status, until):
                return Progress(state=order, result=order)
            return Progress(state=order, failure=OrderNotReached(order_id, str(until), order))

        handle = Handle(self._core, look, ids={"order_id": order_id, "until": str(until)})
        await handle.refresh()
        return handle


def _given(reason: object) -> str:
    if not isinstance(reason, str) or not reason.strip():
        raise InvalidRequest("say why; the platform requires it", path="reason")
    return reason
