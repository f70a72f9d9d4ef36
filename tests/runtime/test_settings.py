"""What is given as a credential or a clock and can be none is refused when the client is made."""

from __future__ import annotations

import time
from typing import Any

import pytest

from commerce_sdk import (
    Basic,
    Bearer,
    CommerceClient,
    InvalidRequest,
    Login,
    StorefrontClient,
    TokenCache,
)
from commerce_sdk.clock import SystemClock
from commerce_sdk.sandbox import SystemClock as SandboxClock

URL = "http://127.0.0.1/v2"


class NoText:
    renewable = False
    identity = None
    kind = "basic"

    async def header(self, clock: Any) -> str:
        return "x"

    def forget(self, header: str) -> None: ...


@pytest.mark.parametrize("kind", [Login, Bearer, TokenCache, NoText, str])
def test_a_class_is_no_credential(kind: Any) -> None:
    with pytest.raises(InvalidRequest) as refused:
        StorefrontClient(base_url=URL, auth=kind)
    name = kind.__name__
    assert str(refused.value) == f"auth: {name} is a class; make one: {name}(…)"
    assert refused.value.path == "auth"


@pytest.mark.parametrize(
    ("make", "takes"),
    [
        (
            lambda auth: StorefrontClient(base_url=URL, auth=auth),
            "Login, Bearer, ApiKey, TokenCache, SessionCache or a function that gives a token",
        ),
        (
            lambda auth: CommerceClient(auth=auth),
            "Bearer, Basic, TokenCache, SessionCache or a function that gives a token",
        ),
    ],
)
@pytest.mark.parametrize("given", [("a", "b"), 5, "text"])
def test_what_is_none_is_told_what_the_platform_takes(make: Any, takes: str, given: Any) -> None:
    with pytest.raises(InvalidRequest) as refused:
        make(given)
    says = f"auth: must be {takes}, not {type(given).__name__}; a fixed token is given as token="
    assert str(refused.value) == says


@pytest.mark.parametrize("auth", [Basic("a@b.c", "t"), NoText()])
def test_a_kind_that_the_platform_has_no_scheme_of_is_refused_at_once(auth: Any) -> None:
    with pytest.raises(InvalidRequest) as refused:
        StorefrontClient(base_url=URL, auth=auth)
    assert str(refused.value).startswith("auth: must be Login, Bearer, ApiKey, ")
    assert f", not {type(auth).__name__};" in str(refused.value)


class BlockingClock(SystemClock):
    sleep = staticmethod(time.sleep)  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("clock", "wrong"),
    [
        (3, "int has no monotonic"),
        (None, "NoneType has no monotonic"),
        (SandboxClock(), "SystemClock has no monotonic"),
        (SystemClock, "SystemClock is a class; make one: SystemClock()"),
        (time, "the sleep of module is no async function"),
        (BlockingClock(), "the sleep of BlockingClock is no async function"),
        (type("Half", (SystemClock,), {"time": 5.0})(), "Half has no time"),
    ],
)
def test_what_is_no_clock_is_refused_at_once(clock: Any, wrong: str) -> None:
    for make in (
        lambda: CommerceClient(token="t", clock=clock),
        lambda: StorefrontClient(base_url=URL, auth=Login("a@b.c", "p"), clock=clock),
    ):
        with pytest.raises(InvalidRequest) as refused:
            make()
        assert refused.value.path == "clock"
        needs = "must be a Clock, with monotonic(), time() and async sleep(seconds); "
        assert str(refused.value) == f"clock: {needs}{wrong}"


def test_a_clock_of_the_callers_own_is_one() -> None:
    class Own:
        def monotonic(self) -> float:
            return 0.0

        def time(self) -> float:
            return 0.0

        async def sleep(self, seconds: float) -> None: ...

    assert CommerceClient(token="t", clock=Own())
