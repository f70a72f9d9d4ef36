"""Tenants go wherever the document says, once, before anything is waited for."""

from __future__ import annotations

import inspect
import json
import pickle
from collections.abc import Mapping
from copy import copy
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import ApiKey, Bearer, InvalidRequest, LocalLimiter
from commerce_sdk.document.operation import Pagination
from commerce_sdk.runtime.lists.listing import paginate
from tests.codegen.golden.shop.api.bills import get_bill, print_bill
from tests.codegen.golden.shop.api.tills import get_till, open_till
from tests.codegen.golden.shop.models import OpeningInput
from tests.support.shop import ShopClient, shop_client

pytestmark = pytest.mark.anyio

BILL = "009f8789-c10c-4366-9420-f712d02a6499"


class Sent:
    """Remembers what was sent; answers an empty object."""

    def __init__(self) -> None:
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return httpx.Response(200, json={})

    @property
    def last(self) -> httpx.Request:
        return self.requests[-1]

    @property
    def body(self) -> Any:
        return json.loads(self.last.content)


async def test_a_tenant_goes_into_header_query_path_and_body() -> None:
    sent = Sent()
    async with shop_client(sent, shop="corner / east", clerk="ada") as shop:
        await shop.core.ask(get_bill.build(bill_id=BILL))
        assert sent.last.headers["x-shop"] == "corner / east"

        await shop.core.ask(get_till.build(till_id="t 1"))
        assert sent.last.url.raw_path == b"/api/v1/shops/corner%20%2F%20east/tills/t%201?clerk=ada"

        await shop.core.ask(open_till.build(till_id="1", body=OpeningInput(note="early")))
        assert sent.last.url.raw_path == b"/api/v1/shops/corner%20%2F%20east/tills/1"
        assert sent.body == {"note": "early", "clerk": "ada"}

    request = shop.core.tenants.fill(print_bill.build(bill_id="b"))
    assert request.query == (("shop", "corner / east"),)


async def test_a_tenant_that_looks_like_a_template_stays_text() -> None:
    sent = Sent()
    async with shop_client(sent, shop="{tillId}") as shop:
        await shop.core.ask(get_till.build(till_id="{shopId}"))
    assert sent.last.url.raw_path == b"/api/v1/shops/%7BtillId%7D/tills/%7BshopId%7D"


async def test_an_optional_tenant_that_is_not_set_is_left_out() -> None:
    sent = Sent()
    async with shop_client(sent) as shop:
        await shop.core.ask(get_till.build(till_id="1"))
    assert sent.last.url.query == b""


@pytest.mark.parametrize(
    ("settings", "request_of", "said"),
    [
        ({"shop": None}, lambda: get_bill.build(bill_id=BILL), "shop: get_bill needs it: set it on "
         "the client, or SHOP_SHOP where from_env.. makes it"),
        ({"shop": None}, lambda: get_till.build(till_id="1"), "shop: get_till needs it"),
        ({}, lambda: open_till.build(till_id="1", body=OpeningInput()),
         "clerk: open_till needs it: set it on the client$"),
    ],
)  # fmt: skip
async def test_a_missing_tenant_names_the_setting_and_nothing_begins(
    settings: Mapping[str, Any], request_of: Any, said: str
) -> None:
    sent, limiter, told = Sent(), LocalLimiter(), []
    async with shop_client(sent, limiter=limiter, **settings) as shop:
        with pytest.raises(InvalidRequest, match=said):
            await shop.core.ask(request_of())
    # Also of a client that is closed: what is missing is said before what it would have met.
    with pytest.raises(InvalidRequest, match=said):
        await shop.core.ask(request_of())
    assert (sent.requests, told, list(limiter._places._logs)) == ([], [], [])


async def test_what_a_body_says_itself_stays() -> None:
    sent = Sent()
    async with shop_client(sent, clerk="ada") as shop:
        await shop.core.ask(open_till.build(till_id="1", body=OpeningInput(clerk="bob")))
    assert sent.body == {"clerk": "bob"}


async def test_bytes_that_were_kept_are_checked_and_never_filled() -> None:
    sent = Sent()
    kept = replace(
        open_till.build(till_id="1", body=OpeningInput(clerk="x")),
        body=b'{ "clerk" : "ADA" }',
        is_kept=True,
    )
    async with shop_client(sent, clerk="ada") as shop:
        await shop.core.ask(kept)
        assert sent.last.content == b'{ "clerk" : "ADA" }'
        with pytest.raises(InvalidRequest, match="clerk: the client is for another clerk"):
            await shop.core.ask(replace(kept, body=b'{"clerk":"bob"}'))
        with pytest.raises(InvalidRequest, match="clerk: open_till needs it"):
            await shop.core.ask(replace(kept, body=b"{}"))
        with pytest.raises(InvalidRequest, match="clerk: open_till needs it"):
            await shop_client(sent).core.ask(replace(kept, body=b"{}"))
    assert len(sent.requests) == 1


async def test_a_clone_has_its_own_tenant() -> None:
    sent = Sent()
    async with shop_client(sent, clerk="ada") as shop:
        east = shop.for_shop("east")
        await east.core.ask(get_till.build(till_id="1"))
        assert sent.last.url.path == "/api/v1/shops/east/tills/1"
        assert sent.last.url.query == b"clerk=ada"
        await shop.core.ask(get_till.build(till_id="1"))
        assert sent.last.url.path == "/api/v1/shops/corner/tills/1"


@pytest.mark.parametrize("wrong", ["", " ", ".", "..", "a\nb", "é", 5, b"corner"])
def test_a_tenant_that_cannot_be_sent_is_refused_by_its_keyword(wrong: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"^shop: "):
        shop_client(Sent(), shop=wrong)


def test_every_platform_takes_the_same_settings_and_says_so() -> None:
    taken = [*inspect.signature(ShopClient).parameters]
    assert taken[:5] == ["shop", "clerk", "tier", "token", "auth"]
    assert "clerk: Who makes them." in (ShopClient.__doc__ or "")
    assert "attempt_timeout: Seconds for one attempt" in (ShopClient.__doc__ or "")
    with pytest.raises(InvalidRequest, match=r"shpo: is no keyword of ShopClient\(\); did you "):
        ShopClient(shpo="corner", token="t")  # type: ignore[call-arg]
    with pytest.raises(InvalidRequest, match="tenants: is no keyword"):
        ShopClient(tenants={}, token="t")  # type: ignore[call-arg]
    with pytest.raises(InvalidRequest, match="token: give token= or auth="):
        ShopClient(base_url="https://shop.invalid")


def test_the_environment_is_read_by_the_prefix(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(InvalidRequest, match="SHOP_TOKEN: is not set"):
        ShopClient.from_env()
    for name, value in {"TOKEN": "t", "SHOP": "corner", "BASE_URL": "http://127.0.0.1:2/"}.items():
        monkeypatch.setenv(f"SHOP_{name}", value)
    shop = ShopClient.from_env()
    assert shop.core.tenants.get("shop") == "corner"
    assert shop.core.pipeline.transport.base_url == "http://127.0.0.1:2"
    assert ShopClient.from_env(shop="east").core.tenants.get("shop") == "east"
    assert "ShopClient(" in repr(shop)
    assert repr(shop).count("corner") == 1


def test_where_a_platform_takes_an_api_key_the_environment_may_give_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Keyed(ShopClient):
        schemes = tuple(each for each in ShopClient.platform.schemes if each.kind == "api-key")
        platform = replace(ShopClient.platform, schemes=schemes)

    class Keyless(ShopClient):
        schemes = tuple(each for each in ShopClient.platform.schemes if each.kind != "api-key")
        platform = replace(ShopClient.platform, schemes=schemes)

    with pytest.raises(InvalidRequest, match="SHOP_API_KEY: is not set"):
        Keyed.from_env()
    monkeypatch.setenv("SHOP_API_KEY", "key")
    for kind in (Keyed, ShopClient):
        assert kind.from_env().core.pipeline.auth == ApiKey("key")
    assert ShopClient.from_env(token="t").core.pipeline.auth == Bearer("t")
    with pytest.raises(InvalidRequest, match="SHOP_TOKEN: is not set"):
        Keyless.from_env()
    monkeypatch.setenv("SHOP_TOKEN", "t")
    assert Keyless.from_env().core.pipeline.auth == Bearer("t")
    with pytest.raises(InvalidRequest, match="SHOP_API_KEY: is set beside SHOP_TOKEN"):
        ShopClient.from_env()


def test_a_platform_without_a_server_has_to_be_given_one() -> None:
    class Nowhere(ShopClient):
        platform = replace(ShopClient.platform, server=None)

    with pytest.raises(InvalidRequest, match="base_url: Nowhere has no server of its own"):
        Nowhere(token="t")


def test_what_is_made_ready_is_refused_where_it_is_made() -> None:
    request = get_till.build(till_id="1")
    paging = Pagination(strategy="cursor", cursor="start", items=("data",), next=("next",))
    operation = replace(request.operation, pagination=(paging,))
    nobody = shop_client(Sent(), shop=None)
    with pytest.raises(InvalidRequest, match="shop: get_till needs it"):
        paginate(nobody.core, replace(request, operation=operation))


def test_a_tenant_is_read_by_its_keyword() -> None:
    core: Any = shop_client(Sent(), clerk=None).core
    assert (core.shop, core.clerk) == ("corner", None)
    with pytest.raises(AttributeError, match="'Core' object has no attribute 'account'"):
        _ = core.account
    assert copy(core) == core
    assert pickle.loads(pickle.dumps(core.tenants)) == core.tenants
