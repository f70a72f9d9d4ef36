"""Wrong arguments of every method: each is refused by the caller's own keyword, and never by an error
of Python's own from inside."""

from __future__ import annotations

import inspect
import uuid
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import Login, Money, StorefrontClient
from commerce_sdk.sandbox import ManualClock
from commerce_sdk.storefront.models import OrderItemInput
from tests.support.clients import storefront_client
from tests.support.every_call import ID
from tests.support.methods import Methods, all_wrong_types, arguments
from tests.support.worlds import BASE_URL, VirtualClock

pytestmark = pytest.mark.anyio


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError("nothing may be sent")


def nowhere() -> StorefrontClient:
    return storefront_client(
        lambda request: httpx.Response(404), clock=VirtualClock(ManualClock()), deadline=5
    )


VALUES: dict[str, Any] = {
    "sku": "CUP-1",
    "name": "Tea cup",
    "price": Money.of("3.50", "USD"),
    "stock": 2,
    "category": "home",
    "items": {ID: 1},
    "until": "shipped",
}
MORE: dict[str, dict[str, Any]] = {
    "products.update": {"name": "Tea cup"},
    "orders.cancel": {"reason": "x"},
    "orders.refund": {"reason": "x"},
}
OURS = Methods(lambda: storefront_client(never), ID, VALUES, MORE)
METHODS = list(OURS.all())
KEYWORDS = [
    (namespace, method, name)
    for namespace, method in METHODS
    for name in arguments(OURS.called(namespace, method))
]


def test_all_methods_are_walked() -> None:
    assert len(METHODS) == 14
    assert len(KEYWORDS) >= 45
    assert ("orders", "list", "created_from") in KEYWORDS


@pytest.mark.parametrize(("namespace", "method", "keyword"), KEYWORDS)
async def test_an_error_names_the_keyword_that_was_given(
    namespace: str, method: str, keyword: str
) -> None:
    await OURS.names_the_keyword(namespace, method, keyword)


@pytest.mark.parametrize(("namespace", "method"), METHODS)
async def test_a_keyword_that_no_method_takes_is_refused_by_name(
    namespace: str, method: str
) -> None:
    await OURS.refuses_an_unknown_keyword(namespace, method)


@pytest.mark.parametrize(("namespace", "method"), list(OURS.all()))
async def test_what_is_no_argument_by_place_is_told_the_keywords(
    namespace: str, method: str
) -> None:
    await OURS.names_what_is_not_given_by_place(namespace, method)


@pytest.mark.parametrize(("namespace", "method", "keyword"), list(OURS.required()))
async def test_a_keyword_that_is_needed_and_not_given_is_named(
    namespace: str, method: str, keyword: str
) -> None:
    await OURS.names_what_is_missing(namespace, method, keyword)


@pytest.mark.parametrize(
    ("namespace", "method", "keyword"), [each for each in KEYWORDS if each[2].endswith("_id")]
)
async def test_an_id_given_as_a_uuid_is_told_how_to_pass_it(
    namespace: str, method: str, keyword: str
) -> None:
    given = {**OURS.needed(namespace, method), keyword: uuid.UUID(ID)}
    error = await OURS.refusal(namespace, method, **given)
    assert error.path == keyword
    assert "for a uuid.UUID pass str(it)" in str(error)


async def to_its_end(result: Any) -> None:
    """Do with a result what its caller would."""
    if inspect.isawaitable(result):
        result = await result
    if hasattr(result, "__aiter__"):
        async for _ in result:
            break


FUNCTIONS: dict[str, tuple[Callable[[], Callable[..., Any]], dict[str, Any]]] = {
    **{
        f"{namespace}.{method}": (
            lambda n=namespace, m=method: getattr(getattr(nowhere(), n), m),
            OURS.needed(namespace, method),
        )
        for namespace, method in METHODS
    },
    "Login": (lambda: Login, {"email": "a@b.c", "password": "s3cr3t!"}),
    "OrderItemInput": (lambda: OrderItemInput, {"product_id": ID, "quantity": 1}),
    "StorefrontClient": (lambda: StorefrontClient, {"base_url": BASE_URL, "token": "t"}),
    "from_env": (lambda: StorefrontClient.from_env, {"base_url": BASE_URL, "token": "t"}),
}


@pytest.mark.parametrize("name", FUNCTIONS)
async def test_a_value_of_a_wrong_type_is_a_commerce_error(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    make, given = FUNCTIONS[name]
    broken = await all_wrong_types(make, given, to_its_end)
    assert not broken, "\n".join(broken)
