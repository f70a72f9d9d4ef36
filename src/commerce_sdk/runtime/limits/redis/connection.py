"""One connection to Redis, on which commands follow each other without waiting for answers."""

from __future__ import annotations

import asyncio
import re
import ssl
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from commerce_sdk import defaults
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.runtime.limits.redis import scripts
from commerce_sdk.runtime.limits.redis.scripts import Command
from commerce_sdk.secret import hide

if TYPE_CHECKING:
    from redis.asyncio import ConnectionPool

_HELLO = b"PING\r\n"
_EVICTS = re.compile(rb"maxmemory:[1-9].*maxmemory_policy:((?:allkeys|volatile)-\w+)", re.DOTALL)


class Broken(Exception):
    """A question was not answered. `fault` says why."""

    def __init__(self, fault: Exception) -> None:
        self.fault = fault


class WrongProtocol(Exception):
    """The server speaks, but not as the address says."""


class Address:
    """Where Redis is, and what it is logged in to with."""

    def __init__(self, url: str) -> None:
        url = hide(url)
        try:
            from redis.asyncio import ConnectionPool
            from redis.exceptions import RedisError
        except ImportError:
            raise InvalidRequest(
                "needs the extra: pip install 'commerce-sdk[redis]'", path="limiter"
            ) from None
        pool = None
        with suppress(ValueError, TypeError, AttributeError, RedisError):
            pool = _pool(ConnectionPool, url)
        if pool is None:  # said here, for the frames of redis-py show the address
            raise InvalidRequest(
                "must be redis://, rediss:// or unix:// and what redis-py takes", path="url"
            )
        self._pool = pool
        self.has_worked = False

    def connection(self) -> Any:
        """One of redis-py's that is not open yet."""
        return _made(self._pool)


def _pool(kind: type[ConnectionPool], url: str) -> ConnectionPool:
    pool = kind.from_url(
        url,
        protocol=2,  # which servers of any age speak
        decode_responses=False,
        socket_timeout=defaults.LIMITER_TIMEOUT,
        socket_connect_timeout=defaults.LIMITER_TIMEOUT,
    )
    login = pool.connection_kwargs
    login |= {name: hide(login.get(name)) for name in ("username", "password") if name in login}
    _made(pool)  # an option that it does not know is said at once, and nothing is sent
    return pool


def _made(pool: Any) -> Any:
    return pool.make_connection()


class Connection:
    """Open, with the scripts loaded. Whoever asks is answered within a time, or the connection is
    of no use any more."""

    def __init__(self, raw: Any) -> None:
        self._raw = raw
        self._waiting: deque[asyncio.Future[Any]] = deque()
        self._reading: asyncio.Task[None] | None = None
        self._closed_for: Exception | None = None

    @classmethod
    async def open(cls, address: Address) -> Connection:
        """Raises `Broken`."""
        raw = address.connection()
        connection = cls(raw)
        try:
            await raw.connect()
        except Exception as fault:
            await connection.close(fault)
            wrong = None if address.has_worked else await _wrong_protocol(raw, fault)
            raise Broken(wrong or fault) from None
        except BaseException:
            await connection.close()
            raise
        raw.socket_timeout = None  # from here on each question has a time of its own
        asked = (("SCRIPT LOAD", each) for each in scripts.ALL)
        *_, memory = await connection.ask(*asked, ("INFO", "memory"), may_be_refused=1)
        address.has_worked = True
        if isinstance(memory, bytes):  # and not refused
            _warn_of_eviction(memory)
        return connection

    async def ask(self, *commands: Command, may_be_refused: int = 0) -> list[Any]:
        """What each is answered. Raises `Broken` where any is refused but so many of the last, and
        where no answer comes in time."""
        if self._closed_for is not None:
            raise Broken(self._closed_for)  # redis-py would open another
        answers = [asyncio.get_running_loop().create_future() for _ in commands]
        self._waiting.extend(answers)
        try:
            async with asyncio.timeout(defaults.LIMITER_TIMEOUT):
                packed = self._raw.pack_commands(commands)
                await self._raw.send_packed_command(packed, check_health=False)
                if self._reading is None or self._reading.done():
                    self._reading = asyncio.create_task(self._read())
                found = [await answer for answer in answers]
        except Exception as fault:
            await self.close(fault)
            raise Broken(fault) from None
        except BaseException:
            await self.close()
            raise
        for each in found[: len(found) - may_be_refused]:
            if isinstance(each, Exception):
                await self.close(each)
                raise Broken(each)
        return found

    async def _read(self) -> None:
        """Answers whoever waits, in turn. Runs while anybody does."""
        from redis.exceptions import ResponseError

        while self._waiting:
            try:
                answer = await self._raw.read_response()
            except ResponseError as refusal:
                answer = refusal
            except Exception as fault:
                self._answer_all(fault)
                return
            waits = self._waiting.popleft()
            if not waits.done():
                waits.set_result(answer)

    def _answer_all(self, fault: Exception) -> None:
        while self._waiting:
            waits = self._waiting.popleft()
            if not waits.done():
                waits.set_result(fault)

    async def close(self, fault: Exception | None = None) -> None:
        """Whoever waits is told why."""
        if self._reading is not None:
            self._reading.cancel()
        self._closed_for = fault or ConnectionResetError("closed")
        self._answer_all(self._closed_for)
        with suppress(Exception):
            await self._raw.disconnect(nowait=True)


def _warn_of_eviction(memory: bytes) -> None:
    if found := _EVICTS.search(memory):
        LOGGER.warning(
            "the limiter's Redis may evict what it is told (maxmemory-policy %s), and limits be "
            "passed then: noeviction keeps it",
            found[1].decode(),
        )


async def _wrong_protocol(raw: Any, fault: Exception) -> WrongProtocol | None:
    """Does the server speak TLS where none was asked for, or none where it was? It drops, or leaves
    waiting, whoever comes the other way, as one does that is in trouble. It is told no secret."""
    from redis.asyncio import SSLConnection
    from redis.exceptions import AuthenticationError, ResponseError

    if not hasattr(raw, "host") or isinstance(fault, ResponseError | AuthenticationError):
        return None
    if isinstance(fault.__context__, ConnectionRefusedError | ssl.SSLError):
        return None
    expects_tls = isinstance(raw, SSLConnection)
    context = None
    if not expects_tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    try:
        async with asyncio.timeout(defaults.LIMITER_TIMEOUT):
            reading, writing = await asyncio.open_connection(raw.host, raw.port, ssl=context)
            try:
                writing.write(_HELLO)
                answered = await reading.read(1) if expects_tls else b"+"
            finally:
                writing.close()
    except Exception:
        return None
    if answered not in (b"+", b"-"):
        return None
    right = "redis:// (it speaks no TLS)" if expects_tls else "rediss:// (it speaks TLS)"
    return WrongProtocol(right)
