"""The published limits, kept before the server has to say no."""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from typing import Protocol

import anyio
import anyio.lowlevel
import attrs

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import ConnectionFailed, DeadlineExceeded
from commerce_sdk.operation import RateLimit
from commerce_sdk.runtime.auth import Auth, Basic, Bearer
from commerce_sdk.runtime.call import Call, Layer, Reply
from commerce_sdk.runtime.deadline import Deadline


class Limiter(Protocol):
    """Lets calls go as fast as their limits allow."""

    async def acquire(
        self, key: str, limits: tuple[RateLimit, ...], deadline: Deadline, clock: Clock
    ) -> None:
        """Wait for a place. Raises `DeadlineExceeded` where none comes free in time."""
        ...

    def release(self, key: str, now: float, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back."""
        ...

    def pause(self, key: str, until: float) -> None:
        """The server asked for a pause: nobody goes before."""
        ...


class _Log:
    """The calls of one key, as plain data: how many are under way, and when others ended.

    A call can reach the server at any moment until its answer is there, so it counts from its
    start until a window after its end; then no window of the server's ever sees too many.
    """

    def __init__(self, limits: tuple[RateLimit, ...]) -> None:
        self._limits = limits
        self._ended: list[deque[float]] = [deque() for _ in limits]
        self._under_way = 0
        self.paused_until = 0.0

    def take(self, now: float) -> float:
        """Take a place and return 0, or the seconds after which to try again."""
        wait = max(0.0, self.paused_until - now)
        for limit, ended in zip(self._limits, self._ended, strict=True):
            while ended and ended[0] <= now - limit.seconds:
                ended.popleft()
            too_many = self._under_way + len(ended) - limit.limit + 1
            if too_many > len(ended):
                wait = max(wait, defaults.LIMIT_RECHECK)
            elif too_many > 0:
                wait = max(wait, ended[too_many - 1] + limit.seconds - now)
        if not wait:
            self._under_way += 1
        return wait

    def end(self, now: float, *, sent: bool) -> None:
        self._under_way -= 1
        for ended in self._ended if sent else ():
            ended.append(now)


class LocalLimiter:
    """Keeps the limits of all clients that are given it, within one process.

    What was let go is plain data; waiting is in line, first come first served, in each event loop.
    A caller who is cancelled while waiting takes no place.
    """

    def __init__(self) -> None:
        self._logs: dict[str, _Log] = {}
        self._lines: dict[tuple[object, str], deque[anyio.Event]] = {}
        self._lock = threading.Lock()  # for clients in threads of their own; never held over a wait

    async def acquire(
        self, key: str, limits: tuple[RateLimit, ...], deadline: Deadline, clock: Clock
    ) -> None:
        place = (anyio.lowlevel.current_token(), key)
        line = self._lines.get(place)
        if line is None and not self._take(key, limits, clock):
            return
        line = self._lines.setdefault(place, deque())
        turn = anyio.Event()
        line.append(turn)
        line[0].set()
        try:
            with anyio.move_on_after(deadline.remaining()):
                await turn.wait()
                while seconds := self._take(key, limits, clock):
                    if not deadline.allows(seconds):
                        break
                    await clock.sleep(seconds)
                else:
                    return
        finally:
            line.remove(turn)
            if line:
                line[0].set()
            else:
                del self._lines[place]
        raise _out_of_time(deadline)

    def _take(self, key: str, limits: tuple[RateLimit, ...], clock: Clock) -> float:
        with self._lock:
            return self._log(key, limits).take(clock.monotonic())

    def _log(self, key: str, limits: tuple[RateLimit, ...] = ()) -> _Log:
        if key not in self._logs:
            self._logs[key] = _Log(limits)
        return self._logs[key]

    def release(self, key: str, now: float, *, sent: bool) -> None:
        with self._lock:
            self._log(key).end(now, sent=sent)

    def pause(self, key: str, until: float) -> None:
        with self._lock:
            log = self._log(key)
            log.paused_until = max(log.paused_until, until)

    def forget(self) -> None:
        """Begin anew, as after a test."""
        self._logs.clear()


SHARED = LocalLimiter()
"""What the clients of a process share where they are given nothing else."""


@attrs.define(eq=False)
class KeepLimits:
    """The layer that waits for a place before each attempt, and learns from what comes back."""

    _limiter: Limiter
    _scope: str
    _clock: Clock
    _below: Layer

    async def __call__(self, call: Call) -> Reply:
        operation = call.request.operation
        key = f"{self._scope}:{operation.id}"
        with call.deadline.charge("limits"):
            await self._limiter.acquire(key, operation.rate_limits, call.deadline, self._clock)
        sent = True
        try:
            reply = await self._below(call)
        except ConnectionFailed as error:
            sent = error.sent
            raise
        finally:
            self._limiter.release(key, self._clock.monotonic(), sent=sent)
        seconds = _asked_pause(reply, self._clock)
        if seconds:
            self._limiter.pause(key, self._clock.monotonic() + seconds)
        return reply


def scope_of(base_url: str, auth: Auth) -> str:
    """What a server counts by: itself and the credential, of which only a hash is kept."""
    secret = str(id(auth))
    if isinstance(auth, Bearer | Basic):
        secret = "\n".join(str(value) for value in attrs.astuple(auth))
    return hashlib.sha256(f"{base_url}\n{secret}".encode()).hexdigest()[:32]


def _asked_pause(reply: Reply, clock: Clock) -> float | None:
    """Seconds for which the server wants to hear no more of this: after a 429, or once its headers
    say that nothing is left."""
    if reply.status == 429:
        asked = reply.retry_after(clock.time())
        return defaults.LIMIT_PAUSE if asked is None else min(asked, defaults.RETRY_AFTER_CAP)
    for prefix in ("ratelimit-", "x-ratelimit-"):
        if reply.headers.get(f"{prefix}remaining", "").strip() == "0":
            reset = reply.headers.get(f"{prefix}reset", "").strip()
            if reset.isascii() and reset.isdigit():
                # Either seconds, or an instant since the epoch.
                wait = int(reset) - (clock.time() if int(reset) > 1e9 else 0)
                return min(max(0.0, wait), defaults.RETRY_AFTER_CAP)
    return None


def _out_of_time(deadline: Deadline) -> DeadlineExceeded:
    error = deadline.error("waiting for its turn under the rate limit")
    error.maybe_applied = False
    return error
