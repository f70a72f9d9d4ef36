"""What a kind of call is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import attrs

from commerce_sdk.runtime.platform_client import PlatformClient

DEADLINE = 8.0


async def nothing(_: Any) -> None:
    return None


async def _no_settings(url: str) -> dict[str, Any]:
    return {}


@attrs.frozen
class Side:
    """A platform. `client` makes a client of it, given the address of the server that serves all."""

    client: Callable[..., PlatformClient]


@attrs.frozen
class Kind:
    """A kind of call. `begin` makes what it is about, past the faults; `call` makes the call and
    checks what it answers; `applied` asks the platform, past the faults, whether it happened. What
    is `once` is never sent again but where it surely was not sent. Faults strike the first request
    of each of the `methods`; orders show `late`, in seconds. `settings` are those of the client that
    meets the faults, given the address past them. One that `goes_on` is right the next time, however
    it ended. `unclear` is the error of one whose connection broke, so that nobody knows."""

    side: Side
    name: str
    method: str
    call: Callable[[Any, Any], Awaitable[None]]
    begin: Callable[[Any], Awaitable[Any]]
    applied: Callable[[Any, Any], Awaitable[bool]] | None = None
    once: bool = False
    looks_fail: bool = False
    late: float = 0.0
    settings: Callable[[str], Awaitable[dict[str, Any]]] = _no_settings
    goes_on: bool = False
    unclear: str = "ConnectionFailed"

    @property
    def methods(self) -> tuple[str, ...]:
        return (self.method, "GET") if self.looks_fail else (self.method,)
