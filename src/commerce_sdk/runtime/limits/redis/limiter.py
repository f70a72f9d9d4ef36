"""The limiter of the processes that name the same Redis server. asyncio only."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Literal, Self

import sniffio

from commerce_sdk.clock import Clock
from commerce_sdk.document.operation import LimitScope
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.runtime.checks import count
from commerce_sdk.runtime.limits.local import Buckets, known_scope
from commerce_sdk.runtime.limits.redis.connection import Address
from commerce_sdk.runtime.limits.redis.lines import Lines
from commerce_sdk.runtime.limits.redis.link import Link
from commerce_sdk.runtime.limits.redis.share import Share
from commerce_sdk.secret import hide
from commerce_sdk.value import OfThisProcess

Away = Literal["share", "closed"]


class RedisLimiter(OfThisProcess):
    """Keeps the published limits of all processes that name the same Redis server.

        async with RedisLimiter("redis://limits.internal:6379/0", processes=4) as limiter:
            async with …Client.from_env(limiter=limiter) as client: …

    Needs `commerce-sdk[redis]` and asyncio; a client that runs on trio is refused. Keys hold a hash
    of server, credential (or account) and bucket, nothing that is secret. Every moment is the
    Redis server's own, so hosts whose clocks differ cannot pass a limit.

    Args:
        url: As redis-py takes it: `redis://`, `rediss://` or `unix://`. A password in it is hidden.
        scope: Whose calls count together: those of one `credential`, of one `account`, or all that
            come from one `address`, which is then that of all processes; left out, as the
            platform's document says. With a credential that renews itself,
            `TokenCache(…, name=…)` says which it is.
        away: What to do while Redis cannot be reached. `share`: keep a share of each limit here,
            one part in `processes`. `closed`: refuse calls with `ConnectionFailed`, unsent.
        processes: How many processes share the limits; needed for `share`.

    Raises:
        InvalidRequest: a setting that cannot be right.
    """

    _instead = "make one in each process, of the same address"

    crosses_processes = True

    def __init__(
        self,
        url: str,
        *,
        scope: LimitScope | None = None,
        away: Away = "share",
        processes: int | None = None,
    ) -> None:
        url = hide(url)
        if not isinstance(url, str):
            raise InvalidRequest("must be a text, as in redis://host:6379/0", path="url")
        if away not in ("share", "closed"):
            raise InvalidRequest("must be 'share' or 'closed'", path="away")
        if processes is not None:
            count(processes, "processes")
        elif away == "share":
            raise InvalidRequest(
                "is needed for away='share': how many processes keep the limits together",
                path="processes",
            )
        self.scope: LimitScope | None = known_scope(scope)
        self._away = away
        self._processes = processes
        self._address = Address(url)  # a wrong one is said at once, and nothing is sent yet
        self._share = Share(processes)
        self._loops: dict[asyncio.AbstractEventLoop, _Loop] = {}

    def _here(self) -> _Loop:
        if sniffio.current_async_library() != "asyncio":
            raise InvalidRequest(
                "RedisLimiter works under asyncio only; under trio use LocalLimiter",
                path="limiter",
            )
        loop = asyncio.get_running_loop()
        if loop not in self._loops:
            for known in [known for known in self._loops if known.is_closed()]:
                del self._loops[known]
            self._loops[loop] = _Loop(self._address, self._share, self._away, self._processes)
        return self._loops[loop]

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket and return its name."""
        return await self._here().lines.acquire(tuple(buckets.items()), deadline, clock)

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back. Redis is told meanwhile."""
        self._share.release(buckets, clock, sent=sent)
        self._here().link.ended(place, tuple(buckets.items()), sent=sent)

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody goes before, in any process. Redis is told before
        it is asked for anything again."""
        self._share.pause(buckets, seconds, clock)
        self._here().link.pause(tuple(buckets.items()), seconds)

    async def aclose(self) -> None:
        """Tell Redis what there is to tell, and close the connection of this event loop."""
        here = self._loops.get(asyncio.get_running_loop())
        if here is not None:
            await here.link.aclose()

    async def __aenter__(self) -> Self:
        if self._here().link.is_closed:
            del self._loops[asyncio.get_running_loop()]
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self.aclose()

    def __repr__(self) -> str:
        # Reporters ask for it also where a setting was refused.
        return f"RedisLimiter(scope={vars(self).get('scope')!r}, away={vars(self).get('_away')!r})"


class _Loop:
    """What there is of it in one event loop."""

    def __init__(self, address: Address, share: Share, away: Away, processes: int | None) -> None:
        def lost(fault: Exception) -> None:
            what = "calls are refused until it is back"
            if away == "share":
                what = f"one part in {processes} of each limit is kept here until it is back"
            LOGGER.warning("the limiter's Redis is away (%s): %s", type(fault).__name__, what)
            share.begin(self.link.calls.counts(self.link.now()))

        self.link = Link(address, lost)
        self.lines = Lines(self.link, share, is_closed_without=away == "closed")
