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
from commerce_sdk.document.operation import LimitScope
from commerce_sdk.errors import ConnectionFailed, InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.runtime.checks import count
from commerce_sdk.runtime.limits.local import Buckets, LocalLimiter, known_scope
from commerce_sdk.runtime.limits.queue import Queues
from commerce_sdk.secret import hide
from commerce_sdk.value import OfThisProcess, Value

if TYPE_CHECKING:
    from redis.asyncio import Redis
    from redis.commands.core import AsyncScript

T = TypeVar("T")
Away = Literal["share", "closed"]
_What = Literal["take", "release", "give back", "pause"]

_TAG = "{commerce-sdk}"
"""The same in each key, so that all buckets of a call stand on one node of a cluster."""

_SCRIPT = """
-- KEYS: for each bucket its calls, by the moment from which they count, and until when all pause.
-- ARGV: what to do, the place, the length of its lease or of a pause, the recheck; then for each
-- bucket the number of its windows, and the limit and the length of each.
-- Microseconds on this server's clock, so that the clocks of its clients do not matter.
-- Beside the calls stands the longest window that anyone came with, below zero, where no window
-- looks: what a client of another tier still counts, nobody forgets.
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local what, place, length, recheck = ARGV[1], ARGV[2], tonumber(ARGV[3]), tonumber(ARGV[4])

local buckets, at = {}, 5
for i = 1, #KEYS, 2 do
  local bucket = {calls = KEYS[i], pause = KEYS[i + 1], windows = {}, longest = 0}
  for _ = 1, tonumber(ARGV[at]) do
    local window = {limit = tonumber(ARGV[at + 1]), length = tonumber(ARGV[at + 2])}
    table.insert(bucket.windows, window)
    bucket.longest = math.max(bucket.longest, window.length)
    at = at + 2
  end
  bucket.longest = math.max(bucket.longest, -(redis.call('ZSCORE', KEYS[i], 'longest') or 0))
  at = at + 1
  table.insert(buckets, bucket)
end

local function count_from(bucket, moment)
  redis.call('ZADD', bucket.calls, moment, place, -bucket.longest, 'longest')
  redis.call('PEXPIRE', bucket.calls, math.ceil((bucket.longest + length) / 1000))
end

local function paused_until(bucket)
  return tonumber(redis.call('GET', bucket.pause) or 0)
end

local function wait_for(bucket)
  local calls, wait = bucket.calls, math.max(0, paused_until(bucket) - now)
  redis.call('ZREMRANGEBYSCORE', calls, 1, string.format('%.0f', now - bucket.longest))
  for _, window in ipairs(bucket.windows) do
    local since = string.format('(%.0f', now - window.length)
    local over = redis.call('ZCOUNT', calls, since, '+inf') - window.limit
    if over >= 0 then
      local one = redis.call('ZRANGEBYSCORE', calls, since, '+inf', 'WITHSCORES', 'LIMIT', over, 1)
      if tonumber(one[2]) > now then  -- under way, and nobody knows how long
        wait = math.max(wait, recheck)
      else
        wait = math.max(wait, one[2] + window.length - now, 1)
      end
    end
  end
  return math.ceil(wait)
end

if what == 'take' and not redis.call('ZSCORE', buckets[1].calls, place) then
  local waits, longest = {}, 0
  for _, bucket in ipairs(buckets) do
    table.insert(waits, wait_for(bucket))
    longest = math.max(longest, waits[#waits])
  end
  if longest > 0 then return waits end  -- and no place is taken in any
end

for _, bucket in ipairs(buckets) do
  if what == 'pause' then
    if now + length > paused_until(bucket) then
      local till = string.format('%.0f', now + length)
      redis.call('SET', bucket.pause, till, 'PX', math.ceil(length / 1000))
    end
  elseif what == 'give back' then
    redis.call('ZREM', bucket.calls, place)
  elseif what == 'release' then
    count_from(bucket, now)  -- until a window after its end
  else
    count_from(bucket, now + length)  -- until its time is up, should its process die
  end
end
return {}
"""


class _Server(Value, frozen=True):
    hidden = ("client", "script")  # redis-py prints what it logs in with

    client: Redis
    script: AsyncScript


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
        self.scope: LimitScope | None = known_scope(scope)
        self._url = url
        self._away = away
        self._processes = processes
        self._share = LocalLimiter(scope)
        self._queues = Queues()
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

    async def acquire(self, buckets: Buckets, deadline: Deadline, clock: Clock) -> str:
        """Wait for a place in every bucket and return its name."""
        place = uuid.uuid4().hex

        async def take() -> tuple[float, ...]:
            waits = await self._run(buckets, clock, "take", place, defaults.LIMIT_LEASE)
            return tuple(each / 1_000_000 for each in waits)

        keys = tuple(buckets.items())
        try:
            if not self._queues.are_free(keys) or await take():
                await self._queues.wait(keys, take, deadline, clock)
        except _RedisAway:
            return await self._share.acquire(self._part_of(buckets), deadline, clock)
        return place

    def _part_of(self, buckets: Buckets) -> Buckets:
        return {
            key: tuple(
                replace(each, limit=max(1, each.limit // self._processes)) for each in limits
            )
            for key, limits in buckets.items()
        }

    async def release(self, buckets: Buckets, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        if not place:
            return await self._share.release(buckets, place, clock, sent=sent)
        with suppress(_RedisAway, ConnectionFailed):  # then it stops counting by itself
            what: _What = "release" if sent else "give back"
            await self._run(buckets, clock, what, place, defaults.LIMIT_LEASE)
        return None

    async def pause(self, buckets: Buckets, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody goes before, in any process."""
        await self._share.pause(buckets, seconds, clock)
        with suppress(_RedisAway, ConnectionFailed):  # it is kept here at least
            await self._run(buckets, clock, "pause", "", seconds)

    async def _run(
        self, buckets: Buckets, clock: Clock, what: _What, place: str, seconds: float
    ) -> list[int]:
        """One call of the script, for all buckets or for none."""
        from redis.exceptions import RedisError

        server = self._server()
        if clock.monotonic() >= self._away_until:
            names, rest = _written(buckets, seconds)
            try:
                answer, cancelled = await _to_its_end(server.script(names, [what, place, *rest]))
                if cancelled is not None:
                    if what == "take":
                        await _to_its_end(server.script(names, ["give back", place, *rest]))
                    raise cancelled
                if self._away_until:
                    self._away_until = 0.0
                    LOGGER.warning("the limiter's Redis is back")
                return list(answer)
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


def _written(buckets: Buckets, seconds: float) -> tuple[list[str], list[int]]:
    """The script's keys, and its arguments after the place."""
    names, rest = [], [_micro(seconds), _micro(defaults.LIMIT_RECHECK)]
    for key, limits in buckets.items():
        names += [f"{_TAG}:{key}:calls", f"{_TAG}:{key}:pause"]
        rest.append(len(limits))
        for each in limits:
            rest += [each.limit, _micro(each.seconds)]
    return names, rest


def _micro(seconds: float) -> int:
    return int(seconds * 1_000_000)
