"""The client of the storefront: where it is, who calls, and what the environment may say of both."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    ApiKey,
    Basic,
    Bearer,
    InvalidRequest,
    LocalLimiter,
    Login,
    NotFound,
    SessionCache,
    StorefrontClient,
)
from tests.storefront.front import BASE_URL, EMAIL, ID, PASSWORD, Front, answers, client, virtual

A_LOGIN = {"EMAIL": EMAIL, "PASSWORD": PASSWORD}


def set_to(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"STOREFRONT_{name}", value)


def test_without_an_address_it_says_what_to_give() -> None:
    with pytest.raises(InvalidRequest, match="no server of its own; give the address") as caught:
        StorefrontClient(auth=Login(EMAIL, PASSWORD))
    assert caught.value.path == "base_url"


def test_without_a_credential_it_says_what_to_give() -> None:
    with pytest.raises(InvalidRequest, match="token: give token= or auth="):
        StorefrontClient(base_url=BASE_URL)
    with pytest.raises(InvalidRequest, match="token: give token= or auth="):
        StorefrontClient(base_url=BASE_URL, token="t", auth=Login(EMAIL, PASSWORD))


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("settings", "header", "value"),
    [
        ({"token": "t"}, "authorization", "Bearer t"),
        ({"auth": Bearer("t")}, "authorization", "Bearer t"),
        ({"auth": lambda: "t"}, "authorization", "Bearer t"),
        ({"auth": ApiKey("k")}, "x-api-key", "k"),
    ],
)
async def test_each_credential_goes_in_its_header(
    settings: dict[str, object], header: str, value: str
) -> None:
    front = Front(virtual())
    front.good["t"] = front.clock.time() + 60
    front.answers["GET product"] = {"productId": ID}
    async with client(front, **settings) as shop:
        await shop.products.get(ID)
    (request,) = front.requests
    assert request.headers[header] == value
    assert {"authorization", "x-api-key"} & {*request.headers} == {header}
    assert str(request.url) == f"{BASE_URL}/products/{ID}"


def test_basic_is_none_of_its_credentials() -> None:
    with pytest.raises(InvalidRequest, match=r"auth: must be Login, Bearer, ApiKey, .* not Basic"):
        client(Front(virtual()), auth=Basic(EMAIL, "t"))


@pytest.mark.anyio
async def test_a_clone_has_the_session_of_the_first() -> None:
    front = Front(virtual())
    front.answers["GET product"] = {"productId": ID}
    async with client(front) as shop:
        await shop.products.get(ID)
        await shop.with_options(deadline=5, retry=None).products.get(ID)
    assert front.asked["login"] == 1


@pytest.mark.anyio
async def test_an_error_says_what_the_platform_said() -> None:
    front = Front(virtual())
    found = {"field": "sku", "message": "is taken", "code": "DUPLICATE"}
    front.faults["GET product"].append(
        answers(404, code="NOT_FOUND", message="There is none.", details=[found])
    )
    async with client(front) as shop:
        with pytest.raises(NotFound) as caught:
            await shop.products.get(ID)
    error = caught.value
    assert (error.code, error.detail) == ("NOT_FOUND", "There is none.")
    assert [str(each) for each in error.problems] == ["sku: is taken (DUPLICATE)"]


# --- the environment


def test_the_environment_may_name_a_login(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, BASE_URL=BASE_URL, **A_LOGIN, TOKEN="", API_KEY="")
    shop = StorefrontClient.from_env(deadline=5)
    assert isinstance(shop._core.pipeline.auth, SessionCache)
    assert (shop._core.deadline, shop._core.pipeline.transport.base_url) == (5, BASE_URL)


def test_the_environment_may_name_a_key_or_a_token(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, BASE_URL=BASE_URL, API_KEY="k")
    assert StorefrontClient.from_env()._core.pipeline.auth == ApiKey("k")
    set_to(monkeypatch, API_KEY="", TOKEN="t")
    assert StorefrontClient.from_env()._core.pipeline.auth == Bearer("t")


@pytest.mark.parametrize(
    ("variables", "says"),
    [
        (
            {},
            "EMAIL: is not set in the environment; set STOREFRONT_EMAIL and STOREFRONT_PASSWORD, ",
        ),
        ({"EMAIL": EMAIL}, "PASSWORD: is not set in the environment, though STOREFRONT_EMAIL is"),
        ({"PASSWORD": "p"}, "EMAIL: is not set in the environment, though STOREFRONT_PASSWORD is"),
        (
            {**A_LOGIN, "TOKEN": "t"},
            "TOKEN: is set beside STOREFRONT_EMAIL and STOREFRONT_PASSWORD",
        ),
        ({**A_LOGIN, "API_KEY": "k"}, "API_KEY: is set beside STOREFRONT_EMAIL and STOREFRONT_P"),
        (
            {"TOKEN": "t", "API_KEY": "k"},
            "API_KEY: is set beside STOREFRONT_TOKEN; set one of them",
        ),
        ({"TOKEN": "t", "EMAIL": EMAIL}, "EMAIL: is set beside STOREFRONT_TOKEN; set one of them"),
        ({"API_KEY": "k", "PASSWORD": "p"}, "PASSWORD: is set beside STOREFRONT_API_KEY"),
    ],
)
def test_what_the_environment_leaves_open_is_said_by_its_variable(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], says: str
) -> None:
    set_to(monkeypatch, BASE_URL=BASE_URL, **variables)
    with pytest.raises(InvalidRequest, match=f"^STOREFRONT_{says}"):
        StorefrontClient.from_env()
    given = StorefrontClient.from_env(token="given")
    assert given._core.pipeline.auth == Bearer("given")


def test_the_environment_without_an_address(monkeypatch: pytest.MonkeyPatch) -> None:
    set_to(monkeypatch, TOKEN="t")
    with pytest.raises(InvalidRequest, match=r"^STOREFRONT_BASE_URL: is not set"):
        StorefrontClient.from_env()
    assert StorefrontClient.from_env(base_url=BASE_URL)


def test_an_unknown_setting_is_refused_by_name() -> None:
    with pytest.raises(InvalidRequest, match="did you mean base_url="):
        StorefrontClient(base_ur=BASE_URL, token="t")  # type: ignore[call-arg]


def test_its_models_have_a_door_of_their_own() -> None:
    from commerce_sdk.storefront import models
    from commerce_sdk_api.storefront import models as generated

    assert models.Order is generated.Order
    assert dir(models) == dir(generated)
    with pytest.raises(
        AttributeError, match=r"'commerce_sdk\.storefront\.models' has no model 'X'"
    ):
        models.X
    assert not hasattr(models, "__path__")


def test_nothing_is_sent_to_the_host_that_the_page_prints() -> None:
    from commerce_sdk import storefront

    folder = Path(storefront.__file__).parent
    assert [path for path in folder.glob("*.py") if "commerce.io" in path.read_text()] == []
    assert httpx.URL(BASE_URL).host == "127.0.0.1"


# --- limits


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("tier", "waits"), [(None, True), ("standard", True), ("enterprise", False)]
)
async def test_the_limit_is_that_of_the_tier(tier: str | None, waits: bool) -> None:
    clock = virtual()
    front = Front(clock)
    front.answers["GET product"] = {"productId": ID}
    began = clock.time()
    async with client(front, tier=tier, limiter=LocalLimiter(), deadline=None) as shop:
        for _ in range(1000):  # the login is one more, in the same limit
            await shop.products.get(ID)
    assert front.asked == {"login": 1, "GET product": 1000}
    assert (clock.time() - began >= 60) is waits


def test_a_tier_that_there_is_not() -> None:
    with pytest.raises(InvalidRequest) as caught:
        StorefrontClient(base_url=BASE_URL, token="t", tier="gold")
    assert caught.value.path == "tier"


def test_the_door_to_the_models_shows_all_of_them() -> None:
    shown: dict[str, Any] = {}
    exec("from commerce_sdk.storefront.models import *", shown)
    from commerce_sdk_api.storefront import models

    assert {"Order", "Product", "OrderItemInput", "OrderStatus"} <= shown.keys()
    assert shown["Order"] is models.Order
