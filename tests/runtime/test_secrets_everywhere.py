"""No credential comes out: every error that a call can raise, over both transports, directly and by
a proxy, from a platform that echoes what it is sent, in all that a person or a crash reporter sees."""

from __future__ import annotations

import asyncio
import base64
import datetime
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from functools import partial
from typing import Any, NamedTuple

import anyio.to_thread
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import (
    AccessToken,
    AnswerTooLarge,
    ApiError,
    ApiKey,
    AuthenticationFailed,
    BadRequest,
    Basic,
    Bearer,
    CallNext,
    ClientClosed,
    ClientCredentials,
    CommerceClient,
    CommerceError,
    Conflict,
    ConnectionFailed,
    CurrencyMismatch,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    Locked,
    MiddlewareCall,
    MiddlewareFailed,
    MiddlewareReply,
    MissingValue,
    NotAcceptable,
    NotFound,
    OrderFailed,
    OrderNotReached,
    PaginationError,
    PartialFailure,
    PermissionDenied,
    PricingChangeFailed,
    ProvisioningFailed,
    RateLimited,
    RedisLimiter,
    ServerError,
    Session,
    SessionCache,
    TokenCache,
    TooLate,
    Unauthenticated,
    Unprocessable,
    UnsupportedMediaType,
    VerificationFailed,
    Withdrawn,
    WrongEventLoop,
    defaults,
    new_item,
)
from commerce_sdk.clock import SYSTEM_CLOCK
from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.document.operation import Platform, SecurityScheme
from commerce_sdk.errors import WrongAnswer
from commerce_sdk.journeys import CheckpointFailed, JourneyFailed, ProvisioningUnclear
from commerce_sdk.runtime.credentials.endings import NoSession, NotRefreshed
from commerce_sdk_api.commerce import PLATFORM
from tests.support import echoes
from tests.support.connect_proxy import REFUSALS, SECRET as PASSWORD, ConnectProxy
from tests.support.echoes import Answer, Echoes
from tests.support.reporters import EveryLogger, of_error, of_value
from tests.support.secret_search import HOW, TRANSPORTS, Search, Watched, caught
from tests.support.stops import STOPS, Stop
from tests.support.wires import CERTIFICATE, server_context
from tests.support.worlds import ACCOUNT, OFFERING

pytestmark = pytest.mark.anyio

TOKEN = "pl4nted/t0ken+" + "a7" * 60 + "=="
RENEWED = "pl4nted-an3w-" + "b9" * 20
KEY, EMAIL = "pl4nted-k3y&of=basic", "pl4nted-who@example.com"
API_KEY = "pl4nted k3y: c8" + "c8" * 30
REFRESH = "d9" * 20
PAIRS = [f"{EMAIL}:{KEY}", f"user:{PASSWORD}"]
ENCODED = [base64.b64encode(pair.encode()).decode() for pair in PAIRS]
# Pieces, for a text may be cut anywhere.
PIECES = ["pl4nted", "a7a7a7a7", "b9b9b9b9", "c8c8c8c8", "d9d9d9d9", PASSWORD]
PIECES += [text[at : at + 10] for text in ENCODED for at in range(8, len(text) - 10, 5)]

_OF_JOURNEYS = "raised by journeys, of what their clients raised; tests/journeys look for it"
EXCUSED = {
    CheckpointFailed: _OF_JOURNEYS,
    CommerceError: "the root; nothing raises it",
    CurrencyMismatch: "raised by amounts, which know of no call",
    JourneyFailed: _OF_JOURNEYS,
    MissingValue: "raised by `required`, which knows of no call and shows no value",
    NoSession: "met by a logout alone, which goes on; it is made of one text",
    NotRefreshed: "raised by a logout alone, of which tests/storefront look for it",
    OrderNotReached: "raised of an answer that was read, by the storefront, whose tests look for it",
    ProvisioningFailed: "raised of an answer that was read, by the administration, whose tests look",
    ProvisioningUnclear: _OF_JOURNEYS,
    VerificationFailed: "raised of an answer that was read, by Commerce Layer, whose tests look for it",
    Withdrawn: "only a middleware meets it; it is made of one text",
}

Call = Callable[[CommerceClient], Awaitable[Any]]


class Case(NamedTuple):
    error: type[CommerceError]
    answer: Answer
    call: Call
    settings: dict[str, Any] = {}  # noqa: RUF012 - never changed


async def get(commerce: CommerceClient) -> None:
    await commerce.orders.get(OFFERING)


async def place(commerce: CommerceClient) -> None:
    await commerce.orders.place(items=[new_item(OFFERING)])


async def place_late(commerce: CommerceClient) -> None:
    late = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)
    await commerce.orders.place(items=[new_item(OFFERING)], order_id=OFFERING, not_after=late)


async def follow(commerce: CommerceClient) -> None:
    token = OrderToken(account=ACCOUNT, order_id=OFFERING, api="v4")
    await (await commerce.orders.resume(str(token))).result()


async def change(commerce: CommerceClient) -> None:
    await (await commerce.pricing_changes.wait(OFFERING)).result()


async def collect(commerce: CommerceClient) -> None:
    await commerce.orders.list().collect()


async def save(commerce: CommerceClient) -> None:
    async with commerce.quotes.download(OFFERING) as parts:
        [part async for part in parts]


async def too_long(commerce: CommerceClient) -> None:
    await commerce.orders.get("x" * 70_000)


async def closed(commerce: CommerceClient) -> None:
    await commerce.aclose()
    await commerce.orders.get(OFFERING)


async def elsewhere(commerce: CommerceClient) -> None:
    with pytest.raises(NotFound):
        await commerce.orders.get(OFFERING)
    await anyio.to_thread.run_sync(lambda: asyncio.run(get(commerce)))


def refused_source() -> str:
    return TOKEN + "\r\nx"


async def fails_after(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    reply = await call_next()
    raise ValueError(reply)


async def fails_with_what_came(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    try:
        return await call_next()
    except CommerceError as error:
        raise ValueError(call) from error


STATUSES: dict[int, type[CommerceError]] = {
    207: PartialFailure,
    400: BadRequest,
    401: Unauthenticated,
    403: PermissionDenied,
    404: NotFound,
    406: NotAcceptable,
    409: Conflict,
    415: UnsupportedMediaType,
    418: ApiError,
    422: Unprocessable,
    423: Locked,
    429: RateLimited,
    500: ServerError,
}
FAILED = {"id": OFFERING, "orderId": OFFERING, "status": "FAILED", "error": {"title": "no"}}
BROKEN = ["cut", "no_http", "no_status", "no_header_name", "no_length", "no_chunk"]
CASES = [
    *(Case(error, echoes.problem(status), get) for status, error in STATUSES.items()),
    *(Case(STATUSES[status], echoes.page(status), get) for status in (400, 401, 500)),
    Case(BadRequest, echoes.problem(400, escaped=True), get),
    Case(BadRequest, echoes.problem(400), place),
    Case(NotFound, echoes.problem(404), save),
    *(Case(ConnectionFailed, getattr(echoes, name), get) for name in BROKEN),
    *(Case(ConnectionFailed, getattr(echoes, name), place) for name in BROKEN),
    Case(ConnectionFailed, echoes.cut, save),
    Case(DecodeError, echoes.page(200), get),
    Case(DecodeError, echoes.page(200), save),
    Case(DecodeError, echoes.no_gzip, get),
    Case(AnswerTooLarge, echoes.page(200), get),
    Case(WrongAnswer, echoes.of({"id": ACCOUNT}), change),
    Case(PricingChangeFailed, echoes.of(FAILED), change),
    Case(OrderFailed, echoes.of(FAILED), follow),
    Case(PaginationError, echoes.of({"data": [], "nextId": 7}), collect),
    Case(DeadlineExceeded, echoes.silent, get, {"deadline": 0.15}),
    Case(TooLate, echoes.problem(404), place_late),
    Case(TooLate, echoes.silent, place_late, {"deadline": 0.15}),
    Case(InvalidRequest, echoes.cut, too_long),
    Case(ClientClosed, echoes.cut, closed),
    Case(WrongEventLoop, echoes.problem(404), elsewhere),
    Case(AuthenticationFailed, echoes.cut, get, {"auth": refused_source}),
    Case(MiddlewareFailed, echoes.problem(400), get, {"middleware": [fails_after]}),
    Case(MiddlewareFailed, echoes.page(200), place, {"middleware": [fails_after]}),
    Case(MiddlewareFailed, echoes.cut, get, {"middleware": [fails_with_what_came]}),
    Case(MiddlewareFailed, echoes.no_http, place, {"middleware": [fails_with_what_came]}),
]


def renewed() -> TokenCache:
    tokens = iter([TOKEN])
    return TokenCache(lambda: AccessToken(next(tokens, RENEWED)))


def session() -> SessionCache:
    async def login() -> Session:
        return Session(TOKEN, REFRESH, 3600)

    async def refresh(refresh_token: str) -> Session:
        assert refresh_token == REFRESH
        return Session(RENEWED, REFRESH, 3600)

    return SessionCache(login, refresh)


# The platform as it would be, were its credential a key.
KEYED = replace(
    PLATFORM,
    schemes=(SecurityScheme(name="key", kind="api-key", header="X-Shop-Key"),),
    security=("key",),
)


def with_token_host(url: str) -> Platform:
    """The platform as it would be, were its tokens a client's."""
    bearer = next(each for each in PLATFORM.schemes if each.kind == "bearer")
    others = [each for each in PLATFORM.schemes if each.kind != "bearer"]
    schemes = (replace(bearer, token_url=f"{url}/token"), *others)
    return replace(PLATFORM, server=url, schemes=schemes)


def issues(*tokens: str) -> Answer:
    """A token host that shows whatever it was sent, beside each token in turn."""
    left = [*tokens]

    def issue(sent: str) -> bytes:
        token = left.pop(0) if len(left) > 1 else left[0]
        content = json.dumps({"access_token": token, "expires_in": 3600, "echo": sent})
        return echoes.message(200, content.encode(), "application/json", f"x-echo: {sent}")

    return issue


CREDENTIALS: dict[str, Callable[[], Any]] = {
    "client": lambda: ClientCredentials(EMAIL, KEY),
    "ApiKey": lambda: ApiKey(f" {API_KEY}"),
    "session": session,
    "Bearer": lambda: Bearer(f" {TOKEN} "),
    "Basic": lambda: Basic(EMAIL, KEY),
    "renewed": renewed,
}


@pytest.fixture(params=["direct", "by a proxy"])
def platform(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Echoes, str]]:
    if request.param == "direct":
        with Echoes() as server:
            yield server, f"http://127.0.0.1:{server.port}/api"
        return
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with Echoes(server_context()) as server, ConnectProxy(server.port) as proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        yield server, "https://shop.invalid/api"


@asynccontextmanager
async def client(url: str, make: Any, auth: Any, **settings: Any) -> AsyncIterator[CommerceClient]:
    async with CommerceClient(
        auth=auth,
        transaction_account=ACCOUNT,
        catalog_account=ACCOUNT,
        base_url=url,
        retry=None,
        limiter=None,
        transport=make(),
        **settings,
    ) as commerce:
        yield commerce


BY_PROXY = {
    "asyncio": ("client", "Bearer", "renewed"),
    "trio": ("client", "Basic", "session"),
    "aiohttp": ("client", "ApiKey"),
}
"""A credential is one header of a request before a transport has it, and a proxy is its transport's
affair: each goes by one with each credential, and by each transport with some. The client's own goes
by all, for its token is fetched over them, too."""
WAYS = [
    pytest.param(platform, *transport, credential, id=f"{platform}-{credential}-{name}")
    for platform in ("direct", "by a proxy")
    for name, transport in HOW.items()
    for credential in (CREDENTIALS if platform == "direct" else BY_PROXY[name])
]


@pytest.mark.parametrize(
    ("platform", "anyio_backend", "make", "credential"), WAYS, indirect=["platform"]
)
async def test_no_credential_comes_out(
    platform: tuple[Echoes, str],
    make: Callable[[], httpx.AsyncBaseTransport | None],
    credential: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server, url = platform
    search = Search(PIECES)
    watched = Watched(search)
    for case in CASES:
        what = f"{case.error.__name__} of {case.call.__name__}"
        limit = 10 if case.error is AnswerTooLarge else 2**20
        monkeypatch.setattr(defaults, "MAX_BODY_BYTES", 2**20)
        takes_key = credential == "ApiKey" and "auth" not in case.settings
        of = KEYED if takes_key else with_token_host(url)
        monkeypatch.setattr(CommerceClient, "platform", of)
        settings = {
            "auth": CREDENTIALS[credential](),
            "hooks": watched.hooks,
            "middleware": [watched.middleware],
            **case.settings,
        }
        with EveryLogger() as logs:
            server.issue = issues(TOKEN, RENEWED)
            async with client(url, make, **settings) as commerce:
                if credential in ("client", "renewed", "session") and "auth" not in case.settings:
                    for status in (401, 404):  # it is renewed in between
                        server.answer = echoes.problem(status)
                        await caught(get, commerce)
                monkeypatch.setattr(defaults, "MAX_BODY_BYTES", limit)
                server.answer = case.answer
                error = await caught(case.call, commerce)
                assert type(error) is case.error, (what, error)
                search.look(what, of_error(error))
                watched.look_at(what, commerce, settings["auth"])
        watched.look_back(what, logs)
    told = {"Bearer": TOKEN, "Basic": KEY, "ApiKey": API_KEY}.get(credential, RENEWED)
    assert any(told in each for each in server.echoed)
    assert any(b"[secret]" in (reply.content or b"") for reply in watched.came)
    assert any("[secret]" in "".join(reply.headers.values()) for reply in watched.came)
    assert search.places["sentry"] >= len(CASES)
    assert search.places["log of commerce_sdk"] > 0
    print(dict(search.places), f"{len(search.findings)} findings")
    assert search.findings == []


REFUSED_TOKENS: dict[str, Answer] = {
    **{f"an error of {status}": echoes.problem(status) for status in (400, 401, 403, 500)},
    "an escaped error": echoes.problem(401, escaped=True),
    "a page": echoes.page(401),
    "a page of success": echoes.page(200),
    "another kind of token": echoes.of({"access_token": TOKEN, "token_type": "mac"}),
    "a token that no header can carry": echoes.of({"access_token": f"{TOKEN}\n"}),
    "no token": echoes.of({"token": TOKEN}),
    "no gzip": echoes.no_gzip,
    "no HTTP": echoes.no_http,
}
"""What a token host answers in place of a token, with whatever it was sent."""


@TRANSPORTS
@pytest.mark.parametrize("plan", [*REFUSALS, "away"])
async def test_no_password_of_a_proxy_comes_out(
    make: Callable[[], httpx.AsyncBaseTransport | None], plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = Search(PIECES)
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with ConnectProxy(9) as proxy, EveryLogger() as logs:
        url = f"http://user:{PASSWORD}@127.0.0.1:9" if plan == "away" else proxy.url
        monkeypatch.setenv("HTTPS_PROXY", url)
        proxy.plans.append(plan)
        async with client("https://shop.invalid/api", make, Bearer(TOKEN)) as commerce:
            error = await caught(place, commerce)
    assert isinstance(error, ConnectionFailed)
    assert error.maybe_applied is False
    search.look(plan, of_error(error))
    search.look(plan, iter(logs.heard))
    assert search.findings == []


@pytest.mark.parametrize("address", ["socks5://user:{}@127.0.0.1:9", "gopher://user:{}@h"])
async def test_a_proxy_that_cannot_be_used_is_refused_without_its_password(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    search = Search(PIECES)
    monkeypatch.setenv("HTTPS_PROXY", address.format(PASSWORD))
    async with client("https://shop.invalid/api", lambda: None, Bearer(TOKEN)) as commerce:
        error = await caught(place, commerce)
    assert isinstance(error, InvalidRequest)
    search.look(address, of_error(error))
    assert search.findings == []


REDIS = f"redis://user:{KEY}@127.0.0.1:1/0"
SERVER = f"https://user:{KEY}@shop.invalid"
SETTINGS: dict[str, Callable[[], Any]] = {
    "a line break": lambda: CommerceClient(token=TOKEN + "\n"),
    "beyond ASCII": lambda: CommerceClient(token=TOKEN + "é"),
    "bytes": lambda: CommerceClient(token=TOKEN.encode()),  # type: ignore[arg-type]
    "under another name": lambda: CommerceClient(auth=TOKEN),  # type: ignore[arg-type]
    "a keyword that nobody knows": lambda: CommerceClient(tokn=TOKEN),  # type: ignore[call-arg]
    "one of the environment's client": lambda: CommerceClient.from_env(tokn=TOKEN),  # type: ignore[call-arg]
    "in a list": lambda: CommerceClient(token=[TOKEN]),  # type: ignore[arg-type]
    "as requests has it": lambda: CommerceClient(auth=(EMAIL, KEY)),  # type: ignore[arg-type]
    "a list of the environment's": lambda: CommerceClient.from_env(token=[TOKEN]),  # type: ignore[arg-type]
    "Bearer of a list": lambda: Bearer([TOKEN]),  # type: ignore[arg-type]
    "Basic of an object": lambda: Basic({"e": EMAIL}, KEY),  # type: ignore[arg-type]
    "Basic of bytes": lambda: Basic(EMAIL, KEY.encode()),  # type: ignore[arg-type]
    "Basic the wrong way round": lambda: Basic(KEY, {"e": EMAIL}),  # type: ignore[arg-type]
    "AccessToken of an object": lambda: AccessToken({"access_token": TOKEN}),  # type: ignore[arg-type]
    "a cache of a token": lambda: TokenCache(TOKEN),  # type: ignore[arg-type]
    "a cache of tokens": lambda: TokenCache([TOKEN]),  # type: ignore[arg-type]
    "a server with a password": lambda: CommerceClient(token=TOKEN, base_url=SERVER),
    "one in clear text": lambda: CommerceClient(token=TOKEN, base_url=SERVER.replace("s:", ":")),
    "one that is none": lambda: CommerceClient(token=TOKEN, base_url=SERVER + ":no"),
    "one of the environment's": lambda: CommerceClient.from_env(base_url=SERVER),
    "a function with its own secret": lambda: CommerceClient(auth=partial(str, TOKEN), deadline=0),
    "a limiter": lambda: RedisLimiter(REDIS, processes=0),
    "a limiter of no number": lambda: RedisLimiter(REDIS.replace(":1/", ":no/"), processes=4),
    "a limiter of no scheme": lambda: RedisLimiter(REDIS.replace("redis:", ""), processes=4),
    "a limiter of a list": lambda: RedisLimiter([REDIS], processes=4),  # type: ignore[arg-type]
    "both": lambda: CommerceClient(token=TOKEN, auth=Bearer(KEY)),
    "another setting": lambda: CommerceClient(token=TOKEN, deadline=0),
    "another of the environment's": lambda: CommerceClient.from_env(deadline=0),
    "beside the environment": lambda: CommerceClient.from_env(token=TOKEN, deadline=0),
    "Bearer": lambda: Bearer(TOKEN + "\x00"),
    "Basic": lambda: Basic(EMAIL, KEY + "\x00"),
    "no UTF-8": lambda: Basic(EMAIL, KEY + "\ud800"),
    "AccessToken": lambda: AccessToken(TOKEN + "\x00"),
    "ApiKey": lambda: ApiKey(TOKEN + "\x00"),
    "Session": lambda: Session(KEY, TOKEN + "\x00"),
    "a session's life that is none": lambda: Session(TOKEN, REFRESH, -1),
    "ClientCredentials": lambda: ClientCredentials(EMAIL, TOKEN + "\x00"),
    "ClientCredentials of a list": lambda: ClientCredentials(EMAIL, [TOKEN]),  # type: ignore[arg-type]
    "the wrong way round": lambda: ClientCredentials(TOKEN + "\x00", EMAIL),
    "a token host with a password": lambda: ClientCredentials(EMAIL, KEY, token_url=SERVER),
    "credentials that there is no token host for": lambda: CommerceClient(
        auth=ClientCredentials(EMAIL, KEY)
    ),
    "a life that is none": lambda: AccessToken(TOKEN, expires_in=-1),
}


@pytest.mark.parametrize("make", SETTINGS)
def test_no_credential_comes_out_of_a_refused_setting(
    make: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", TOKEN)
    monkeypatch.setenv("COMMERCE_EMAIL", EMAIL)
    search = Search(PIECES)
    with pytest.raises(InvalidRequest) as refused:
        SETTINGS[make]()
    assert refused.value.maybe_applied is False
    search.look(make, of_error(refused.value))
    assert search.findings == []


@pytest.mark.parametrize("anyio_backend", ["asyncio"])
async def test_no_password_of_a_limiters_server_comes_out() -> None:
    search = Search(PIECES)
    with EveryLogger() as logs:
        async with (
            RedisLimiter(REDIS, away="closed") as limiter,
            CommerceClient(token=TOKEN, transaction_account=ACCOUNT, limiter=limiter) as commerce,
        ):
            error = await caught(get, commerce)
            search.look("away", of_error(error))
            for value in (limiter, vars(limiter), limiter._loops):
                search.look("at rest", of_value(value))
            login = limiter._address._pool.connection_kwargs
            assert login["password"] == KEY
            search.look("its connections", of_value(login))
    search.look("logs", iter(logs.heard))
    assert isinstance(error, ConnectionFailed)
    assert search.findings == []


@TRANSPORTS
async def test_no_secret_of_a_client_comes_out_where_it_gets_no_token(
    platform: tuple[Echoes, str],
    make: Callable[[], httpx.AsyncBaseTransport | None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    server, url = platform
    monkeypatch.setattr(CommerceClient, "platform", with_token_host(url))
    search = Search(PIECES)
    watched = Watched(search)
    for given, server.issue in REFUSED_TOKENS.items():
        auth = ClientCredentials(EMAIL, KEY)
        with EveryLogger() as logs:
            async with client(url, make, auth, hooks=watched.hooks) as commerce:
                for call in (get, place):  # the second is told what became of the first
                    error = await caught(call, commerce)
                    assert isinstance(error, AuthenticationFailed), given
                    search.look(given, of_error(error))
                watched.look_at(given, commerce, auth, vars(auth))
        watched.look_back(given, logs)
    assert server.echoed == set()
    assert search.findings == []


ODD_TOKENS: list[tuple[str, Any]] = [
    ("dict", {"access_token": TOKEN, "expires_in": 3600}),
    ("tuple", (TOKEN, 3600)),
    ("list", [TOKEN]),
    ("bytes", TOKEN.encode()),
    ("Bearer", Bearer(TOKEN)),
    ("NoneType", None),
]


@pytest.mark.parametrize(("kind", "given"), ODD_TOKENS)
@pytest.mark.parametrize("is_async", [False, True])
async def test_a_source_that_gives_what_is_no_token_is_told_so_without_it(
    kind: str, given: Any, is_async: bool
) -> None:
    async def later() -> Any:
        return given

    source = later if is_async else lambda: given
    search = Search(PIECES)
    async with client("https://shop.invalid/api", lambda: None, source) as commerce:
        error = await caught(get, commerce)
    assert isinstance(error, AuthenticationFailed)
    assert f"gave {kind}; expected a text, or AccessToken(value, expires_in=…)" in str(error)
    search.look(kind, of_error(error))
    assert search.findings == []


@pytest.mark.parametrize(("kind", "given"), ODD_TOKENS[:-1])
def test_what_is_no_credential_is_named_by_its_type(kind: str, given: Any) -> None:
    for path, make in {
        "token": lambda: CommerceClient(token=given),
        "auth": lambda: CommerceClient(auth=given),
        "source": lambda: TokenCache(given),
        "email": lambda: Basic(given, KEY),
    }.items():
        if kind == "Bearer" and path == "auth":
            continue
        with pytest.raises(InvalidRequest, match=f"not {kind}") as refused:
            make()
        assert refused.value.path == path


@TRANSPORTS
@pytest.mark.parametrize("credential", CREDENTIALS)
@STOPS
async def test_no_credential_comes_out_of_a_call_that_is_broken_off(
    make: Callable[[], httpx.AsyncBaseTransport | None],
    credential: str,
    stop: Stop,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    search = Search(PIECES)

    async def watched(commerce: CommerceClient) -> None:
        try:
            await place(commerce)
        except BaseException as stopped:
            search.look("seen inside", of_error(stopped))
            raise

    with Echoes() as server:
        server.answer, server.issue = echoes.silent, issues(TOKEN)
        url = f"http://127.0.0.1:{server.port}/api"
        of = KEYED if credential == "ApiKey" else with_token_host(url)
        monkeypatch.setattr(CommerceClient, "platform", of)
        async with client(url, make, CREDENTIALS[credential]()) as commerce:
            try:
                await stop(commerce, watched, lambda: server.stalled > 0)
            except BaseException as stopped:
                search.look("seen outside", of_error(stopped))
    assert search.places["sentry"] >= 1
    assert search.places["evaluated"] >= 5
    assert search.findings == []


class PlainStore:
    """A store that knows nothing of texts that hide themselves."""

    kept = b""

    async def load(self) -> str | None:
        return self.kept.decode() or None

    async def swap(self, expected: str | None, new: str | None) -> bool:
        self.kept = bytes(str(new or ""), "ascii")
        return True


async def test_no_token_of_a_session_comes_out_where_it_cannot_be_renewed() -> None:
    works = True

    async def login() -> Session:
        if works:
            return Session(TOKEN, REFRESH)
        raise AuthenticationFailed("no")

    async def refresh(refresh_token: str) -> Session:
        raise OSError(refresh_token)

    search = Search(PIECES)
    with EveryLogger() as logs:
        cache = SessionCache(login, refresh, store=PlainStore())
        cache.forget(await cache.header(SYSTEM_CLOCK))
        works = False
        with pytest.raises(AuthenticationFailed) as failed:
            await cache.header(SYSTEM_CLOCK)
        search.look("renewal", of_error(failed.value))
        search.look("renewal", of_value(vars(cache)))
    search.look("renewal", iter(logs.heard))
    assert search.places["log of commerce_sdk"] == 1
    assert search.findings == []


def test_every_credential_goes_by_a_proxy() -> None:
    assert {each for some in BY_PROXY.values() for each in some} == CREDENTIALS.keys()


def test_every_error_is_tried_or_excused_by_name() -> None:
    def below(kind: type[CommerceError]) -> set[type[CommerceError]]:
        return {kind}.union(*(below(each) for each in kind.__subclasses__()))

    ours = {kind for kind in below(CommerceError) if kind.__module__.startswith("commerce_sdk")}
    assert ours - EXCUSED.keys() == {case.error for case in CASES}


def test_what_shows_a_secret_is_found() -> None:
    def fails(header: str) -> None:
        try:
            raise ValueError(header)
        except ValueError as fault:
            raise CommerceError("it failed") from fault

    search = Search(PIECES)
    with pytest.raises(CommerceError) as found:
        fails(f"Bearer {TOKEN}")
    search.look("", of_error(found.value))
    shown = {finding.split(":")[0].strip(", ") for finding in search.findings}
    assert shown >= {"str", "repr", "rich", "traceback", "rich traceback", "sentry"}
