"""The published limits, kept before the server has to say no."""

from __future__ import annotations

import hashlib
import threading
from collections import deque
from functools import lru_cache
from typing import Literal, Protocol, runtime_checkable

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.operation import RateLimit
from commerce_sdk.runtime.auth import Auth
from commerce_sdk.runtime.call import Call, Layer, Reply
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.line import Lines
from commerce_sdk.value import OfThisProcess

LimitScope = Literal["credential", "account"]

_LEAST = 64
"""Keys that are kept without looking whether they are still needed."""


def known_scope(scope: LimitScope | None) -> LimitScope | None:
    """The scope, or `InvalidRequest`."""
    if scope not in ("credential", "account", None):
        raise InvalidRequest("must be 'credential' or 'account', or None", path="scope")
    return scope


@runtime_checkable
class Limiter(Protocol):
    """Lets calls go as fast as their limits allow. `scope` says whose calls count together (None:
    as the document says); `crosses_processes`, whether those of other processes do."""

    @property
    def scope(self) -> LimitScope | None: ...

    @property
    def crosses_processes(self) -> bool: ...

    async def acquire(
        self, key: str, limits: tuple[RateLimit, ...], deadline: Deadline, clock: Clock
    ) -> str:
        """Wait for a place and return its name. Raises `DeadlineExceeded` where none comes free
        in time."""
        ...

    async def release(self, key: str, place: str, clock: Clock, *, sent: bool) -> None:
        """The call is over; one that never left gives its place back. Not to be interrupted."""
        ...

    async def pause(self, key: str, seconds: float, clock: Clock) -> None:
        """The server asked for a pause: nobody goes before."""
        ...


class _Log:
    """The calls of one key, as plain data: how many are under way, and when others ended.

    A call can reach the server at any moment until its answer is there, so it counts from its
    start until a window after its end; then no window of the server's ever sees too many.
    """

    def __init__(self) -> None:
        self._ended: dict[RateLimit, deque[float]] = {}
        self._under_way = 0
        self.paused_until = 0.0

    def take(self, limits: tuple[RateLimit, ...], now: float) -> float:
        """Take a place and return 0, or the seconds after which to try again."""
        if not self._ended:
            self._ended = {limit: deque() for limit in limits}
        wait = max(0.0, self.paused_until - now)
        for limit, ended in self._ended.items():
            _forget(ended, now - limit.seconds)
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
        for ended in self._ended.values() if sent else ():
            ended.append(now)

    def is_spent(self, now: float) -> bool:
        """Would a new one let go just as many?"""
        for limit, ended in self._ended.items():
            _forget(ended, now - limit.seconds)
        return not self._under_way and self.paused_until <= now and not any(self._ended.values())


def _forget(ended: deque[float], until: float) -> None:
    while ended and ended[0] <= until:
        ended.popleft()


class LocalLimiter(OfThisProcess):
    """Keeps the limits of all clients that are given it, within one process.

    What was let go is plain data; waiting is in line, first come first served, in each event loop.
    A caller who is cancelled while waiting takes no place.

    Args:
        scope: Whose calls count together: those of one `credential`, or of one `account`; left
            out, as the platform's document says of each operation.
    """

    crosses_processes = False

    def __init__(self, scope: LimitScope | None = None) -> None:
        self.scope = known_scope(scope)
        self._logs: dict[str, _Log] = {}
        self._most = _LEAST
        self._lines = Lines()
        self._lock = threading.Lock()  # for clients in threads of their own; never held over a wait

    async def acquire(
        self, key: str, limits: tuple[RateLimit, ...], deadline: Deadline, clock: Clock
    ) -> str:
        async def take() -> float:
            return self._take(key, limits, clock)

        if not self._lines.is_free(key) or self._take(key, limits, clock):
            await self._lines.wait(key, take, deadline, clock)
        return ""

    def _take(self, key: str, limits: tuple[RateLimit, ...], clock: Clock) -> float:
        with self._lock:
            now = clock.monotonic()
            return self._log(key, now).take(limits, now)

    def _log(self, key: str, now: float) -> _Log:
        if key not in self._logs:
            if len(self._logs) >= self._most:
                # Credentials come and go; each time as many are new, the old ones may be done.
                self._logs = {k: log for k, log in self._logs.items() if not log.is_spent(now)}
                self._most = max(_LEAST, 2 * len(self._logs))
            self._logs[key] = _Log()
        return self._logs[key]

    async def release(self, key: str, place: str, clock: Clock, *, sent: bool) -> None:
        with self._lock:
            now = clock.monotonic()
            self._log(key, now).end(now, sent=sent)

    async def pause(self, key: str, seconds: float, clock: Clock) -> None:
        with self._lock:
            now = clock.monotonic()
            log = self._log(key, now)
            log.paused_until = max(log.paused_until, now + seconds)

    def forget(self) -> None:
        """Begin anew, as after a test."""
        self._logs.clear()


SHARED = LocalLimiter()
"""What the clients of a process share where they are given nothing else."""


class KeepLimits:
    """The layer that waits for a place before each attempt, and learns from what comes back."""

    def __init__(
        self, limiter: Limiter, origin: str, auth: Auth, clock: Clock, below: Layer
    ) -> None:
        self._limiter = limiter
        self._origin = origin
        self._auth = auth
        self._clock = clock
        self._below = below
        unknown = limiter.scope != "account" and auth.identity is None
        if unknown and limiter.crosses_processes:
            raise InvalidRequest(
                "other processes cannot know which credential it is: use TokenCache(…, name=…), "
                "or a limiter of scope 'account'",
                path="auth",
            )

    async def __call__(self, call: Call) -> Reply:
        limiter, clock, operation = self._limiter, self._clock, call.request.operation
        key = self._key(call)
        with call.waiting("limits"):
            place = await limiter.acquire(key, operation.rate_limits, call.deadline, clock)
        try:
            reply = await self._below(call)
            seconds = _asked_pause(reply, clock)
            if seconds:  # before the place comes free, so that nobody slips in between
                await limiter.pause(key, seconds, clock)
            return reply
        finally:
            await limiter.release(key, place, clock, sent=call.evidence.may_have_sent)

    def _key(self, call: Call) -> str:
        operation = call.request.operation
        if self._limiter.scope == "account" and call.account is None:
            raise InvalidRequest(
                "is needed by a limiter of scope 'account': set it on the client",
                path="transaction_account",
            )
        # Lint keeps the scopes of an operation's windows the same.
        published = operation.rate_limits[0].scope if operation.rate_limits else "credential"
        scope = self._limiter.scope or published
        account = call.account if scope == "account" else None
        who = account or self._auth.identity or f"here: {id(self._auth)}"
        return key_of(self._origin, who, operation.id)


@lru_cache(maxsize=1024)
def key_of(origin: str, who: str, operation: str) -> str:
    """What a server counts by. Of the credential or the account only a hash is in it."""
    return hashlib.sha256(f"{origin}\n{who}\n{operation}".encode(errors="replace")).hexdigest()[:32]


def _asked_pause(reply: Reply, clock: Clock) -> float | None:
    """Seconds for which the server wants to hear no more of this: after a 429, or once its headers
    say that nothing is left."""
    if reply.status == 429:
        asked = reply.retry_after(clock.time()) or 0.0
        return min(max(asked, defaults.LIMIT_PAUSE), defaults.RETRY_AFTER_CAP)
    for prefix in ("ratelimit-", "x-ratelimit-"):
        if reply.headers.get(f"{prefix}remaining", "").strip() == "0":
            reset = reply.headers.get(f"{prefix}reset", "").strip()
            if reset.isascii() and reset.isdigit():
                seconds = float(reset)  # or an instant since the epoch
                wait = seconds - clock.time() if seconds > 1e9 else seconds
                return min(max(0.0, wait), defaults.RETRY_AFTER_CAP)
    return None
