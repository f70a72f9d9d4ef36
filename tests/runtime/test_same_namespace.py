"""A client gives the same namespace each time, so that what a test patches on it is what runs."""

from __future__ import annotations

import copy
import inspect
import threading
from collections.abc import Callable
from typing import Any
from unittest.mock import AsyncMock, Mock, create_autospec, patch

import httpx
import pytest

from commerce_sdk import CommerceClient, NotFound
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import namespace
from tests.support.clients import client
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio

NAMES = [name for name, each in vars(CommerceClient).items() if isinstance(each, namespace)]
CLONES: dict[str, Callable[[CommerceClient], CommerceClient]] = {
    "with_options": lambda commerce: commerce.with_options(deadline=5),
    "for_account": lambda commerce: commerce.for_account(OFFERING),
}


def nothing(request: httpx.Request) -> httpx.Response:
    return httpx.Response(404)


def make() -> CommerceClient:
    return CommerceClient(token="t-123456", transaction_account=OFFERING)


async def test_each_namespace_is_the_same_object_and_knows_its_client() -> None:
    commerce = make()
    assert len(NAMES) == 10
    for name in NAMES:
        kept = getattr(commerce, name)
        assert isinstance(kept, Namespace)
        assert getattr(commerce, name) is kept
        assert kept._core is commerce._core
        assert inspect.getdoc(getattr(CommerceClient, name))


@pytest.mark.parametrize("way", CLONES)
@pytest.mark.parametrize("asked_before", [False, True])
async def test_a_clone_has_its_own(way: str, asked_before: bool) -> None:
    commerce = make()
    if asked_before:
        assert commerce.orders
    clone = CLONES[way](commerce)
    assert clone.orders is clone.orders
    assert clone.orders is not commerce.orders
    assert clone.orders._core is clone._core is not commerce._core
    assert commerce.orders._core is commerce._core


async def test_what_is_patched_on_a_client_is_what_runs() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(404)

    async with client(answer) as commerce:
        with patch.object(commerce.orders, "get", AsyncMock(return_value="fake")) as get:
            assert await commerce.orders.get(OFFERING) == "fake"  # type: ignore[comparison-overlap]
            get.assert_awaited_once_with(OFFERING)
            with pytest.raises(NotFound):  # a clone is another client
                await commerce.with_options(deadline=5).orders.get(OFFERING)
        assert len(asked) == 1
        with pytest.raises(NotFound):
            await commerce.orders.get(OFFERING)
        assert len(asked) == 2


async def test_a_whole_namespace_can_be_replaced_and_comes_back() -> None:
    commerce, fake = make(), Mock()
    before = commerce.orders
    with patch.object(commerce, "orders", fake):
        assert commerce.orders is fake
        assert commerce.with_options(deadline=5).orders is fake
    assert commerce.orders is before


async def test_a_client_is_a_specification_to_mock_by() -> None:
    fake = create_autospec(make(), instance=True)
    fake.orders.get.return_value = "fake"
    assert await fake.orders.get(OFFERING) == "fake"
    with pytest.raises(TypeError, match="unexpected keyword"):
        await fake.for_account(transaction="x")
    with pytest.raises(AttributeError):
        _ = fake.orders.gett
    assert isinstance(AsyncMock(spec=make()), CommerceClient)


async def test_threads_that_ask_at_the_same_time_get_the_same() -> None:
    for _ in range(20):
        commerce, together = make(), threading.Barrier(4)
        found: list[Any] = []

        def ask(commerce: Any = commerce, together: Any = together, found: Any = found) -> None:
            together.wait()
            found.append(commerce.orders)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {id(each) for each in found} == {id(commerce.orders)}


async def test_a_subclass_keeps_what_it_adds() -> None:
    class Own(CommerceClient):
        def __init__(self, mark: str) -> None:
            super().__init__(token="t-123456", transaction_account=OFFERING)
            self.mark = mark
            self.mine = self.orders

    own = Own("a")
    clone = own.with_options(deadline=5)
    assert (clone.mark, clone.mine) == ("a", own.orders)
    assert clone.orders is not own.orders
    again = copy.copy(own)
    assert (again.mark, again.orders) == ("a", own.orders)
