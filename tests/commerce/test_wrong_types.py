"""A value of a wrong type, for every argument of every public function: a `CommerceError` or a
right result, never an error of Python's own from inside."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import commerce_sdk
from commerce_sdk import (
    AccessToken,
    Basic,
    Bearer,
    CommerceClient,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    Money,
    OrderHandle,
    RedisLimiter,
    RetryPolicy,
    TokenCache,
    new_item,
)
from commerce_sdk._names import NAMES
from commerce_sdk.commerce.orders import items as making
from commerce_sdk.models import Order, OrderRequest
from commerce_sdk.sandbox import ManualClock
from tests.commerce.test_keywords import METHODS, OURS
from tests.support.clients import client
from tests.support.methods import all_wrong_types
from tests.support.worlds import ACCOUNT, OFFERING, VirtualClock

pytestmark = pytest.mark.anyio


ITEMS = [name for name, module in NAMES.items() if module == making.__name__]


def commerce() -> CommerceClient:
    return client(
        lambda request: httpx.Response(404), clock=VirtualClock(ManualClock()), deadline=5
    )


def handle() -> OrderHandle:
    return OrderHandle(commerce()._core, order_id=OFFERING, account=ACCOUNT, api="v4")


OTHERS: dict[str, tuple[Callable[[], Callable[..., Any]], dict[str, Any]]] = {
    "CommerceClient": (lambda: CommerceClient, {"token": "t-123456"}),
    "from_env": (lambda: CommerceClient.from_env, {"token": "t-123456"}),
    "with_options": (lambda: commerce().with_options, {}),
    "for_account": (lambda: commerce().for_account, {}),
    "aclose": (lambda: commerce().aclose, {}),
    "Bearer": (lambda: Bearer, {"token": "t"}),
    "Basic": (lambda: Basic, {"email": "a@b.c", "token": "t"}),
    "AccessToken": (lambda: AccessToken, {"value": "t"}),
    "TokenCache": (lambda: TokenCache, {"source": lambda: "t"}),
    "Hooks": (lambda: Hooks, {}),
    "RetryPolicy": (lambda: RetryPolicy, {}),
    "LocalLimiter": (lambda: LocalLimiter, {}),
    "RedisLimiter": (lambda: RedisLimiter, {"url": "redis://h"}),
    "pages": (lambda: commerce().orders.list().pages, {}),
    "prefetch": (lambda: commerce().orders.list().prefetch, {}),
    "collect": (lambda: commerce().orders.list().collect, {}),
    "result": (lambda: handle().result, {"deadline": 5}),
    "updates": (lambda: handle().updates, {"deadline": 5}),
    "Money.of": (lambda: Money.of, {"amount": "1", "currency": "USD"}),
    "Money.from_minor": (lambda: Money.from_minor, {"minor": 1, "currency": "USD"}),
    "allocate": (lambda: Money.of("1", "USD").allocate, {"weights": [1]}),
    "with_attempts": (lambda: RetryPolicy().with_attempts, {"attempts": 1}),
    "with_pauses": (lambda: RetryPolicy().with_pauses, {}),
    "with_statuses": (lambda: RetryPolicy().with_statuses, {"statuses": [500]}),
    "from_json": (lambda: Order.from_json, {"content": b"{}"}),
    "from_dict": (lambda: Order.from_dict, {"data": {}}),
    "OrderRequest.from_dict": (lambda: OrderRequest.from_dict, {"data": {}}),
    "save": (lambda: commerce().invoices.download(OFFERING).save, {"path": "x"}),
}


def functions() -> Iterator[tuple[str, Callable[[], Callable[..., Any]], dict[str, Any]]]:
    for namespace, method in METHODS:
        needed = OURS.needed(namespace, method)
        yield (
            f"{namespace}.{method}",
            lambda n=namespace, m=method: getattr(getattr(commerce(), n), m),  # type: ignore[misc]
            needed,
        )
    for name in ITEMS:
        called = getattr(commerce_sdk, name)
        given = {
            argument: OFFERING
            for argument, parameter in inspect.signature(called).parameters.items()
            if parameter.default is parameter.empty
        }
        yield name, lambda c=called: c, given  # type: ignore[misc]
    for name, (make, given) in OTHERS.items():
        yield name, make, given


FUNCTIONS = list(functions())


async def test_every_function_is_walked() -> None:
    assert len(FUNCTIONS) > 75
    assert {"orders.place", "new_item", "relates"} <= {name for name, _, _ in FUNCTIONS}


@pytest.mark.parametrize("relations", ["x", 3, {"a": 1}])
async def test_what_is_no_list_is_refused_by_its_keyword(relations: Any) -> None:
    for keyword in ("relations", "promotion_codes"):
        with pytest.raises(InvalidRequest, match=f"^{keyword}: expected a list of") as refused:
            new_item(OFFERING, **{keyword: relations})
        assert refused.value.path == keyword
    with pytest.raises(InvalidRequest, match=r"^quantities: expected an object such as"):
        new_item(OFFERING, quantities=relations if relations != {"a": 1} else [1])
    with pytest.raises(InvalidRequest, match=r"^handles: must be handles"):
        commerce().orders.wait_all(relations)
    assert new_item(OFFERING, relations=None, promotion_codes=None) == new_item(OFFERING)  # type: ignore[arg-type]


async def to_its_end(result: Any) -> None:
    """Do with a result what its caller would."""
    if inspect.isawaitable(result):
        result = await result
    if hasattr(result, "result"):
        await result.result(deadline=5)
    elif hasattr(result, "save"):
        async with result as parts:
            [part async for part in parts]
    elif hasattr(result, "__aenter__") and not isinstance(result, CommerceClient | RedisLimiter):
        async with result as block:
            [each async for each in block]
    elif hasattr(result, "__aiter__"):
        async for _ in result:
            break
    elif hasattr(result, "item_id"):
        commerce().orders.prepare(items=[result])
    elif hasattr(result, "relationship_type"):
        commerce().orders.prepare(items=[new_item(OFFERING, relations=[result])])


@pytest.mark.parametrize(("name", "make", "given"), FUNCTIONS, ids=[each[0] for each in FUNCTIONS])
async def test_a_value_of_a_wrong_type_is_a_commerce_error(
    name: str,
    make: Callable[[], Callable[..., Any]],
    given: dict[str, Any],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Any,
) -> None:
    monkeypatch.chdir(tmp_path)
    broken = await all_wrong_types(make, given, to_its_end)
    assert not broken, "\n".join(broken)
