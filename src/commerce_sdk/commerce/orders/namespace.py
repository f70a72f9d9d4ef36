"""The `orders` namespace of the Commerce client."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, TypedDict, Unpack

from msgspec import UNSET

from commerce_sdk import defaults
from commerce_sdk.commerce.namespace import Namespace
from commerce_sdk.commerce.orders.handle import OrderHandle
from commerce_sdk.commerce.orders.reading import read_order, read_state
from commerce_sdk.commerce.orders.tokens import Api, OrderToken
from commerce_sdk.errors import CommerceError, InvalidRequest, NotFound
from commerce_sdk.runtime.call.answers import about
from commerce_sdk.runtime.checks import instant_or_none
from commerce_sdk.runtime.following.wait_all import WaitAll
from commerce_sdk.runtime.keywords import leaves_open, with_keys_of
from commerce_sdk.runtime.lists.listing import paginate
from commerce_sdk.runtime.lists.paginator import Paginator
from commerce_sdk_api.commerce import api, models

if TYPE_CHECKING:
    from datetime import datetime

    from commerce_sdk.commerce.orders.items import Item
    from commerce_sdk.commerce.orders.placing import Build
    from commerce_sdk.commerce.orders.prepared import Placeable, PreparedOrder
    from commerce_sdk_api.commerce.models import (
        Order,
        OrderState,
    )


class OrderParts(TypedDict, total=False):
    """What an order is made of. None is the same as left out.

    items: What to order, made by `new_item(…)` and its siblings.
    quote_id: In place of items, the quote to order.
    quote_version: The version of the quote that you saw.
    invoice_group_id: The invoice group to bill; left out, the account's own.
    metadata: Key-value pairs of your own.
    order_intent_id: An order intent that the order carries out.
    source: `ORDER_ITEMS`, where you want it sent; by quote it always is.
    order_id: Your own UUID, in place of a fresh random one, or of the one that everybody gives the
        order of this version of a quote.
    retry_of: The id of a quote's order that failed, to order the quote once more.
    """

    items: Sequence[Item] | None
    quote_id: str | None
    quote_version: int | None
    invoice_group_id: str | None
    metadata: Mapping[str, str] | None
    order_intent_id: str | None
    source: str | None
    order_id: str | None
    retry_of: str | None


def _may_be_known(
    order: object = None, /, *more: object, fresh: object = False, **parts: object
) -> bool:
    """May somebody have sent what is given as an order, by place or by name, right or wrong?"""
    from commerce_sdk.commerce.orders.prepared import may_be_known

    given = (order, *more, parts.get("order"))
    return fresh is not True and any(may_be_known(each, parts) for each in given)


class Orders(Namespace):
    """Place orders, follow them to their end, read and list them."""

    @with_keys_of(OrderParts)
    def prepare(
        self, order: Placeable | None = None, /, **parts: Unpack[OrderParts]
    ) -> PreparedOrder:
        """Make an order ready without any I/O: keep what it gives you, then place it.

        Takes a request model, the bytes that `to_json()` of a prepared order gave, or the parts of
        an order: `items=`, or `quote_id=` with `quote_version=`, and what else goes with them
        (`OrderParts` says what each is).

        Raises:
            InvalidRequest: with the path of the first value that the document forbids.
        """
        from commerce_sdk.commerce.orders.prepared import (
            prepare,  # it brings every kind of item along
        )

        return prepare(order, tenants=self._core.tenants, parts=parts)

    @leaves_open(_may_be_known)
    @with_keys_of(OrderParts)
    async def place(
        self,
        order: Placeable | None = None,
        /,
        *,
        fresh: bool = False,
        not_after: datetime | None = None,
        **parts: Unpack[OrderParts],
    ) -> OrderHandle:
        """Place an order (v4) and return once the platform has taken it in.

        Takes a prepared order, or what `prepare` takes: a request model, the bytes that were kept,
        or the parts of an order (`OrderParts`), which are `items=`, or `quote_id=` with
        `quote_version=`, and what else goes with them.

        However the call goes, the order is placed at most once. Every error carries `order_id` and
        `token`; `maybe_applied` says whether the platform may have the order: then
        `resume(token)`, or place the same prepared order again. It is never False for an order that
        somebody else may have sent before: kept bytes, a prepared order whose placing was begun, an
        `order_id` of yours, the order of a quote. The first two, and a quote's, are looked for
        before anything is sent: the handle's `already_placed` says where one was there.

        Args:
            fresh: Your word that nobody has sent this order yet, so that a refusal is certain.
            not_after: The instant from which on nothing is sent, a datetime with a time zone. An
                attempt in flight ends there, and what may have been sent by then is looked for
                until the deadline. One that is past sends nothing.

        Raises:
            InvalidRequest: refused before anything was sent.
            ApiError: the platform's refusal, as the class of its status.
            DeadlineExceeded, ConnectionFailed, DecodeError: nothing certain came back in time.
            TooLate: it was not placed by `not_after`, or nobody can say whether it was.
            OrderFailed: the quote was ordered before, and that order failed; it names the way on.
        """
        return await self._place(api.orders.place_order.build, "v4", order, fresh, not_after, parts)

    @leaves_open(_may_be_known)
    @with_keys_of(OrderParts)
    async def create(
        self,
        order: Placeable | None = None,
        /,
        *,
        fresh: bool = False,
        not_after: datetime | None = None,
        **parts: Unpack[OrderParts],
    ) -> OrderHandle:
        """Place an order the older way (v2), which answers once it is recorded. All that `place`
        promises holds; it takes (`fresh` and `not_after` too) and raises the same."""
        return await self._place(
            api.orders.create_order.build, "v2", order, fresh, not_after, parts
        )

    async def _place(
        self,
        build: Build,
        api: Api,
        order: Placeable | None,
        fresh: bool,
        not_after: datetime | None,
        parts: OrderParts,
    ) -> OrderHandle:
        from commerce_sdk.commerce.orders.placing import place

        try:
            if not isinstance(fresh, bool):
                raise InvalidRequest("must be True or False", path="fresh")
            until = instant_or_none(not_after, "not_after")
            prepared = self.prepare(order, **parts)
        except CommerceError as error:
            known = _may_be_known(order, fresh=fresh, **parts)
            error.maybe_applied = known or error.maybe_applied
            raise
        return await place(self._core, build, api, prepared, fresh=fresh, not_after=until)

    async def resume(self, token: str) -> OrderHandle:
        """Find an order again by its token and go on following it.

        Raises:
            InvalidRequest: no token of this SDK, of another platform, or of another account.
            NotFound: the platform shows no such order. That proves nothing yet
                (`maybe_applied` is True): place the prepared order again, under its own id.
        """
        kept = self._read(token)
        # A token kept before anything was sent does not say which way the order was placed.
        ways: tuple[Api, ...] = (kept.api,) if kept.api else ("v4", "v2")
        for way in ways:
            handle = self._handle(kept, way)
            try:
                await handle.refresh()
            except NotFound as error:
                missing = error
            else:
                return handle
        missing.maybe_applied = True
        missing.order_id, missing.token = kept.order_id, token
        raise missing from None

    def follow(self, token: str) -> OrderHandle:
        """The handle of an order that was taken in, as the token of its handle tells; nothing is
        asked before the handle is, and that it does not show yet is no end. Raises
        `InvalidRequest` as `resume` does, and for a token from before the order was placed."""
        kept = self._read(token)
        if kept.api is None:
            early = InvalidRequest(
                "is from before the order was placed; resume(token) looks for it", path="token"
            )
            early.maybe_applied = None
            raise early
        return self._handle(kept, kept.api, taken_in=True)

    def _read(self, token: str) -> OrderToken:
        try:
            return OrderToken.read(token, self._core.tenants.get("transaction"))
        except InvalidRequest as error:
            error.maybe_applied = None  # that a token cannot be read says nothing of its order
            raise

    def _handle(self, kept: OrderToken, way: Api, *, taken_in: bool = False) -> OrderHandle:
        core = self._core.for_tenants(transaction=kept.account)
        return OrderHandle(
            core, order_id=kept.order_id, account=kept.account, api=way, taken_in=taken_in
        )

    def wait_all(
        self,
        handles: Iterable[OrderHandle],
        *,
        deadline: float | None = defaults.RESULT_DEADLINE,
    ) -> WaitAll[OrderHandle]:
        """Follow many orders to their ends, one or ten thousand, on one schedule: young orders are
        looked at often, old ones rarely, and never more than the limits allow.

            async with commerce.orders.wait_all(handles, deadline=3600) as done:
                async for handle in done:
                    order = await handle.result()  # at once: the order, or OrderFailed

        An order that failed, or that the platform will not show, ends as any other; it does not end
        the rest. `done.open` are those that have not ended. Raises `DeadlineExceeded` where time is
        up before that, counted from entering, loop bodies included.
        """
        return WaitAll(handles, deadline, self._core.clock)

    async def get(self, order_id: str) -> Order:
        """An order with all its items. Raises `NotFound`."""
        return await read_order(self._core, order_id)

    async def get_by_item(self, order_id: str, order_item_id: str) -> Order:
        """The order that holds one item, by the platform's item id. Raises `NotFound`."""
        return await self._core.ask(
            api.orders.get_order_item.build(order_id=order_id, order_item_id=order_item_id),
            check=about(order_id, "order_id"),
        )

    async def status(self, order_id: str) -> OrderState:
        """Where an order stands, as v4 says it. Raises `NotFound`."""
        return await read_state(self._core, order_id)

    def list(
        self,
        *,
        page_size: int | None = None,
        invoice_group: str | None = None,
        deadline: float | None = None,
    ) -> Paginator[Order]:
        """The account's orders: `async for order in …`, or `.pages()`, `.first()`, `.collect()`.

        Args:
            page_size: The most orders to a page; left out, the platform's own.
            invoice_group: Only orders billed to this invoice group.
            deadline: Seconds for the whole iteration, the SDK's own time only.

        Raises:
            InvalidRequest: at once, for a value that the document forbids.
            CommerceError: while iterating, what any call raises, or `PaginationError`; with the
                last good `cursor`.
        """
        return paginate(
            self._core,
            api.orders.list_orders.build(page_size=page_size, invoice_group=invoice_group),
            deadline=deadline,
        )

    async def preview(
        self, quote_id: str, quote_version: int, *, order_intent_id: str | None = None
    ) -> Order:
        """The order that a quote would become; nothing is placed. Raises `NotFound`, and
        `InvalidRequest` for a value that the document forbids."""
        body = models.PreviewRequest(
            quote=models.QuoteReferenceInput(id=quote_id, version=quote_version),
            order_intent_id=order_intent_id or UNSET,
        )
        return await self._core.ask(api.orders.preview_order.build(body=body))
