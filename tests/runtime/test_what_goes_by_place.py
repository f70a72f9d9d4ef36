"""How a value is given, by place or by name, is told by every public method of every platform: what
goes wrong with it is an `InvalidRequest` that says how it is right, never a TypeError."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

import commerce_sdk
from commerce_sdk import (
    AdminClient,
    CommerceClient,
    CommerceLayerClient,
    InvalidRequest,
    PreparedOrder,
    StorefrontClient,
    journeys,
    new_item,
)
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import PlatformClient
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio

P = inspect.Parameter
CLIENTS = (AdminClient, CommerceClient, CommerceLayerClient, StorefrontClient)


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing may be sent")


def opened(kind: type[PlatformClient]) -> Any:
    url = "https://unused.invalid"
    return kind(token="t", base_url=url, transport=httpx.MockTransport(never))


def public() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public method of a client and of its namespaces, and every public function."""
    for kind in CLIENTS:
        client = opened(kind)
        yield kind.__name__, kind
        for name in dir(client):
            if name.startswith("_"):
                continue
            member = getattr(client, name)
            if isinstance(member, Namespace):
                for each in dir(member):
                    if not each.startswith("_") and callable(getattr(member, each)):
                        yield f"{kind.__name__}.{name}.{each}", getattr(member, each)
            elif inspect.ismethod(member):
                yield f"{kind.__name__}.{name}", member
    for module, names in ((commerce_sdk, dir(commerce_sdk)), (journeys, journeys.__all__)):
        for name in names:
            if inspect.isfunction(function := getattr(module, name)):
                yield f"{module.__name__}.{name}", function


EVERY = dict(public())


def parameters(called: Callable[..., Any], *kinds: Any) -> list[str]:
    found = inspect.signature(called).parameters.values()
    return [each.name for each in found if each.kind in kinds]


async def refusal(called: Callable[..., Any], *by_place: Any, **given: Any) -> InvalidRequest:
    async def call() -> None:
        answer = called(*by_place, **given)
        if inspect.isawaitable(answer):
            await answer

    with pytest.raises(InvalidRequest) as caught:
        await call()
    return caught.value


def test_all_are_walked() -> None:
    assert len(EVERY) > 150
    assert {"CommerceClient.orders.place", "CommerceLayerClient.roles.list"} < EVERY.keys()
    assert {"StorefrontClient.logout", "AdminClient.aclose", "CommerceClient"} < EVERY.keys()
    assert {"commerce_sdk.offering", "commerce_sdk.journeys.resume"} < EVERY.keys()


async def test_a_value_too_many_by_place_is_refused() -> None:
    for called in EVERY.values():
        most = parameters(called, P.POSITIONAL_ONLY, P.POSITIONAL_OR_KEYWORD)
        by_name = parameters(called, P.KEYWORD_ONLY)
        error = await refusal(called, *["x"] * (len(most) + 1))
        assert "is given too many positional arguments" in str(error)
        assert error.path in ("", *by_name) or parameters(called, P.VAR_KEYWORD)


async def test_a_keyword_that_there_is_not_is_refused_by_name() -> None:
    for called in EVERY.values():
        error = await refusal(called, offerring="x")
        assert error.path == "offerring"
        assert "is no keyword of" in str(error)


async def test_what_goes_by_place_only_is_told_so() -> None:
    walked = 0
    for name, called in EVERY.items():
        for each in parameters(called, P.POSITIONAL_ONLY):
            error = await refusal(called, **{each: "x"})
            method = name.rpartition(".")[2]
            said = f"{each}: is positional, no keyword: {method}({each})"
            assert str(error) == said
            walked += 1
    assert walked == 3


@pytest.mark.parametrize("method", ["place", "create"])
async def test_a_kept_order_that_is_given_by_name_may_have_been_sent(method: str) -> None:
    orders = opened(CommerceClient).for_account(ACCOUNT).orders
    prepared: PreparedOrder = orders.prepare(items=[new_item(OFFERING)])
    for order, known in ((prepared, False), (prepared.to_json(), True)):
        error = await refusal(getattr(orders, method), order=order)
        assert (error.path, error.maybe_applied) == ("order", known)


@pytest.mark.parametrize("method", ["place", "create"])
async def test_a_kept_order_beside_another_value_may_have_been_sent(method: str) -> None:
    orders = opened(CommerceClient).for_account(ACCOUNT).orders
    kept = orders.prepare(items=[new_item(OFFERING)]).to_json()
    error = await refusal(getattr(orders, method), kept, kept)
    assert (error.path, error.maybe_applied) == ("fresh", True)
