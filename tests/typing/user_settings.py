"""Everything that a client can be given, as the docs give it. Checked, never run."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Literal, Self, assert_type

import httpx

from commerce_sdk import (
    UNSET,
    AccessToken,
    AdminClient,
    AiohttpTransport,
    ApiKey,
    AuthLike,
    Basic,
    Bearer,
    Buckets,
    CallNext,
    ClientCredentials,
    Clock,
    CommerceClient,
    CommerceLayerClient,
    Deadline,
    EndEvent,
    Hooks,
    Limiter,
    LocalLimiter,
    Login,
    MemorySessionStore,
    Middleware,
    MiddlewareCall,
    MiddlewareReply,
    PollEvent,
    RedisLimiter,
    RequestEvent,
    ResponseEvent,
    RetryEvent,
    RetryPolicy,
    Session,
    SessionCache,
    SessionStore,
    StorefrontClient,
    SystemClock,
    TokenCache,
    WaitEvent,
)
from commerce_sdk.sandbox import ManualClock, Sandbox


async def token() -> str:
    return "…"


async def ending_token() -> AccessToken:
    return AccessToken("…", expires_in=3600)


async def log_in() -> Session:
    return Session("…", "…", 3600)


async def refresh(refresh_token: str) -> Session:
    return Session(refresh_token, "…", expires_in=3600)


class Kept:
    """A store of the service's own."""

    def __init__(self, user: str) -> None:
        self.user = user
        self.text: str | None = None

    async def load(self) -> str | bytes | None:
        return self.text

    async def swap(self, expected: str | None, new: str | None) -> bool:
        if self.text != expected:
            return False
        self.text = new
        return True


class Signed:
    """A credential of the service's own."""

    kind = "bearer"

    def __init__(self, name: str) -> None:
        self.name = name
        self.renewable = False

    @property
    def identity(self) -> str | None:
        return self.name

    async def header(self, clock: Clock) -> str:
        return f"Bearer {self.name} {clock.time()}"

    def forget(self, header: str) -> None: ...


class Constant:
    """One whose facts are of its class."""

    renewable = False
    identity = None

    async def header(self, clock: Clock) -> str:
        return "Bearer …"

    def forget(self, header: str) -> None: ...


class Slow:
    """A clock of a test's own."""

    def monotonic(self) -> float:
        return 0.0

    def time(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None: ...


class Signing:
    async def __call__(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        assert_type(call.headers, tuple[tuple[str, str], ...])
        assert_type(call.body, bytes | None)
        return await call_next(headers={"x-signature": call.call_id})

    async def method(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        return await call_next()


async def passing(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    reply = await call_next()
    assert_type(reply.status, int)
    return reply


def named(name: str) -> Middleware:
    async def named(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        return await call_next({"x-name": name})

    return named


def opened(auth: AuthLike, name: str) -> CommerceClient:
    return CommerceClient(auth=auth, transaction_account=name)


def credentials() -> Sequence[CommerceClient]:
    store: SessionStore = Kept("jane")
    return [
        CommerceClient(token="…"),
        CommerceClient(auth=Bearer("…")),
        CommerceClient(auth=Basic("jane@example.com", "…")),
        CommerceClient(auth=ApiKey("…")),
        CommerceClient(auth=token),
        CommerceClient(auth=ending_token),
        CommerceClient(auth=lambda: "…"),
        CommerceClient(auth=lambda: AccessToken("…", expires_in=60)),
        CommerceClient(auth=TokenCache(token)),
        CommerceClient(auth=TokenCache(ending_token, name="billing")),
        CommerceClient(auth=TokenCache(lambda: "…")),
        CommerceClient(auth=SessionCache(log_in, refresh)),
        CommerceClient(auth=SessionCache(log_in, refresh, store=store, name="…", owner="jane")),
        CommerceClient(auth=SessionCache(log_in, refresh, store=MemorySessionStore(), owner=token)),
        CommerceClient(auth=ClientCredentials("…", "…", token_url="…")),
        CommerceClient(auth=Signed("…")),
        CommerceClient(auth=Constant()),
        opened(Signed("…"), "…"),
        opened(token, "…"),
        CommerceClient(token=None, auth=Bearer("…"), transaction_account=None),
    ]


def other_credentials(shared: ClientCredentials) -> None:
    StorefrontClient(base_url="…", auth=Login("…", "…"))
    StorefrontClient(base_url="…", auth=Login("…", "…", remember=True, store=Kept("jane")))
    StorefrontClient(base_url="…", auth=ApiKey("…"))
    StorefrontClient(base_url="…", token="…", tier="enterprise")
    AdminClient(token="…", organization="…")
    AdminClient(auth=Basic("…", "…"), organization="…")
    AdminClient(auth=TokenCache(ending_token), organization="…")
    CommerceLayerClient(client_id="…", client_secret="…", tier="higher")
    CommerceLayerClient(client_id="…", client_secret="…", base_url="…", token_url="…")
    CommerceLayerClient(auth=shared)
    CommerceLayerClient(token="…")


class Counting:
    """A limiter of the service's own, over the SDK's."""

    scope = None
    crosses_processes = False

    def __init__(self) -> None:
        self.within: Limiter = LocalLimiter("account")
        self.waited = 0.0

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        began = clock.monotonic()
        place = await self.within.acquire(buckets, deadline, clock)
        self.waited += clock.monotonic() - began
        return place

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        await self.within.release(buckets, place, clock, sent=sent)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        await self.within.pause(buckets, seconds, clock)


def limiters() -> list[CommerceClient]:
    own: Limiter = LocalLimiter()
    shared: Limiter = RedisLimiter("redis://localhost", processes=4, scope="credential")
    assert_type(LocalLimiter().scope, Literal["credential", "account", "address"] | None)
    return [
        CommerceClient(token="…", limiter=LocalLimiter()),
        CommerceClient(token="…", limiter=LocalLimiter(scope="account")),
        CommerceClient(token="…", limiter=RedisLimiter("redis://localhost", away="closed")),
        CommerceClient(token="…", limiter=Counting()),
        CommerceClient(token="…", limiter=own),
        CommerceClient(token="…", limiter=shared),
        CommerceClient(token="…", limiter=None),
        CommerceClient(token="…", limiter=UNSET),
    ]


def told(event: RequestEvent | ResponseEvent | RetryEvent | WaitEvent | PollEvent) -> None:
    assert_type(event.call_id, str | None)


def ended(event: EndEvent) -> None:
    assert_type(event.error, str | None)


def hooks() -> Hooks:
    lines: list[str] = []
    return Hooks(
        request=lambda event: lines.append(event.operation),
        response=told,
        retry=told,
        wait=told,
        poll=told,
        end=ended,
    )


def answer(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json={})


def transports(sandbox: Sandbox) -> list[CommerceClient]:
    return [
        CommerceClient(token="…", transport=httpx.MockTransport(answer)),
        CommerceClient(token="…", transport=httpx.AsyncHTTPTransport(retries=0)),
        CommerceClient(token="…", transport=AiohttpTransport()),
        CommerceClient(token="…", transport=httpx.ASGITransport(app=sandbox)),
        CommerceClient(token="…", transport=None),
    ]


def clocks() -> list[CommerceClient]:
    clock: Clock = SystemClock()
    return [
        CommerceClient(token="…", clock=clock),
        CommerceClient(token="…", clock=SystemClock()),
        CommerceClient(token="…", clock=ManualClock()),
        CommerceClient(token="…", clock=Slow()),
    ]


def retries() -> list[RetryPolicy | None]:
    return [None, RetryPolicy(), RetryPolicy(attempts=3)]


def everything(layers: Sequence[Middleware]) -> None:
    CommerceClient(token="…", middleware=[Signing(), Signing().method, passing, named("…")])
    CommerceClient(token="…", middleware=(passing,))
    CommerceClient(token="…", middleware=layers)
    for retry in retries():
        CommerceClient(token="…", retry=retry, hooks=hooks(), deadline=None, attempt_timeout=5)


def from_the_environment() -> None:
    assert_type(CommerceClient.from_env(), CommerceClient)
    assert_type(AdminClient.from_env(), AdminClient)
    assert_type(StorefrontClient.from_env(), StorefrontClient)
    assert_type(CommerceLayerClient.from_env(), CommerceLayerClient)
    CommerceClient.from_env(transaction_account="…", limiter=LocalLimiter(), retry=None)
    AdminClient.from_env(auth=Basic("…", "…"), organization="…", deadline=None)
    StorefrontClient.from_env(auth=Login("…", "…"), tier="enterprise", base_url="…")
    CommerceLayerClient.from_env(client_id="…", client_secret="…", hooks=hooks())


def clones(
    commerce: CommerceClient,
    admin: AdminClient,
    shop: StorefrontClient,
    layer: CommerceLayerClient,
) -> None:
    assert_type(commerce.with_options(deadline=None, retry=RetryPolicy()), CommerceClient)
    assert_type(admin.with_options(attempt_timeout=5).for_organization("…"), AdminClient)
    assert_type(shop.with_options(retry=None), StorefrontClient)
    assert_type(layer.with_options(deadline=UNSET), CommerceLayerClient)


@asynccontextmanager
async def shared_by_a_service() -> AsyncGenerator[CommerceClient]:
    async with CommerceClient.from_env() as commerce:
        assert_type(commerce, CommerceClient)
        yield commerce


class Service:
    """One that owns a client as its own part."""

    def __init__(self, make: Callable[[], CommerceClient] = CommerceClient.from_env) -> None:
        self.commerce = make()

    async def __aenter__(self) -> Self:
        await self.commerce.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.commerce.aclose(grace=None)


def by_name(settings: Mapping[str, Callable[[], Awaitable[str]]]) -> dict[str, CommerceClient]:
    return {name: CommerceClient(auth=source) for name, source in settings.items()}
