"""No token, no key and no password comes out of the calls of a session: every error that they can
raise, up to the logout, from a platform that echoes what it is sent."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from commerce_sdk import (
    ApiError,
    ApiKey,
    BadRequest,
    CommerceError,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    Login,
    Money,
    NotFound,
    OrderNotReached,
    PaginationError,
    PermissionDenied,
    RateLimited,
    ServerError,
    StorefrontClient,
    Unauthenticated,
    Unprocessable,
)
from commerce_sdk.errors import WrongAnswer
from tests.support import echoes
from tests.support.echoes import Answer, Echoes
from tests.support.every_call import ID
from tests.support.reporters import EveryLogger, of_error
from tests.support.secret_search import TRANSPORTS, Search, Watched, caught

pytestmark = pytest.mark.anyio

PASSWORD = "pl4nted p4ss/w0rd=" + "e5" * 20
API_KEY = "pl4nted k3y: " + "c8" * 30
TOKEN, RENEWED = "pl4nted/t0ken+" + "a7" * 60 + "==", "pl4nted-an3w-" + "b9" * 20
REFRESH = "d9" * 20
PIECES = ["pl4nted", "a7a7a7a7", "b9b9b9b9", "c8c8c8c8", "d9d9d9d9", "e5e5e5e5"]

Call = Callable[[StorefrontClient], Awaitable[Any]]


async def get(shop: StorefrontClient) -> None:
    await shop.products.get(ID)


async def price(shop: StorefrontClient) -> None:
    await shop.products.update(ID, price=Money.of("0.10", "USD"))


async def order(shop: StorefrontClient) -> None:
    await shop.orders.create(ID, items={ID: 1})


async def confirm(shop: StorefrontClient) -> None:
    await shop.orders.confirm(ID)


async def collect(shop: StorefrontClient) -> None:
    await shop.orders.list().collect()


async def follow(shop: StorefrontClient) -> None:
    await (await shop.orders.wait(ID, until="shipped")).result()


async def logout(shop: StorefrontClient) -> None:
    await shop.logout()


async def in_time(shop: StorefrontClient) -> None:
    await get(shop.with_options(deadline=0.15))


STATUSES: dict[int, type[CommerceError]] = {
    400: BadRequest,
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    409: Conflict,
    418: ApiError,
    422: Unprocessable,
    429: RateLimited,
    500: ServerError,
}
CASES: list[tuple[type[CommerceError], Answer, Call]] = [
    *((error, echoes.problem(status), get) for status, error in STATUSES.items()),
    (Unauthenticated, echoes.page(401), get),
    (BadRequest, echoes.problem(400, escaped=True), price),
    (Unprocessable, echoes.problem(422), order),
    (Unprocessable, echoes.problem(422), confirm),
    (ServerError, echoes.page(500), confirm),
    (ConnectionFailed, echoes.cut, confirm),
    (ConnectionFailed, echoes.no_http, order),
    (DecodeError, echoes.page(200), collect),
    (PaginationError, echoes.of({"data": [], "pages": "many"}), collect),
    (WrongAnswer, echoes.of({"orderId": "another", "status": "confirmed"}), confirm),
    (OrderNotReached, echoes.of({"orderId": ID, "status": "cancelled"}), follow),
    (DeadlineExceeded, echoes.silent, in_time),
]
ENDS: list[tuple[type[CommerceError], Answer, Call]] = [
    (PermissionDenied, echoes.problem(403), logout),
    (ServerError, echoes.page(500), logout),
    (ConnectionFailed, echoes.cut, logout),
    (ConnectionFailed, echoes.no_http, logout),
    (DecodeError, echoes.no_gzip, logout),
]
CREDENTIALS: dict[str, tuple[Callable[[], Any], list[Any]]] = {
    "Login": (lambda: Login("jane@example.com", PASSWORD), [*CASES, *ENDS]),
    "ApiKey": (lambda: ApiKey(API_KEY), CASES),
}


def issue(body: str) -> bytes:
    """The tokens of a login, or of a refresh, with what was sent for them in a header."""
    given = json.loads(body)
    token, sent = (TOKEN, given["password"]) if "password" in given else (RENEWED, REFRESH)
    tokens = {"accessToken": token, "tokenType": "Bearer", "expiresIn": 3600}
    content = json.dumps({**tokens, "refreshToken": REFRESH}).encode()
    return echoes.message(200, content, "application/json", f"x-request-id: {sent}")


@TRANSPORTS
@pytest.mark.parametrize("credential", CREDENTIALS)
async def test_no_credential_comes_out(credential: str, make: Callable[[], Any]) -> None:
    search, (auth_of, cases) = Search(PIECES), CREDENTIALS[credential]
    watched = Watched(search)
    with Echoes() as server:
        server.issue = issue
        for error, answer, call in cases:
            what, auth = f"{error.__name__} of {call.__name__}", auth_of()
            with EveryLogger() as logs:
                async with StorefrontClient(
                    base_url=f"http://127.0.0.1:{server.port}/v2",
                    auth=auth,
                    transport=make(),
                    retry=None,
                    limiter=None,
                    hooks=watched.hooks,
                    middleware=[watched.middleware],
                ) as shop:
                    server.answer = echoes.problem(401)  # so that a session is refreshed
                    await caught(get, shop)
                    server.answer = answer
                    met = await caught(call, shop)
                    assert type(met) is error, (what, met)
                    search.look(what, of_error(met))
                    watched.look_at(what, shop, auth, shop.products, shop.orders)
            watched.look_back(what, logs)
    told = {"Login": RENEWED, "ApiKey": API_KEY}[credential]
    assert any(told in each for each in server.echoed)
    assert any(b"[secret]" in (reply.content or b"") for reply in watched.came)
    assert any("[secret]" in "".join(reply.headers.values()) for reply in watched.came)
    assert search.places["sentry"] >= len(cases)
    assert search.places["log of commerce_sdk"] > 0
    assert search.findings == []
