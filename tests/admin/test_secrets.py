"""No key and no token comes out of the calls of an administration: every error that they can raise,
from a platform that echoes what it is sent."""

from __future__ import annotations

import base64
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from commerce_sdk import (
    AdminClient,
    BadRequest,
    Basic,
    Bearer,
    CommerceError,
    Conflict,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    NotFound,
    PaginationError,
    PermissionDenied,
    ProvisioningFailed,
    RateLimited,
    ServerError,
    Unauthenticated,
    offering,
)
from commerce_sdk.errors import WrongAnswer
from tests.admin.front import ARI, ID, OFFERING, ORGANIZATION
from tests.support import echoes
from tests.support.echoes import Answer, Echoes
from tests.support.reporters import EveryLogger, of_error
from tests.support.secret_search import TRANSPORTS, Search, Watched, caught

pytestmark = pytest.mark.anyio

TOKEN, EMAIL = "pl4nted/t0ken+" + "a7" * 60 + "==", "pl4nted-who@example.com"
PAIR = base64.b64encode(f"{EMAIL}:{TOKEN}".encode()).decode()
PIECES = ["pl4nted", "a7a7a7a7", *(PAIR[at : at + 10] for at in range(8, len(PAIR) - 10, 5))]

Call = Callable[[AdminClient], Awaitable[Any]]


async def product(admin: AdminClient) -> None:
    await admin.products.provision([offering(OFFERING)], site="acme", admin_email="a@b.c")


async def app(admin: AdminClient) -> None:
    await admin.apps.provision(ARI, [offering(OFFERING)], admin_email="a@b.c", app_key="k")


async def status(admin: AdminClient) -> None:
    await admin.provisioning.get(ID)


async def entitlements(admin: AdminClient) -> None:
    await admin.products.entitlements(ARI)


async def search(admin: AdminClient) -> None:
    await admin.workspaces.search(name="acme").collect()


async def follow(admin: AdminClient) -> None:
    await (await admin.provisioning.wait(ID)).result()


async def in_time(admin: AdminClient) -> None:
    await product(admin.with_options(deadline=0.15))


STATE = {"data": {"requestId": ID, "status": "FAILED"}}
CASES: list[tuple[type[CommerceError], Answer, Call]] = [
    (BadRequest, echoes.problem(400, escaped=True), product),
    (Unauthenticated, echoes.problem(401), status),
    (PermissionDenied, echoes.page(403), app),
    (NotFound, echoes.problem(404), entitlements),
    (Conflict, echoes.problem(409), product),
    (RateLimited, echoes.problem(429), search),
    (ServerError, echoes.page(500), app),
    (ConnectionFailed, echoes.cut, product),
    (ConnectionFailed, echoes.no_http, app),
    (DecodeError, echoes.no_gzip, product),
    (DecodeError, echoes.page(200), search),
    (DecodeError, echoes.of({"data": None}), status),
    (WrongAnswer, echoes.of({"data": {"statusUrl": "https://x.invalid/"}}), product),
    (PaginationError, echoes.of({"data": [], "links": {"next": "same"}}), search),
    (ProvisioningFailed, echoes.of(STATE), follow),
    (DeadlineExceeded, echoes.silent, in_time),
]


@TRANSPORTS
@pytest.mark.parametrize("auth", [Bearer(TOKEN), Basic(EMAIL, TOKEN)], ids=["Bearer", "Basic"])
async def test_no_credential_comes_out(auth: Any, make: Callable[[], Any]) -> None:
    seen = Search(PIECES)
    watched = Watched(seen)
    with Echoes() as server:
        for error, answer, call in CASES:
            what = f"{error.__name__} of {call.__name__}"
            with EveryLogger() as logs:
                async with AdminClient(
                    base_url=f"http://127.0.0.1:{server.port}/admin",
                    organization=ORGANIZATION,
                    auth=auth,
                    transport=make(),
                    retry=None,
                    limiter=None,
                    hooks=watched.hooks,
                    middleware=[watched.middleware],
                ) as admin:
                    server.answer = answer
                    met = await caught(call, admin)
                    assert type(met) is error, (what, met)
                    seen.look(what, of_error(met))
                    watched.look_at(what, admin, admin.products, admin.apps, admin.workspaces)
            watched.look_back(what, logs)
    assert any(TOKEN in each or PAIR in each for each in server.echoed)
    assert any("[secret]" in "".join(reply.headers.values()) for reply in watched.came)
    assert seen.places["sentry"] >= len(CASES)
    assert seen.findings == []
