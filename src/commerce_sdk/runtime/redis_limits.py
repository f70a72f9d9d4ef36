"""Limits that several processes keep together, on the clock of one Redis server. asyncio only."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable
from contextlib import suppress
from types import TracebackType
from typing import TYPE_CHECKING, Literal, Self, TypeVar

import anyio
import sniffio
from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import ConnectionFailed, InvalidRequest
from commerce_sdk.operation import RateLimit
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.limits import LimitScope, LocalLimiter, known_scope
from commerce_sdk.runtime.line import Lines
from commerce_sdk.runtime.redaction import LOGGER
from commerce_sdk.runtime.settings import count
from commerce_sdk.secret import hide
from commerce_sdk.value import OfThisProcess, Value

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript

T = TypeVar("T")
Away = Literal["share", "closed"]

_SCRIPT = """
-- KEYS: the calls of a key by the moment from which they count; until when everyone pauses.
-- Microseconds on this server's clock, so that the clocks of its clients do not matter.
local calls, pause = KEYS[1], KEYS[2]
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local what, place = ARGV[1], ARGV[2]

if what == 'pause' then
  local till = now + ARGV[3]
  if till > tonumber(redis.call('GET', pause) or 0) then
    redis.call('SET', pause, string.format('%.0f', till), 'PX', math.ceil(ARGV[3] / 1000))
  end
  return 0
end
if what == 'release' then  -- it counts until a window after its end
  return redis.call('ZADD', calls, now, place)
end
if what == 'give back' then
  return redis.call('ZREM', calls, place)
end

if redis.call('ZSCORE', calls, place) then return 0 end
local wait, longest = tonumber(redis.call('GET', pause) or 0) - now, 0
for i = 5, #ARGV, 2 do longest = math.max(longest, ARGV[i + 1]) end
redis.call('ZREMRANGEBYSCORE', calls, '-inf', string.format('%.0f', now - longest))
for i = 5, #ARGV, 2 do
  local limit, window = tonumber(ARGV[i]), tonumber(ARGV[i + 1])
  local since = string.format('(%.0f', now - window)
  local over = redis.call('ZCOUNT', calls, since, '+inf') - limit
  if over >= 0 then
    local oldest = redis.call('ZRANGEBYSCORE', calls, since, '+inf', 'WITHSCORES', 'LIMIT', over, 1)
    if tonumber(oldest[2]) > now then  -- under way, and nobody knows how long
      wait = math.max(wait, ARGV[4])
    else
      wait = math.max(wait, oldest[2] + window - now, 1)
    end
  end
end
if wait > 0 then return math.ceil(wait) end
-- Should its process die, it counts until its time is up.
redis.call('ZADD', calls, now + ARGV[3], place)
redis.call('PEXPIRE', calls, math.ceil((longest + ARGV[3]) / 1000))
return 0
"""


class _Server(Value, frozen=True):
    hidden = ("client", "script")  # redis-py prints what it logs in with

    client: Redis
    script: AsyncScript


class RedisLimiter(OfThisProcess):
    """Keeps the published limits of all processes that name the same Redis server.

        async with RedisLimiter("redis://limits.internal:6379/0", processes=4) as limiter:
            async with CommerceClient.from_env(limiter=limiter) as commerce: …

    Needs `commerce-sdk[redis]` and asyncio; a client that runs on trio is refused. Keys hold a hash
    of server, credential (or account) and operation, nothing that is secret. Every moment is the
    Redis server's own, so hosts whose clocks differ cannot pass a limit.

    Args:
        url: As redis-py takes it: `redis://`, `rediss://` or `unix://`. A password in it is hidden.
        scope: Whose calls count together: those of one `credential`, or of one `account`; left
            out, as the platform's document says of each operation. With a credential that renews
            itself, `TokenCache(…, name=…)` says which it is.
        away: What to do while Redis cannot be reached. `share`: keep a share of each limit here,
            one part in `processes`. `closed`: refuse calls with `ConnectionFailed`, unsent.
        processes: How many processes share the limits.

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
        processes: int = 1,
    ) -> None:
        url = hide(url)
        if away not in ("share", "closed"):
            raise InvalidRequest("must be 'share' or 'closed'", path="away")
        count(processes, "processes")
        self.scope = known_scope(scope)
        self._url = url
        self._away = away
        self._processes = processes
        self._share = LocalLimiter(scope)
        self._lines = Lines()
        self._servers: dict[object, _Server] = {}
        self._away_until = 0.0
        self._connect()  # a wrong address is said at once, and nothing is sent yet

    def _connect(self) -> _Server:
        try:
            from redis.asyncio import Redis
            from redis.asyncio.retry import Retry
            from redis.backoff import NoBackoff
        except ImportError:
            raise InvalidRequest(
                "needs the extra: pip install 'commerce-sdk[redis]'", path="limiter"
            ) from None
        client = None
        with suppress(ValueError, AttributeError):  # of another text, of none
            client = Redis.from_url(
                self._url,
                socket_timeout=defaults.LIMITER_TIMEOUT,
                socket_connect_timeout=defaults.LIMITER_TIMEOUT,
                retry=Retry(NoBackoff(), 1),
            )
        if client is None:  # said here, for the frames of redis-py show the address
            raise InvalidRequest(
                "must be redis://, rediss:// or unix:// and what redis-py takes", path="url"
            )
        login = client.connection_pool.connection_kwargs
        login |= {name: hide(login.get(name)) for name in ("username", "password") if name in login}
        return _Server(client, client.register_script(_SCRIPT))

    def _server(self) -> _Server:
        if sniffio.current_async_library() != "asyncio":
            raise InvalidRequest(
                "RedisLimiter works under asyncio only; under trio use LocalLimiter",
                path="limiter",
            )
        loop = asyncio.get_running_loop()
        for known in [known for known in self._servers if known.is_closed()]:  # type: ignore[attr-defined]
            del self._servers[known]
        if loop not in self._servers:
            self._servers[loop] = self._connect()
        return self._servers[loop]

    async def acquire(
        self, key: str, limits: tuple[RateLimit, ...], deadline: Deadline, clock: Clock
    ) -> str:
        """Wait for a place and return its name."""
        place = uuid.uuid4().hex

        async def take() -> float:
            return await self._take(key, place, limits, clock)

        try:
            if not self._lines.is_free(key) or await take():
                await self._lines.wait(key, take, deadline, clock)
        except _RedisAway:
            parts = tuple(
                replace(limit, limit=max(1, limit.limit // self._processes)) for limit in limits
            )
            return await self._share.acquire(key, parts, deadline, clock)
        return place

    async def _take(
        self, key: str, place: str, limits: tuple[RateLimit, ...], clock: Clock
    ) -> float:
        bounds = [part for each in limits for part in (each.limit, each.seconds * 1_000_000)]
        lease, recheck = _micro(defaults.LIMIT_LEASE), _micro(defaults.LIMIT_RECHECK)
        return await self._run(key, clock, "take", place, lease, recheck, *bounds) / 1_000_000

    async def release(self, key: str, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        if not place:
            return await self._share.release(key, place, clock, sent=sent)
        with suppress(_RedisAway, ConnectionFailed):  # then it stops counting by itself
            await self._run(key, clock, "release" if sent else "give back", place)
        return None

    async def pause(self, key: str, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody goes before, in any process."""
        await self._share.pause(key, seconds, clock)
        with suppress(_RedisAway, ConnectionFailed):  # it is kept here at least
            await self._run(key, clock, "pause", "", _micro(seconds))

    async def _run(self, key: str, clock: Clock, what: str, *arguments: str | int) -> int:
        from redis.exceptions import RedisError

        server = self._server()
        if clock.monotonic() >= self._away_until:
            names = [f"commerce-sdk:{{{key}}}:calls", f"commerce-sdk:{{{key}}}:pause"]
            try:
                answer, cancelled = await _to_its_end(server.script(names, [what, *arguments]))
                if cancelled is not None:
                    if what == "take":
                        await _to_its_end(server.script(names, ["give back", *arguments]))
                    raise cancelled
                if self._away_until:
                    self._away_until = 0.0
                    LOGGER.warning("the limiter's Redis is back")
                return int(answer)
            except (RedisError, OSError) as fault:
                if not self._away_until:
                    LOGGER.warning(
                        "the limiter's Redis is away (%s): %s", type(fault).__name__, self._choice()
                    )
                self._away_until = clock.monotonic() + defaults.LIMITER_AWAY
        if self._away == "closed":
            raise ConnectionFailed(
                "the limiter's Redis cannot be reached, and it is to be closed then", sent=False
            )
        raise _RedisAway

    def _choice(self) -> str:
        if self._away == "closed":
            return "calls are refused until it is back"
        return f"one part in {self._processes} of each limit is kept here until it is back"

    async def aclose(self) -> None:
        """Close the connections of this event loop."""
        server = self._servers.pop(asyncio.get_running_loop(), None)
        if server is not None:
            await server.client.aclose()

    async def __aenter__(self) -> Self:
        self._server()
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


class _RedisAway(Exception):
    pass


async def _to_its_end(work: Awaitable[T]) -> tuple[T, asyncio.CancelledError | None]:
    """What `work` gives, also where the caller is cancelled meanwhile, with that cancellation:
    broken off half-way nobody would know whether a place was taken."""
    task = asyncio.ensure_future(work)
    cancelled: asyncio.CancelledError | None = None
    with anyio.CancelScope(shield=True):
        while not task.done():
            try:
                await asyncio.shield(task)
            except asyncio.CancelledError as cancellation:
                cancelled = cancellation
            except Exception:
                break
    if cancelled is not None and task.exception() is not None:
        raise cancelled
    return task.result(), cancelled


def _micro(seconds: float) -> int:
    return int(seconds * 1_000_000)
