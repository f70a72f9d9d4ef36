"""What each kind of call does about each fault of the network. `python -m tests.runtime.fault_table`
writes docs/faults.md; the tests hold it against what happens."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import anyio
from starlette.types import Receive, Scope, Send

from commerce_sdk import AiohttpTransport, CommerceError, RetryPolicy, defaults
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.sandbox import storefront_platform
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.faults import (
    Bomb,
    CloseWhileIdle,
    CutAfterApplying,
    CutBeforeApplying,
    CutChunked,
    CutInAnswer,
    CutWithoutLength,
    Drip,
    Fault,
    Garbage,
    HalfClose,
    ResetAtAccept,
    Silence,
    SlowAccept,
)
from tests.runtime.faults.admin import ADMIN_KINDS, PREFIX, organization
from tests.runtime.faults.commerce import COMMERCE_KINDS, commerce
from tests.runtime.faults.commerce_layer import (
    LAYER_KINDS,
    PREFIX as LAYER,
    TOKENS,
    CommerceLayer,
)
from tests.runtime.faults.kind import DEADLINE, Kind
from tests.runtime.faults.storefront import STOREFRONT_KINDS
from tests.support.clients import open_connections
from tests.support.metronome import metronome
from tests.support.servers import Served, served

PAGE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
USUAL: dict[str, Any] = {
    "retry": RetryPolicy(attempts=3, first_pause=0.01, pause_cap=0.02),
    "deadline": DEADLINE,
    "limiter": None,
}
BRIEF = {"attempt_timeout": 0.8}
"""Of faults that are waited for. What else there is ends by itself, on a slow machine later."""
ENDS = {"deadline": 0.5, "attempt_timeout": None}
CAP = 1024 * 1024
"""What an answer may unpack to here: a bomb of the size that is refused elsewhere takes a good part
of a second to unpack, for each kind of call."""
KINDS = [*COMMERCE_KINDS, *STOREFRONT_KINDS, *ADMIN_KINDS, *LAYER_KINDS]

FAULTS: dict[str, tuple[Fault, dict[str, Any]]] = {
    "reset at accept": (ResetAtAccept(), {}),
    "slow accept": (SlowAccept(0.05), {}),
    "FIN without an answer, not acted": (CutBeforeApplying(), {}),
    "FIN without an answer, acted": (CutAfterApplying(), {}),
    "reset after the request, not acted": (CutBeforeApplying(reset=True), {}),
    "reset after the request, acted": (CutAfterApplying(reset=True), {}),
    "reset in the body": (CutInAnswer(reset=True), {}),
    "short body": (CutInAnswer(), {}),
    "half-close in the body": (HalfClose(), {}),
    "cut chunked": (CutChunked(), {}),
    "no length, and cut": (CutWithoutLength(), {}),
    "garbage": (Garbage(), {}),
    # Of megabytes. More than an answer may unpack to here.
    "decompression bomb": (Bomb(2), {}),
    "closed while idle": (CloseWhileIdle(), {}),
    "silence": (Silence(600), BRIEF),
    "drip": (Drip(0.03), BRIEF),
    "silence until the deadline": (Silence(600), ENDS),
    "drip until the deadline": (Drip(0.03), ENDS),
}


@contextmanager
def capped() -> Iterator[None]:
    usual = defaults.MAX_BODY_BYTES
    defaults.MAX_BODY_BYTES = CAP
    try:
        yield
    finally:
        defaults.MAX_BODY_BYTES = usual


class Platforms:
    """All platforms at one address, each in its own world."""

    def __init__(self) -> None:
        self.commerce = commerce()
        layer = CommerceLayer()
        self._others = {
            "/storefront/": Server({"/storefront": storefront_platform(limits=False)}),
            f"{PREFIX}/": organization(),
            f"{LAYER}/": layer,
            TOKENS: layer,
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"].removeprefix("/_sandbox")
        others = (each for prefix, each in self._others.items() if path.startswith(prefix))
        await next(others, self.commerce)(scope, receive, send)


def platform() -> Platforms:
    return Platforms()


_EITHER = "`{}`, maybe applied or right, where it came before the first byte"
"""Which of them it is the network decides, not the client."""


async def outcome(
    running: Served, kind: Kind, fault: str, transport: Callable[[], Any] = lambda: None
) -> str:
    """What a call of a kind does about a fault, in the words of the page. Whatever it is, it ends
    though the fault does not, and is true of the platform."""
    for times in (1, 2, 4, 8, 16):
        with suppress(NotStruck):
            return await _outcome(running, kind, fault, transport(), times)
    raise AssertionError("the fault did not strike")


class NotStruck(Exception):
    """A machine so slow that the time that a fault is waited for was over before it came to it."""


async def _outcome(running: Served, kind: Kind, fault: str, transport: Any, times: int) -> str:
    breaks, settings = FAULTS[fault]
    settings = {name: seconds and seconds * times for name, seconds in settings.items()}
    either = _EITHER.format(kind.unclear)
    own = await kind.settings(running.url)  # whose session it is, its address says too
    async with kind.side.client(running.direct, **USUAL) as past:
        subject = await kind.begin(past)
        running.sandbox.commerce.switches.visible_after = kind.late
        for method in kind.methods:
            running.proxy.plan(breaks, method=method)
        struck = running.proxy.struck
        given = {**USUAL, **own, **settings, "transport": transport}
        async with kind.side.client(running.url, **given) as client:
            error = None
            async with metronome() as taken:
                try:
                    with anyio.fail_after(120):
                        await kind.call(client, subject)
                except CommerceError as raised:
                    error = raised
            _nothing_left_behind(client)
            running.proxy.forget()
            if kind.goes_on:
                await kind.call(client.with_options(deadline=DEADLINE), subject)
        if running.proxy.struck == struck:
            raise NotStruck
        # What gets over the first fault without a look has none for the second to strike.
        assert running.proxy.struck - struck <= len(kind.methods), "it struck too often"
        within = kind.within or settings.get("deadline", DEADLINE)
        assert taken.seconds < within + 1, f"it took {taken.seconds:.1f} s"
        applied = await kind.applied(past, subject) if kind.applied is not None else None
    if error is None:
        assert applied in (True, None), "it said that it was done, and it was not"
        return either if fault == "reset at accept" and kind.once else "right"
    assert error.operation
    assert error.attempts
    words = f"`{type(error).__name__}`"
    if kind.applied is None:
        assert error.maybe_applied is None
        return words
    assert error.maybe_applied in (True, False)
    assert not (applied and error.maybe_applied is False), "it said surely not, and it was"
    words = f"{words}, {'maybe' if error.maybe_applied else 'surely not'} applied"
    if fault == "reset at accept" and words == either.partition(" or ")[0]:
        return either
    return words


def _nothing_left_behind(client: PlatformClient) -> None:
    transport: Any = client._core.pipeline.transport
    pool = transport._pool
    assert len(open_connections(client)) <= 1, "a connection was left behind"
    assert len(pool._idle) == len(pool._made), "a connection was not given back"
    assert transport._free.value == defaults.MAX_CONNECTIONS
    if isinstance(pool._given, AiohttpTransport):
        assert not pool._given._session._connector._acquired  # type: ignore[union-attr]
    elif pool._given is not None:
        assert len(pool._given._pool.connections) <= 1
        assert not pool._given._pool._requests


async def table() -> dict[tuple[str, str], str]:
    results = {}
    with capped(), served(platform(), "") as running:
        for kind, fault in itertools.product(KINDS, FAULTS):
            try:
                results[kind.name, fault] = await outcome(running, kind, fault)
            except AssertionError as wrong:
                raise AssertionError(f"{kind.name}, {fault}") from wrong
    return results


_INTRODUCTION = """\
# Faults of the network

What a call does when the network breaks under it, once, as measured with the fault proxy that comes
with the sandbox. Each cell was seen on asyncio and on trio; `tests/runtime/test_fault_table.py` holds
this page against what happens. Whatever happens, it happens within the deadline.

`result()` and the order of a [journey](journeys.md) have more time than one call: where that one's
deadline ends, another follows, until `result()` has used up its own or the time to order is over.

**right**: the call gets over it and gives the right result; a write has happened exactly once. An
error says by `maybe_applied` whether a write may have happened. The writes of prices, the orders of
the storefront and the provisioning of the administration have no key that would make a second
request the same, so they are never sent twice, and an unclear end is the caller's to look into; so
are those of Commerce Layer. What is created there with a `reference=` is looked for by it, until the
deadline where it is not there (here 1.2 seconds). A change of an order's status is looked for before
it is sent again. A login, a refresh and a client's token are what a call needs first: a refresh that
is lost is followed by a login, and after whatever end the next call is right.

"""


def page(results: dict[tuple[str, str], str]) -> str:
    groups: dict[tuple[str, ...], list[str]] = {}
    for kind in KINDS:
        column = tuple(results[kind.name, fault] for fault in FAULTS)
        groups.setdefault(column, []).append(kind.name)
    lines = [
        "| fault | " + " | ".join(", ".join(names) for names in groups.values()) + " |",
        "|---" * (len(groups) + 1) + "|",
    ]
    for row, fault in enumerate(FAULTS):
        lines.append(f"| {fault} | " + " | ".join(column[row] for column in groups) + " |")
    return _INTRODUCTION + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(anyio.run(table)), encoding="utf-8")
    print(f"wrote {PAGE.name}", file=sys.stderr)
