"""Crash reporters ask for the `repr` of what a constructor refused, half built as it is."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from importlib import import_module
from typing import Any

import pytest
from msgspec import Struct

import commerce_sdk
from commerce_sdk import (
    AccessToken,
    AdminClient,
    ApiKey,
    Basic,
    Bearer,
    ClientCredentials,
    CommerceClient,
    CommerceError,
    CommerceLayerClient,
    Hooks,
    InvalidRequest,
    LocalLimiter,
    Login,
    MiddlewareReply,
    Money,
    OrderHandle,
    RedisLimiter,
    RetryPolicy,
    Session,
    SessionCache,
    StorefrontClient,
    TokenCache,
    WaitAll,
)
from commerce_sdk._names import NAMES
from commerce_sdk.commerce.orders.intents import Intent
from commerce_sdk.document.request_model import RequestModel
from commerce_sdk.runtime.platform_client import PlatformClient
from tests.conftest import ROOT

REFUSED: dict[type, Callable[[], Any]] = {
    AdminClient: lambda: AdminClient(token="t", organization=".."),
    AccessToken: lambda: AccessToken("t", expires_in="soon"),  # type: ignore[arg-type]
    ApiKey: lambda: ApiKey(7),  # type: ignore[arg-type]
    Basic: lambda: Basic("a@b.c", None),  # type: ignore[arg-type]
    Bearer: lambda: Bearer(7),  # type: ignore[arg-type]
    ClientCredentials: lambda: ClientCredentials("a", 7),  # type: ignore[arg-type]
    CommerceClient: lambda: CommerceClient(token="t", deadline=0),
    CommerceLayerClient: lambda: CommerceLayerClient(token="t", deadline=0),
    Hooks: lambda: Hooks(request=7),  # type: ignore[arg-type]
    LocalLimiter: lambda: LocalLimiter("planet"),  # type: ignore[arg-type]
    Login: lambda: Login("a@b.c", 7),  # type: ignore[arg-type]
    RedisLimiter: lambda: RedisLimiter("redis://h", processes=0),
    RetryPolicy: lambda: RetryPolicy(attempts=0),
    Session: lambda: Session(7),  # type: ignore[arg-type]
    SessionCache: lambda: SessionCache(7, 7),  # type: ignore[arg-type]
    StorefrontClient: lambda: StorefrontClient(token="t"),
    TokenCache: lambda: TokenCache("t"),  # type: ignore[arg-type]
    WaitAll: lambda: WaitAll([7], None, None),  # type: ignore[list-item, arg-type]
}

EXCUSED = {
    *("Clock", "Limiter", "Handle", "Money", "AiohttpTransport"),  # protocols, bases, no arguments
    *("CallNext", "SessionStore", "MemorySessionStore"),
    *(
        "Deadline",
        "Download",
        "OrderHandle",
        "Paginator",
        "MiddlewareReply",
        "Provisioning",
    ),  # made by the SDK alone
}

WHOLE = (
    Struct,
    RequestModel,
    Money,
    BaseException,
    str,
    bytes,
    tuple,
    Intent,
    OrderHandle,
    MiddlewareReply,
)
"""They are never seen half built: made in one step, or by what refuses nothing."""


def classes() -> list[type]:
    """Every class of ours that has a `repr` of its own and may be seen half built."""
    for module in {*NAMES.values()}:
        import_module(module)
    for path in (ROOT / "src/commerce_sdk").rglob("*.py"):
        parts = path.relative_to(ROOT / "src").with_suffix("").parts
        if not any(part.startswith("_") or part == "sandbox" for part in parts):
            import_module(".".join(parts))
    waiting, found = [object], {object}
    while waiting:
        for kind in type.__subclasses__(waiting.pop()):
            if kind not in found:
                found.add(kind)
                waiting.append(kind)
    return sorted(
        (
            kind
            for kind in found
            if str(kind.__module__).startswith("commerce_sdk.")
            and ".sandbox" not in str(kind.__module__)
            and "__repr__" in vars(kind)
            and not issubclass(kind, WHOLE)
        ),
        key=lambda kind: kind.__qualname__,
    )


def test_every_repr_works_before_anything_is_set() -> None:
    names = []
    for kind in classes():
        try:
            assert repr(kind.__new__(kind))
        except Exception as broken:
            names.append(f"{kind.__qualname__}: {broken}")
    assert names == []
    assert {"TokenCache", "RedisLimiter", "PlatformClient"} <= {kind.__name__ for kind in classes()}


@pytest.mark.parametrize("kind", REFUSED, ids=lambda kind: kind.__name__)
def test_a_refused_constructor_leaves_what_can_be_shown(kind: type) -> None:
    with pytest.raises(InvalidRequest) as refused:
        REFUSED[kind]()
    shown = 0
    for frame, _ in traceback.walk_tb(refused.value.__traceback__):
        for value in frame.f_locals.values():
            assert isinstance(repr(value), str)
            shown += isinstance(value, kind)
    assert shown >= 1 or issubclass(kind, PlatformClient)
    told = traceback.TracebackException.from_exception(refused.value, capture_locals=True)
    assert "".join(told.format())


def test_every_public_class_that_may_refuse_is_tried() -> None:
    public = {getattr(commerce_sdk, name) for name in NAMES}
    own = {
        kind
        for kind in public
        if isinstance(kind, type)
        and not issubclass(kind, CommerceError)
        and kind.__module__.startswith("commerce_sdk.")
        and ("__post_init__" in vars(kind) or "__init__" in vars(kind))
    }
    assert {kind.__name__ for kind in own - REFUSED.keys()} == EXCUSED
