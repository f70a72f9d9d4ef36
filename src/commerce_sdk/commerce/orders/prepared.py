"""An order made ready: its id, its exact bytes and its token exist before anything is sent.

Keep `to_json()` or at least `token` where a crash cannot take it, then place the order. Whatever
happens, the same prepared order placed again is the same order to the platform.
"""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, TypeAlias

import attrs
from msgspec import UNSET, field

from commerce_sdk.commerce.orders.intents import (
    Intent,
    may_be_retried,
    quote_order_id,
    retried,
    retry_order_id,
)
from commerce_sdk.commerce.orders.numbering import numbered
from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.document.kinds import Scope, Uuid
from commerce_sdk.document.model import parse_json
from commerce_sdk.errors import CommerceError, DecodeError, InvalidRequest
from commerce_sdk.runtime.retries.certainty import State
from commerce_sdk.runtime.tenants import Tenants
from commerce_sdk.value import Value
from commerce_sdk_api.commerce.models.order_request import OrderRequest
from commerce_sdk_api.commerce.models.quote_order_request import QuoteOrderRequest
from commerce_sdk_api.commerce.models.quote_reference_input import QuoteReferenceInput

Body = OrderRequest | QuoteOrderRequest


class PreparedOrder(Value, frozen=True, kw_only=True):
    """An order ready to be placed, as often as it takes. Made by `orders.prepare(…)`.

    It knows whether its placing was begun, and its copies know it too; one that was pickled counts
    as kept bytes do: somebody may have placed it.
    """

    hidden: ClassVar[tuple[str, ...]] = ("request", "body", "intent")

    order_id: str
    transaction_account: str
    request: Body
    body: bytes
    intent: Intent = field(default_factory=lambda: Intent(State.LOOK_FIRST))

    @property
    def token(self) -> str:
        """Finds the order again with `orders.resume(token)`, here or elsewhere. Holds ids only."""
        return str(OrderToken(account=self.transaction_account, order_id=self.order_id))

    def to_json(self) -> bytes:
        """The exact bytes that every attempt sends; `orders.prepare(kept)` takes them back."""
        return self.body


Placeable: TypeAlias = PreparedOrder | Body | bytes | str
"""An order in one piece: prepared, as a request model, or as the bytes that were kept of it."""


def prepare(
    order: Placeable | None,
    *,
    tenants: Tenants,
    parts: Mapping[str, Any],
) -> PreparedOrder:
    """Make an order ready. Pure: no I/O, no clock. Its id is the one given; left out, of a quote
    the one that everybody gives its order, else a fresh random one.

    Raises `InvalidRequest` with the path of the first value that the document forbids.
    """
    account = tenants.get("transaction")
    given = {name: value for name, value in parts.items() if value is not None}
    order_id, retry_of = given.pop("order_id", None), given.pop("retry_of", None)
    if isinstance(order, PreparedOrder | bytes | bytearray | memoryview | str):
        named = {**given, "order_id": order_id, "retry_of": retry_of}
        return _complete(order, tenants, [name for name in named if named[name] is not None])
    own = order_id or getattr(order, "order_id", None) or None
    chosen, start = own or str(uuid.uuid4()), State.KNOWN if own else State.FRESH
    try:
        if order is None:
            order = _from_parts(given)
        elif given:
            raise InvalidRequest(f"give an order or its parts ({', '.join(given)}), not both")
        by_name = _by_quote(order, account)
        if retry_of is not None:
            retry_of = _that_failed(retry_of, by_name, own)
            chosen, start = retry_order_id(retry_of), State.LOOK_FIRST
        elif own is None and by_name is not None:
            chosen, start = by_name, State.LOOK_FIRST
        request = _completed(order, account, chosen)
        return PreparedOrder(
            order_id=chosen,
            transaction_account=_account_of(request, tenants),
            request=request,
            body=request.to_json(),
            intent=Intent(start, retry_of),
        )
    except CommerceError as error:
        error.order_id = chosen if isinstance(chosen, str) else None
        if account is not None and error.order_id is not None:
            error.token = str(OrderToken(account=account, order_id=chosen))
        raise


def may_be_known(order: object, parts: Mapping[str, Any]) -> bool:
    """May somebody have sent this order before, even where it cannot be prepared?"""
    if isinstance(order, PreparedOrder):
        return order.intent.start.maybe_applied
    kept_or_of_a_quote = isinstance(order, bytes | bytearray | memoryview | str | QuoteOrderRequest)
    own = getattr(order, "order_id", None) or parts.get("order_id") or parts.get("quote_id")
    return kept_or_of_a_quote or bool(own)


def _by_quote(order: Body, account: str | None) -> str | None:
    """The id that the order of a quote has by default."""
    if not isinstance(order, QuoteOrderRequest):
        return None
    account = order.transaction_account_id or account
    quote = order.quote
    if isinstance(account, str) and isinstance(quote, QuoteReferenceInput):
        quote_id, version = quote.id, quote.version
        if isinstance(quote_id, str) and type(version) is int:
            return quote_order_id(account, quote_id, version)
    return None


def _that_failed(failed: Any, by_name: str | None, own: str | None) -> str:
    """The id of the order that failed. Only one of this quote and version has an id from which
    everybody makes the same next one."""
    if by_name is None:
        raise InvalidRequest("goes with an order by quote only", path="retry_of")
    if own is not None:
        raise InvalidRequest("makes the order's id; give no order_id= with it", path="retry_of")
    if not isinstance(failed, str) or not failed.strip():
        raise InvalidRequest(
            "must be the id of the order that failed, as text (of a uuid.UUID str(it))",
            path="retry_of",
        )
    known = may_be_retried(failed, by_name)
    if known is None:
        raise InvalidRequest(
            f"{failed} is not the order of this version of the quote, which has the id {by_name}, "
            "nor a repetition of it",
            path="retry_of",
        )
    return known


def _complete(
    order: PreparedOrder | bytes | bytearray | memoryview | str,
    tenants: Tenants,
    named: Sequence[str],
) -> PreparedOrder:
    what = "a prepared order" if isinstance(order, PreparedOrder) else "a kept order"
    if named:
        raise InvalidRequest(f"{what} is complete; it takes no {', '.join(named)}")
    if isinstance(order, PreparedOrder):
        return _belonging(order, tenants.get("transaction"))
    body = order.encode(errors="surrogatepass") if isinstance(order, str) else bytes(order)
    return _kept(body, tenants)


def _belonging(prepared: PreparedOrder, account: str | None) -> PreparedOrder:
    if account is not None and prepared.transaction_account.lower() != account.lower():
        error = InvalidRequest(
            "was prepared for another transaction account than the client's",
            path="order",
        )
        error.order_id, error.token = prepared.order_id, prepared.token
        raise error
    return prepared


def _kept(body: bytes, tenants: Tenants) -> PreparedOrder:
    try:
        data = parse_json(body, "it")
    except DecodeError as fault:
        raise InvalidRequest(f"the kept order cannot be read: {fault.message}") from None
    if not isinstance(data, Mapping):
        raise InvalidRequest("the kept order is no JSON object")
    by_quote = data.get("source") == "QUOTE"
    kind = QuoteOrderRequest if by_quote else OrderRequest
    request: Body = kind.read(data, Scope(known_only=False))
    if request.to_dict() != data:
        raise InvalidRequest("the kept order is not one that prepare() made")
    try:
        own = _account_of(request, tenants)
    except InvalidRequest as error:
        error.order_id = request.order_id
        raise
    by_name = _by_quote(request, own)
    retry_of = None if by_name is None else retried(request.order_id, by_name)
    return PreparedOrder(
        order_id=request.order_id,
        transaction_account=own,
        request=request,
        body=body,
        intent=Intent(State.LOOK_FIRST, retry_of),
    )


def _from_parts(parts: Mapping[str, Any]) -> Body:
    parts = dict(parts)
    quote_id, version = parts.pop("quote_id", None), parts.pop("quote_version", None)
    if quote_id is None and version is None:
        if "items" not in parts:
            raise InvalidRequest("an order needs items=, or quote_id= and quote_version=")
        return OrderRequest(order_id="", **parts)
    if quote_id is None or version is None:
        raise InvalidRequest("an order by quote needs both quote_id= and quote_version=")
    alien = sorted({"items", "invoice_group_id", "order_intent_id"} & set(parts))
    if alien:
        raise InvalidRequest(f"an order by quote takes no {', '.join(alien)}")
    return QuoteOrderRequest(
        order_id="", quote=QuoteReferenceInput(id=quote_id, version=version), **parts
    )


def _completed(order: Body, account: str | None, order_id: str) -> Body:
    if not isinstance(order, OrderRequest | QuoteOrderRequest):
        raise InvalidRequest(
            "expected an OrderRequest, a QuoteOrderRequest, a prepared order or its kept bytes, "
            f"got {_kind(order)}"
        )
    changes: dict[str, Any] = {"order_id": order_id}
    if order.transaction_account_id is UNSET and account is not None:
        changes["transaction_account_id"] = Uuid().write(account, "transaction_account", None)
    if isinstance(order, OrderRequest) and order.items is not UNSET:
        changes["items"] = numbered(order.items)
    return attrs.evolve(order, **changes)


def _kind(order: object) -> str:
    name = type(order).__name__
    return f"{name}; items are a keyword: items=[…]" if isinstance(order, list) else name


def _account_of(request: Body, tenants: Tenants) -> str:
    own, account = request.transaction_account_id, tenants.get("transaction")
    if account is None and isinstance(own, str):
        return own
    if account is None:
        raise tenants.missing("transaction", "is needed to follow the order")
    if not isinstance(own, str) or own.lower() != account.lower():
        raise InvalidRequest(
            "is another account than the client's; use client.for_account(…)",
            path="transactionAccountId",
        )
    return own
