"""Which credential goes where is the document's word: by each scheme, none for a login, and what fits
no scheme of an operation is refused before anything is sent."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import (
    AccessToken,
    ApiKey,
    Basic,
    Bearer,
    CallNext,
    Hooks,
    InvalidRequest,
    MiddlewareCall,
    MiddlewareReply,
    RetryPolicy,
    TokenCache,
    Unauthenticated,
)
from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import Platform, Request
from commerce_sdk.runtime.core import Core
from commerce_sdk.sandbox import ManualClock
from tests.codegen.golden.shop import PLATFORM
from tests.codegen.golden.shop.api.access import get_stock, log_in
from tests.codegen.golden.shop.api.bills import create_plan, list_bills
from tests.codegen.golden.shop.models import LoginInput, PlanInput
from tests.support.shop import SECRET, shop, shop_client
from tests.support.shop_kinds import AT_ONCE
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio
LOGIN = log_in.build(body=LoginInput(email="a@b.c", password="p"))
PLAN = create_plan.build(body=PlanInput(currency="USD", tiers=[]))
ONCE_MORE = RetryPolicy(first_pause=0.001, pause_cap=0.002)


class Recorder:
    """Answers 200, and keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.sent.append(request)
        return httpx.Response(200, json={})

    def credentials(self) -> list[dict[str, str]]:
        names = ("authorization", "x-shop-key")
        return [
            {name: sent.headers[name] for name in names if name in sent.headers}
            for sent in self.sent
        ]


def never() -> str:
    raise AssertionError("a credential was asked for where none is taken")


@pytest.mark.parametrize(
    ("auth", "request_", "header"),
    [
        (Bearer("t"), list_bills.build(), {"authorization": "Bearer t"}),
        (Basic("a@b.c", "t"), list_bills.build(), {"authorization": "Basic YUBiLmM6dA=="}),
        (lambda: "t", list_bills.build(), {"authorization": "Bearer t"}),
        (ApiKey(" k+e/y == "), get_stock.build(), {"x-shop-key": "k+e/y =="}),
        *(
            (auth, LOGIN, {})
            for auth in (None, Bearer("t"), Basic("a@b.c", "t"), ApiKey("k"), never)
        ),
    ],
)
async def test_a_credential_goes_where_the_document_says(
    auth: Any, request_: Request[Any], header: dict[str, str]
) -> None:
    recorder = Recorder()
    async with shop(recorder, auth) as core:
        await core.ask(request_)
        await core.ask(request_)
    assert recorder.credentials() == [header, header]


@pytest.mark.parametrize(
    ("auth", "request_", "complaint"),
    [
        (
            ApiKey(SECRET),
            list_bills.build(),
            "list_bills takes Bearer or Basic, and was given ApiKey",
        ),
        (ApiKey(SECRET), PLAN, "create_plan takes Bearer or Basic, and was given ApiKey"),
        (None, list_bills.build(), "list_bills takes Bearer or Basic, and was given nothing"),
        (None, get_stock.build(), "get_stock takes ApiKey, and was given nothing"),
        (Bearer(SECRET), get_stock.build(), "get_stock takes ApiKey, and was given Bearer"),
        (Basic(SECRET, SECRET), get_stock.build(), "get_stock takes ApiKey, and was given Basic"),
        (never, get_stock.build(), "get_stock takes ApiKey, and was given TokenCache"),
    ],
)
async def test_what_fits_no_scheme_is_refused_unsent(
    auth: Any, request_: Request[Any], complaint: str
) -> None:
    recorder = Recorder()
    async with shop(recorder, auth, retry=ONCE_MORE) as core:
        for _ in range(2):
            with pytest.raises(InvalidRequest) as refused:
                await core.ask(request_)
            assert str(refused.value) == f"auth: {complaint}"
            assert not any(attempt.sent for attempt in refused.value.attempts)
            assert len(refused.value.attempts) == 1
            assert refused.value.maybe_applied is (False if request_ is PLAN else None)
    assert recorder.sent == []


class Own:
    """A credential that a user wrote."""

    renewable = True
    identity = "me"

    def __init__(self) -> None:
        self.forgotten: list[str] = []

    async def header(self, clock: Clock) -> str:
        return "Own thing"

    def forget(self, header: str) -> None:
        self.forgotten.append(header)


class OwnKey(Own):
    kind = "api-key"


async def test_a_credential_of_a_users_own_goes_on_working() -> None:
    recorder = Recorder()
    async with shop(recorder, Own()) as core:
        await core.ask(list_bills.build())
        await core.ask(LOGIN)
        with pytest.raises(InvalidRequest, match="get_stock takes ApiKey, and was given Own"):
            await core.ask(get_stock.build())
    async with shop(recorder, OwnKey()) as core:
        await core.ask(get_stock.build())
    assert recorder.credentials() == [
        {"authorization": "Own thing"},
        {},
        {"x-shop-key": "Own thing"},
    ]


@pytest.mark.parametrize("key", ["", " ", "k\n", "é", None, 7], ids=repr)
def test_what_cannot_be_a_key_is_refused_by_name(key: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"^key: "):
        ApiKey(key)


def test_a_key_is_a_value_that_hides_itself() -> None:
    key = ApiKey(SECRET)
    assert repr(key) == "ApiKey()"
    assert pickle.loads(pickle.dumps(key)) == key == ApiKey(SECRET)
    assert key.identity == ApiKey(SECRET).identity != ApiKey("other").identity
    assert SECRET not in key.identity


async def test_a_key_is_shown_under_no_name_of_a_header() -> None:
    told: list[Any] = []
    schemes = tuple(
        replace(scheme, header="X-Request-Id") if scheme.kind == "api-key" else scheme
        for scheme in PLATFORM.schemes
    )
    hooks = Hooks(request=told.append)
    recorder = Recorder()
    platform = replace(PLATFORM, schemes=schemes)
    async with shop(recorder, ApiKey(SECRET), platform=platform, hooks=hooks) as core:
        await core.ask(get_stock.build())
    assert recorder.sent[0].headers["x-request-id"] == SECRET
    assert "accept" in told[0].headers
    assert "x-request-id" not in told[0].headers


# --- what a 401 means


class Issuer:
    def __init__(self, lifetime: float | None) -> None:
        self.lifetime = lifetime
        self.asked = 0

    def __call__(self) -> AccessToken:
        self.asked += 1
        return AccessToken(f"t{self.asked}", expires_in=self.lifetime)


class Gate:
    """Takes the tokens that it is told of; `meanwhile` happens before each of its answers."""

    def __init__(self, *taken: str, meanwhile: Callable[[], object] = lambda: None) -> None:
        self.taken = {f"Bearer {token}" for token in taken}
        self.meanwhile = meanwhile
        self.seen: list[str] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.seen.append(request.headers.get("authorization", "none"))
        self.meanwhile()
        return httpx.Response(200 if self.seen[-1] in self.taken else 401, json={})


async def refused(core: Core, request: Request[Any]) -> Unauthenticated:
    with pytest.raises(Unauthenticated) as error:
        await core.ask(request)
    return error.value


@pytest.mark.parametrize("lifetime", [3600, None])
@pytest.mark.parametrize("request_", [list_bills.build(), PLAN], ids=["read", "write"])
async def test_where_a_401_may_mean_not_allowed_a_token_that_is_good_is_kept(
    lifetime: float | None, request_: Request[Any]
) -> None:
    issuer, gate = Issuer(lifetime), Gate()
    async with shop(gate, TokenCache(issuer), retry=ONCE_MORE) as core:
        for _ in range(2):
            error = await refused(core, request_)
            assert error.renewable is False
            assert len(error.attempts) == 1
            assert error.maybe_applied is (False if request_ is PLAN else None)
    assert gate.seen == ["Bearer t1", "Bearer t1"]
    assert issuer.asked == 1


@pytest.mark.parametrize("request_", [list_bills.build(), PLAN], ids=["read", "write"])
async def test_where_it_may_mean_that_one_that_has_ended_on_its_way_is_renewed(
    request_: Request[Any],
) -> None:
    manual = ManualClock()
    issuer, gate = Issuer(3600), Gate("t2", meanwhile=lambda: manual.advance(3600))
    async with shop(gate, issuer, clock=VirtualClock(manual), deadline=None, retry=ONCE_MORE) as it:
        await it.ask(request_)
    assert gate.seen == ["Bearer t1", "Bearer t2"]
    assert issuer.asked == 2


class Sleeper(VirtualClock):
    """Of a machine that was put to sleep: the calendar has gone on, its own clock has not."""

    slept_through = 0.0

    def time(self) -> float:
        return super().time() + self.slept_through


async def test_a_machine_that_slept_finds_by_the_calendar_that_a_token_has_ended() -> None:
    clock = Sleeper(ManualClock())
    issuer, gate = Issuer(3600), Gate("t2")
    async with shop(gate, issuer, clock=clock, retry=ONCE_MORE) as core:
        await refused(core, list_bills.build())
        clock.slept_through = 3600
        await core.ask(list_bills.build())
    assert gate.seen == ["Bearer t1", "Bearer t1", "Bearer t2"]


@pytest.mark.parametrize("request_", [list_bills.build(), PLAN], ids=["read", "write"])
async def test_where_a_401_means_expired_a_token_is_renewed_whatever_its_end(
    request_: Request[Any],
) -> None:
    issuer, gate = Issuer(3600), Gate("t2")
    async with shop(gate, issuer, platform=AT_ONCE, retry=ONCE_MORE) as core:
        await core.ask(request_)
        gate.taken.clear()
        error = await refused(core, request_)
    assert error.renewable is True
    assert gate.seen == ["Bearer t1", "Bearer t2", "Bearer t2", "Bearer t3"]


@pytest.mark.parametrize(("platform", "times"), [(PLATFORM, 1), (AT_ONCE, 2)])
async def test_a_credential_of_a_users_own_is_renewed_by_the_rule(
    platform: Platform, times: int
) -> None:
    own, gate = Own(), Gate()
    async with shop(gate, own, platform=platform, retry=ONCE_MORE) as core:
        await refused(core, list_bills.build())
    assert gate.seen == ["Own thing"] * times
    assert own.forgotten == (["Own thing"] * 2 if times == 2 else [])


@pytest.mark.parametrize("platform", [PLATFORM, AT_ONCE])
async def test_a_login_that_is_refused_says_nothing_of_the_credential(platform: Platform) -> None:
    own, gate = Own(), Gate()
    async with shop(gate, own, platform=platform, retry=ONCE_MORE) as core:
        error = await refused(core, LOGIN)
    assert gate.seen == ["none"]
    assert own.forgotten == []
    assert error.renewable is False


async def test_a_middleware_sees_no_body_of_a_login() -> None:
    seen: list[tuple[str, bytes | None, bytes | None]] = []

    async def watch(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        reply = await call_next()
        seen.append((call.operation, call.body, reply.content))
        return reply

    async with shop_client(Recorder(), middleware=[watch]) as here:
        await here.core.ask(LOGIN)
        await here.core.ask(PLAN)
    assert seen[0] == ("log_in", None, None)
    assert seen[1] == ("create_plan", PLAN.body, b"{}")
    with pytest.raises(InvalidRequest, match=r"X-Shop-Key"):
        await adding(Recorder(), "X-Shop-Key")


async def adding(answer: Recorder, header: str) -> None:
    async def add(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        return await call_next(headers={header: "1"})

    async with shop_client(answer, middleware=[add]) as here:
        await here.core.ask(PLAN)
