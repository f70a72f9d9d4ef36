"""What the SDK gives and raises can be copied, and carried into another process and back."""

from __future__ import annotations

import copy
import datetime
import multiprocessing
import pickle
import pkgutil
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from importlib import import_module
from typing import Any

import pytest

import commerce_sdk
from commerce_sdk import (
    AccessToken,
    AiohttpTransport,
    ApiError,
    Attempt,
    Basic,
    Bearer,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    EndEvent,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    MiddlewareFailed,
    MissingValue,
    Money,
    NotFound,
    OrderFailed,
    OrderHandle,
    OrderNotReached,
    Page,
    PollEvent,
    PricingChangeFailed,
    Problem,
    ProvisioningFailed,
    RedisLimiter,
    RequestEvent,
    ResponseEvent,
    RetryEvent,
    RetryPolicy,
    TokenCache,
    TooLate,
    UnknownVariant,
    VerificationFailed,
    WaitEvent,
    new_item,
    part_of_family,
)
from commerce_sdk.admin.models import ProvisioningState
from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.commerce_layer.models import IdentityProvider
from commerce_sdk.errors import WrongAnswer
from commerce_sdk.models import Invoice, Order, OrderError, OrderState, OrderStatus, PricingChange
from commerce_sdk.storefront.models import Order as StoreOrder
from tests.support.worlds import ACCOUNT, OFFERING

STATE = OrderState.from_dict({"orderId": OFFERING, "status": "BRAND_NEW", "more": {"a": [1]}})
CHANGE = PricingChange.from_dict({"id": "c", "status": "FAILED"})
OF_THE_STORE = StoreOrder.from_dict({"orderId": "o", "status": "cancelled", "more": 1})
PROVISIONED = ProvisioningState.from_dict({"requestId": "p", "status": "FAILED", "more": 1})
REFUSED = IdentityProvider.from_dict({"id": "i", "attributes": {"status": "error", "more": 1}})
PROBLEM = Problem(message="m", code="c", item="O1", field="f")
ATTEMPT = Attempt(number=1, operation="place_order", outcome="no answer", seconds=0.5, sent=True)

EXAMPLES: dict[type[CommerceError], Callable[[type[Any]], CommerceError]] = {
    ApiError: lambda cls: cls(
        499,
        title="t",
        code="c",
        detail="d",
        request_id="r",
        problems=[PROBLEM],
        body=OrderError.from_dict({"title": "t", "later": [1]}),
        retry_after=2.5,
    ),
    InvalidRequest: lambda cls: cls("must be text", path="items[0].offeringId"),
    MissingValue: lambda cls: cls("order.items is missing: it is None", name="order.items"),
    DecodeError: lambda cls: cls("no", path="$.a", status=200, request_id="r", content=b"\xff"),
    ConnectionFailed: lambda cls: cls("no answer", sent=True),
    MiddlewareFailed: lambda cls: cls("middleware[0] failed", sent=True),
    DeadlineExceeded: lambda cls: cls("it ended", spent={"attempts": 1.5}),
    TooLate: lambda cls: cls("late", not_after=datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)),
    OrderFailed: lambda cls: cls(
        "order x failed", order_id="x", state=STATE, problems=[PROBLEM], graph_violations=[CHANGE]
    ),
    PricingChangeFailed: lambda cls: cls("c", CHANGE),
    ProvisioningFailed: lambda cls: cls("p", PROVISIONED),
    OrderNotReached: lambda cls: cls("o", "shipped", OF_THE_STORE),
    VerificationFailed: lambda cls: cls("i", REFUSED),
    CommerceError: lambda cls: cls("in words"),
}
"""How to make one: by the way of the nearest class above."""


def every_error() -> list[type[CommerceError]]:
    for module in pkgutil.walk_packages(commerce_sdk.__path__, "commerce_sdk."):
        if not module.name.endswith("__main__") and "_pyinstaller" not in module.name:
            import_module(module.name)

    def below(cls: type[CommerceError]) -> Iterator[type[CommerceError]]:
        yield cls
        for each in cls.__subclasses__():
            yield from below(each)

    ours = {cls for cls in below(CommerceError) if cls.__module__.startswith("commerce_sdk.")}
    return sorted(ours, key=lambda cls: cls.__name__)


def example(cls: type[CommerceError]) -> CommerceError:
    error = EXAMPLES[next(each for each in cls.__mro__ if each in EXAMPLES)](cls)
    error.operation, error.attempts = "place_order", (ATTEMPT,)
    error.order_id, error.token, error.cursor = "o", "t", "c"
    error.provision_request_id, error.advice = "p", "look at the list before you send it again"
    error.maybe_applied = True
    error.add_note("where it was")
    return error


WAYS: dict[str, Callable[[Any], Any]] = {
    **{
        f"pickle {protocol}": lambda it, p=protocol: pickle.loads(pickle.dumps(it, p))
        for protocol in range(2, pickle.HIGHEST_PROTOCOL + 1)
    },
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
}


def assert_same(error: CommerceError, again: CommerceError) -> None:
    assert type(again) is type(error)
    assert again is not error
    assert again.args == error.args
    assert (str(again), repr(again)) == (str(error), repr(error))
    # The bodies of errors are models, which are equal by what they hold.
    assert vars(again) == vars(error)


def test_the_tree_of_errors_is_walked() -> None:
    assert {NotFound, WrongAnswer, PricingChangeFailed} < set(every_error())
    assert len(every_error()) >= 25


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.__name__)
def test_an_error_is_the_same_elsewhere(cls: type[CommerceError], way: str) -> None:
    error = example(cls)
    assert_same(error, WAYS[way](error))


@pytest.mark.parametrize("cls", every_error(), ids=lambda cls: cls.__name__)
def test_the_text_of_an_error_ends_with_its_advice(cls: type[CommerceError]) -> None:
    error = example(cls)
    text = str(error)
    error.advice = None
    assert text == f"{error}\n  look at the list before you send it again"
    assert repr(error) == repr(example(cls))


class OfTheirOwn(CommerceError):
    """As a user of the SDK may derive one, with arguments as they like."""

    def __init__(self, *, shop: str, cents: int) -> None:
        super().__init__(f"{shop} is {cents} short")
        self.shop = shop


@pytest.mark.parametrize("way", WAYS)
def test_an_error_that_somebody_derived_too(way: str) -> None:
    error = OfTheirOwn(shop="s", cents=5)
    assert_same(error, WAYS[way](error))


def fail(name: str) -> None:
    raise example({cls.__name__: cls for cls in every_error()}[name])


def test_errors_come_out_of_a_pool_of_processes() -> None:
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=context) as pool:
        for cls in every_error():
            with pytest.raises(cls) as caught:
                pool.submit(fail, cls.__name__).result(timeout=60)
            assert_same(example(cls), caught.value)


def prepared() -> Any:
    client = CommerceClient(token="t", transaction_account=ACCOUNT)
    site = new_item(OFFERING, quantities={"user": 5})
    return client.orders.prepare(
        items=[site, new_item(OFFERING, relations=[part_of_family(item=site)])],
        metadata={"a": "b"},
    )


ORDER = Order.from_dict(
    {
        "orderId": OFFERING,
        "createdDate": 1721418338715,
        "items": [{"itemId": "O1", "type": "BRAND_NEW"}, None],
        "unknown": {"deep": [Decimal("0.10")]},
    }
)
INVOICE = Invoice.from_dict(
    {"id": "i", "currency": "JPY", "total": 5, "items": [{"total": Decimal("12.50")}]}
)
VALUES: dict[str, Any] = {
    "a model": ORDER,
    "a model with money": INVOICE,
    "a part that takes its currency from above": (INVOICE.items or [None])[0],
    "an unknown variant": UnknownVariant("type", {"type": "X", "a": [1]}),
    "an enum's unknown value": OrderStatus("BRAND_NEW"),
    "money": Money.of("12.34", "USD"),
    "a page": Page(items=(ORDER,), next_cursor="n"),
    "a token": OrderToken(account=ACCOUNT, order_id=OFFERING, api="v4"),
    "a prepared order": prepared(),
    "an item": new_item(OFFERING, ends_at=datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)),
    "a retry policy": RetryPolicy(attempts=7, statuses=frozenset({500})),
    "hooks": Hooks(request=print),
    "Bearer": Bearer("t"),
    "Basic": Basic("a@b.c", "t"),
    "an access token": AccessToken("t", 5.0),
    "a problem": PROBLEM,
    "an attempt": ATTEMPT,
    "a request's event": RequestEvent(
        call_id="c",
        operation="o",
        attempt=1,
        method="GET",
        path="/",
        query={"a": "b"},
        headers={},
        size=0,
    ),
    "an answer's event": ResponseEvent(
        call_id="c",
        operation="o",
        attempt=1,
        status=200,
        seconds=0.1,
        headers={"a": "b"},
        size=None,
    ),
    "an end's event": EndEvent(
        call_id="c",
        operation="o",
        attempt=1,
        outcome="no answer",
        error="ConnectionFailed",
        status=None,
        sent=True,
        seconds=0.1,
    ),
    "a wait's event": WaitEvent(call_id="c", operation="o", reason="limits", seconds=1.0),
    "a poll's event": PollEvent(call_id=None, looks=1, over=True, state=STATE),
}


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("name", VALUES)
def test_a_value_is_the_same_elsewhere(name: str, way: str) -> None:
    value = VALUES[name]
    again = WAYS[way](value)
    assert type(again) is type(value)
    assert again == value
    assert repr(again) == repr(value)
    if hasattr(value, "to_dict"):
        assert again.to_dict() == value.to_dict()


@pytest.mark.parametrize("way", WAYS)
def test_amounts_keep_their_currency(way: str) -> None:
    again = WAYS[way](INVOICE)
    assert again.total == INVOICE.total == Money.of(5, "JPY")
    assert again.items[0].total == INVOICE.items[0].total


@pytest.mark.parametrize("way", WAYS)
def test_a_retrys_event_brings_its_error(way: str) -> None:
    event = RetryEvent(operation="o", failures=1, seconds=0.1, error=example(NotFound))
    again = WAYS[way](event)
    assert repr(again) == repr(event)
    assert vars(again.error) == vars(event.error)


@pytest.mark.parametrize("way", WAYS)
def test_a_token_and_the_way_of_an_order_survive(way: str) -> None:
    order = VALUES["a prepared order"]
    again = WAYS[way](order)
    assert (again.token, again.to_json()) == (order.token, order.to_json())
    assert str(WAYS[way](VALUES["a token"])) == str(VALUES["a token"])


def of_this_process() -> dict[str, Any]:
    commerce = CommerceClient(token="t", transaction_account=ACCOUNT)
    handle = OrderHandle(commerce._core, order_id=OFFERING, account=ACCOUNT, api="v4")
    orders = commerce.orders.list()
    return {
        "a client": commerce,
        "a namespace": commerce.orders,
        "a handle": handle,
        "its updates": handle.updates(),
        "a list": orders,
        "its pages": orders.pages(),
        "its items": aiter(orders),
        "pages ahead": orders.prefetch(),
        "a file": commerce.invoices.download(OFFERING),
        "many handles": commerce.orders.wait_all([handle]),
        "a token cache": TokenCache(lambda: "t"),
        "a limiter": LocalLimiter(),
        "a limiter of many": RedisLimiter("redis://h:1/0", processes=4),
        "a transport": AiohttpTransport(),
    }


@pytest.mark.parametrize("name", of_this_process())  # all are made outside of any event loop
def test_what_lives_in_one_process_says_what_to_carry(name: str) -> None:
    value = of_this_process()[name]
    for carry in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError, match=r"in this process: (make|carry)") as refused:
            carry(value)
        assert type(value).__name__ in str(refused.value)
    again = copy.copy(value)
    assert type(again) is type(value)
    assert vars(again) == vars(value)


def test_a_handle_says_that_its_token_travels() -> None:
    commerce = CommerceClient(token="t", transaction_account=ACCOUNT)
    handle = OrderHandle(commerce._core, order_id=OFFERING, account=ACCOUNT, api="v4")
    with pytest.raises(TypeError, match=r"carry its token; orders\.resume\(token\)"):
        pickle.dumps(handle)
