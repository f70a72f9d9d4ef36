"""No password and no token comes out: of a login and a refresh that fail in every way, at a platform
that echoes what it is sent, in all that a person or a crash reporter sees."""

from __future__ import annotations

import copy
import json
import pickle
import traceback
from collections.abc import Callable
from typing import Any

import aiohttp
import h11
import pytest

from commerce_sdk import (
    CommerceError,
    InvalidRequest,
    Login,
    MemorySessionStore,
    RetryPolicy,
    StorefrontClient,
)
from commerce_sdk.secret import Secret
from commerce_sdk_api.storefront import api, models
from tests.storefront.front import BASE_URL, ID
from tests.support import echoes
from tests.support.reporters import EveryLogger, chain
from tests.support.secret_search import TRANSPORTS, Search, Watched
from tests.support.stops import STOPS, Stop
from tests.support.wires import Server, Wire

pytestmark = pytest.mark.anyio

EMAIL, PASSWORD = "pl4nted-who@example.com", "pl4nted p4ss/w0rd=" + "c8" * 20
ACCESS, REFRESH = "a7" * 30, "b9" * 30
PIECES = ["pl4nted", "c8c8c8c8", "a7a7a7a7", "b9b9b9b9"]
TOKENS = {
    "accessToken": ACCESS,
    "tokenType": "Bearer",
    "expiresIn": 3600,
    "refreshToken": REFRESH,
}
Answer = Callable[[str, dict[str, Any]], bytes | None]
"""What to send, given the path and what came in the body: nothing is a cut, None no answer."""


def message(status: int, content: bytes, *headers: str) -> bytes:
    return echoes.message(status, content, "application/json", *headers)


def echo(status: int, *, escaped: bool = False) -> Answer:
    """An error whose every text has all in it that was sent."""

    def answer(path: str, body: dict[str, Any]) -> bytes:
        said = " ".join(str(value) for value in body.values())
        finding = {"field": said, "message": said, "code": said}
        text = json.dumps({"code": said, "message": said, "details": [finding], said: said})
        if escaped:
            text = text.replace("p", "\\u0070").replace("c8", "\\u00638")
        headers = [f"{name}: {said}" for name in ("x-request-id", "server", "set-cookie")]
        return message(status, text.encode(), *headers)

    return answer


def page(status: int) -> Answer:
    return lambda path, body: message(status, f"<html>{json.dumps(body)}</html>".encode())


def tokens(path: str, body: dict[str, Any]) -> bytes:
    return message(200, json.dumps(TOKENS).encode())


def half(path: str, body: dict[str, Any]) -> bytes:
    return message(200, json.dumps(TOKENS).encode()[:-3])


def of_another_type(path: str, body: dict[str, Any]) -> bytes:
    return message(200, json.dumps({**TOKENS, "tokenType": "mac"}).encode())


def with_a_bad_token(path: str, body: dict[str, Any]) -> bytes:
    return message(200, json.dumps({**TOKENS, "accessToken": ACCESS + "\n"}).encode())


def tokens_in_headers(path: str, body: dict[str, Any]) -> bytes:
    headers = (f"Set-Cookie: refreshToken={REFRESH}; HttpOnly", f"X-Access-Token: {ACCESS}")
    return message(200, json.dumps(TOKENS).encode(), *headers, f"Location: /?t={ACCESS}")


def silent(path: str, body: dict[str, Any]) -> None:
    """No answer."""


def cut(path: str, body: dict[str, Any]) -> bytes:
    return b""


def no_http(path: str, body: dict[str, Any]) -> bytes:
    return f"HTTP/1.1 200 OK\r\n{' '.join(map(str, body.values()))}\r\n\r\n".encode()


REFUSALS = {
    **{f"an echo of {status}": echo(status) for status in (400, 401, 403, 422, 429, 500)},
    "an escaped echo": echo(401, escaped=True),
    "a page": page(500),
    "a page where tokens should be": page(200),
    "half an answer": half,
    "tokens of another type": of_another_type,
    "a token that no header can carry": with_a_bad_token,
    "tokens in headers": tokens_in_headers,
    "a cut": cut,
    "no HTTP": no_http,
}


class Front(Server):
    """Answers logins, refreshes and all else each by a function."""

    def __init__(self) -> None:
        super().__init__()
        self.login: Answer = tokens
        self.refresh: Answer = tokens
        self.paths: list[str] = []
        self.came: list[str] = []

    def serve(self, wire: Wire) -> None:
        while True:
            head, _, body = wire.receive_until(b"\r\n\r\n").partition(b"\r\n\r\n")
            headers = dict(
                line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line
            )
            while len(body) < int(headers.get(b"content-length", b"0")):
                body += wire.receive()
            path = head.split()[1].decode().rsplit("/", 1)[1]
            self.paths.append(path)
            self.came.append(body.decode())
            # A 401 to all else, so that what was given is refreshed.
            answer = {"login": self.login, "refresh": self.refresh}.get(path, echo(401))
            given = json.loads(body or b"{}")
            sent = answer(path, given or {"authorization": headers[b"authorization"].decode()})
            if sent is None:
                continue
            if not sent:
                return
            wire.send(sent)


@TRANSPORTS
@pytest.mark.parametrize("refused", REFUSALS)
@pytest.mark.parametrize("operation", ["login", "refresh"])
async def test_no_secret_comes_out(operation: str, refused: str, make: Any) -> None:
    search = Search(PIECES)
    watched = Watched(search)
    with Front() as server, EveryLogger() as loggers:
        setattr(server, operation, REFUSALS[refused])
        login = Login(f" {EMAIL} ", PASSWORD, store=MemorySessionStore())
        async with StorefrontClient(
            base_url=f"http://127.0.0.1:{server.port}/v2",
            auth=login,
            transport=make(),
            limiter=None,
            retry=RetryPolicy(attempts=2, first_pause=0.001, pause_cap=0.001),
            hooks=watched.hooks,
            middleware=[watched.middleware],
        ) as shop:
            with pytest.raises(CommerceError) as caught:
                await shop.products.get(ID)
            search.look_at("error", caught.value, pickle.loads(pickle.dumps(caught.value)))
            search.look_at("client", shop, shop.orders, login, copy.copy(shop), vars(shop))
            auth = shop._core.pipeline.auth
            search.look_at("credential", auth, vars(auth), vars(auth._cache))  # type: ignore[attr-defined]
            with pytest.raises(TypeError) as unpicklable:
                pickle.dumps(shop)
            search.look_at("pickle", unpicklable.value)
            await shop.logout() if operation == "login" else None
        watched.look_back("told", loggers)
    assert operation in server.paths
    sent = next(
        body for path, body in zip(server.paths, server.came, strict=True) if path == "login"
    )
    assert json.loads(sent) == {"email": EMAIL, "password": PASSWORD}
    assert search.places.total() > 50
    assert search.findings == []


@TRANSPORTS
@STOPS
@pytest.mark.parametrize("operation", ["login", "refresh"])
async def test_no_secret_comes_out_of_one_that_is_broken_off(
    operation: str, stop: Stop, make: Any
) -> None:
    search = Search(PIECES)
    errors: list[BaseException] = []

    async def watched(shop: StorefrontClient) -> None:
        try:
            await shop.products.get(ID)
        except BaseException as stopped:
            search.look_at("seen inside", stopped)
            errors.append(stopped)
            raise

    with Front() as server, EveryLogger() as loggers:
        setattr(server, operation, silent)
        url = f"http://127.0.0.1:{server.port}/v2"
        async with StorefrontClient(
            base_url=url, auth=Login(EMAIL, PASSWORD), transport=make(), limiter=None
        ) as shop:
            try:
                await stop(shop, watched, lambda: operation in server.paths)
            except BaseException as stopped:
                search.look_at("seen outside", stopped)
                errors.append(stopped)
    search.look("told", iter(loggers.heard))
    assert operation in server.paths
    assert search.places["sentry"] >= 1
    assert search.findings == []
    # What a library makes of a body is no text of ours, so none of their frames is left.
    assert LIBRARIES.isdisjoint(_modules(errors))


@TRANSPORTS
async def test_no_secret_comes_out_of_a_library_that_fails(
    make: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> Any:
        raise RuntimeError("a bug of theirs")

    monkeypatch.setattr(aiohttp.ClientSession, "_build_url", fail)
    monkeypatch.setattr(h11, "Data", fail)
    search = Search(PIECES)
    with Front() as server, EveryLogger() as loggers:
        url = f"http://127.0.0.1:{server.port}/v2"
        async with StorefrontClient(base_url=url, token="t0ken", transport=make()) as shop:
            body = models.LoginInput(email=Secret(EMAIL), password=PASSWORD)
            with pytest.raises(RuntimeError) as caught:
                await shop._core.ask(api.auth.log_in.build(body=body))
    search.look_at("error", caught.value)
    search.look("told", iter(loggers.heard))
    assert _modules([caught.value]) & LIBRARIES
    assert search.findings == []


LIBRARIES = {"aiohttp", "httpx", "httpcore", "h11"}


def _modules(errors: list[BaseException]) -> set[str]:
    """The packages whose frames these errors hold."""
    return {
        frame.f_globals["__name__"].partition(".")[0]
        for error in errors
        for each in chain(error)
        for frame, _ in traceback.walk_tb(each.__traceback__)
    }


@pytest.mark.parametrize(
    "make",
    [
        lambda: Login(EMAIL, {"p": PASSWORD}),  # type: ignore[arg-type]
        lambda: Login(EMAIL, PASSWORD.encode()),  # type: ignore[arg-type]
        lambda: Login({"e": EMAIL}, PASSWORD),  # type: ignore[arg-type]
        lambda: Login(EMAIL + "\n", PASSWORD),
        lambda: Login(EMAIL, PASSWORD + "\ud800"),
        lambda: Login(EMAIL, PASSWORD, PASSWORD),  # type: ignore[arg-type]
        lambda: StorefrontClient(auth=Login(EMAIL, PASSWORD)),
        lambda: StorefrontClient(base_url="nowhere", auth=Login(EMAIL, PASSWORD)),
        lambda: StorefrontClient(base_url=BASE_URL, auth=(EMAIL, PASSWORD)),  # type: ignore[arg-type]
        lambda: StorefrontClient(base_url=BASE_URL, auth=Login(EMAIL, PASSWORD), token="t"),
        lambda: StorefrontClient(base_url=BASE_URL, auth=Login(EMAIL, PASSWORD), retries=1),  # type: ignore[call-arg]
        lambda: StorefrontClient.from_env(auth=Login(EMAIL, PASSWORD), base_url="nowhere"),
    ],
)
def test_what_is_refused_shows_nothing(make: Callable[[], object]) -> None:
    search = Search(PIECES)
    with pytest.raises(InvalidRequest) as caught:
        make()
    search.look_at("refusal", caught.value)
    assert search.findings == []


@pytest.mark.parametrize(
    "names", [("PASSWORD",), ("EMAIL", "PASSWORD", "TOKEN"), ("EMAIL", "PASSWORD")]
)
def test_what_the_environment_holds_is_not_shown(
    monkeypatch: pytest.MonkeyPatch, names: tuple[str, ...]
) -> None:
    for name in names:
        monkeypatch.setenv(f"STOREFRONT_{name}", PASSWORD)
    monkeypatch.setenv("STOREFRONT_BASE_URL", "nowhere")
    search = Search(PIECES)
    with pytest.raises(InvalidRequest) as caught:
        StorefrontClient.from_env()
    search.look_at("refusal", caught.value)
    assert search.findings == []
