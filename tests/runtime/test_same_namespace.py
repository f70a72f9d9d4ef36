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

from commerce_sdk import NotFound
from commerce_sdk.runtime.namespace import Namespace
from commerce_sdk.runtime.platform_client import namespace
from tests.support.shop import BILL, ShopClient, shop_client

pytestmark = pytest.mark.anyio

NAMES = [name for name, each in vars(ShopClient).items() if isinstance(each, namespace)]
CLONES: dict[str, Callable[[ShopClient], ShopClient]] = {
    "with_options": lambda shop: shop.with_options(deadline=5),
    "for_shop": lambda shop: shop.for_shop("another"),
}


def nothing(request: httpx.Request) -> httpx.Response:
    return httpx.Response(404)


def make() -> ShopClient:
    return ShopClient(token="t-123456", shop="corner")


async def test_each_namespace_is_the_same_object_and_knows_its_client() -> None:
    shop = make()
    assert len(NAMES) == 7
    for name in NAMES:
        kept = getattr(shop, name)
        assert isinstance(kept, Namespace)
        assert getattr(shop, name) is kept
        assert kept._core is shop._core
        assert inspect.getdoc(getattr(ShopClient, name))


@pytest.mark.parametrize("way", CLONES)
@pytest.mark.parametrize("asked_before", [False, True])
async def test_a_clone_has_its_own(way: str, asked_before: bool) -> None:
    shop = make()
    if asked_before:
        assert shop.bills
    clone = CLONES[way](shop)
    assert clone.bills is clone.bills
    assert clone.bills is not shop.bills
    assert clone.bills._core is clone._core is not shop._core
    assert shop.bills._core is shop._core


async def test_what_is_patched_on_a_client_is_what_runs() -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(404)

    async with shop_client(answer) as shop:
        with patch.object(shop.bills, "get", AsyncMock(return_value="fake")) as get:
            assert await shop.bills.get(BILL) == "fake"  # type: ignore[comparison-overlap]
            get.assert_awaited_once_with(BILL)
            with pytest.raises(NotFound):  # a clone is another client
                await shop.with_options(deadline=5).bills.get(BILL)
        assert len(asked) == 1
        with pytest.raises(NotFound):
            await shop.bills.get(BILL)
        assert len(asked) == 2


async def test_a_whole_namespace_can_be_replaced_and_comes_back() -> None:
    shop, fake = make(), Mock()
    before = shop.bills
    with patch.object(shop, "bills", fake):
        assert shop.bills is fake
        assert shop.with_options(deadline=5).bills is fake
    assert shop.bills is before


async def test_a_client_is_a_specification_to_mock_by() -> None:
    fake = create_autospec(make(), instance=True)
    fake.bills.get.return_value = "fake"
    assert await fake.bills.get(BILL) == "fake"
    with pytest.raises(TypeError, match="unexpected keyword"):
        await fake.for_shop("x", account="x")
    with pytest.raises(AttributeError):
        _ = fake.bills.gett
    assert isinstance(AsyncMock(spec=make()), ShopClient)


async def test_threads_that_ask_at_the_same_time_get_the_same() -> None:
    for _ in range(20):
        shop, together = make(), threading.Barrier(4)
        found: list[Any] = []

        def ask(shop: Any = shop, together: Any = together, found: Any = found) -> None:
            together.wait()
            found.append(shop.bills)

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert {id(each) for each in found} == {id(shop.bills)}


async def test_a_subclass_keeps_what_it_adds() -> None:
    class Own(ShopClient):
        def __init__(self, mark: str) -> None:
            super().__init__(token="t-123456", shop="corner")
            self.mark = mark
            self.mine = self.bills

    own = Own("a")
    clone = own.with_options(deadline=5)
    assert (clone.mark, clone.mine) == ("a", own.bills)
    assert clone.bills is not own.bills
    again = copy.copy(own)
    assert (again.mark, again.bills) == ("a", own.bills)
