"""What one event loop has to do with Redis: it is asked for places, and told of calls."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import suppress
from typing import Any

from commerce_sdk import defaults
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.call.redaction import LOGGER
from commerce_sdk.runtime.limits.redis import scripts
from commerce_sdk.runtime.limits.redis.availability import Availability
from commerce_sdk.runtime.limits.redis.calls import Calls
from commerce_sdk.runtime.limits.redis.connection import Address, Broken, Connection
from commerce_sdk.runtime.limits.redis.faults import never_mends, takes_time
from commerce_sdk.runtime.limits.redis.scripts import Command, Keys


class Unanswered(Exception):
    """Redis did not answer. What it was asked it may have done, or be yet to do."""


class Link:
    """Tells Redis of the calls as they become, and asks it on the same connection.

    Its tasks are its own, so that nothing is broken off half-way with those who wait. They end by
    themselves: one tells until there is no news, one looks for a Redis that is away.
    """

    def __init__(self, address: Address, on_away: Callable[[Exception], None]) -> None:
        self._address = address
        self._on_away = on_away
        self._connection: Connection | None = None
        self._opening = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._telling: asyncio.Task[None] | None = None
        self._looking: asyncio.Task[None] | None = None
        self._wrong: tuple[str, float] | None = None
        self._has_ended = False
        self.is_closed: bool = False
        self.now: Callable[[], float] = asyncio.get_running_loop().time
        self.state: Availability = Availability()
        self.calls: Calls = Calls()

    def start(self, work: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        """A task that whoever waits for it may leave."""
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
        return task

    async def ask(self, question: Callable[[], Command]) -> Any:
        """What Redis answers, after it was told all there is to tell. The question is made once it
        can be sent. Raises `Unanswered`; `InvalidRequest` where Redis will never answer."""
        connection = await self._connected()
        return await self._say(connection, question())

    def begun(self, place: str, keys: Keys, *, told: bool) -> None:
        self.calls.begin(place, keys, self.now(), told=told)

    def ended(self, place: str, keys: Keys, *, sent: bool) -> None:
        self.calls.end(place, keys, self.now(), sent=sent)
        self._tell()

    def pause(self, keys: Keys, seconds: float) -> None:
        self.calls.pause(keys, self.now() + seconds)
        self._tell()

    def undo(self, keys: Keys, place: str, most: int) -> None:
        """A take was not answered."""
        self.calls.void(place, keys, most)
        self._tell()

    def forgot(self) -> None:
        """Redis does not know what it was told."""
        self.state = self.state.forgot(self.now())
        self.calls.tell_all()

    def _tell(self) -> None:
        if (self._telling is None or self._telling.done()) and not self._has_ended:
            self._telling = self.start(self._tell_news())

    async def _tell_news(self) -> None:
        with suppress(InvalidRequest):  # whoever asks for a place is told
            while self.calls.has_news and not self.state.is_away:
                with suppress(Unanswered):
                    await self._say(await self._connected(), None)

    async def _look_for_it(self) -> None:
        with suppress(InvalidRequest):
            looks = self.now()
            while self.state.is_away:
                looks = max(self.now(), looks + defaults.LIMITER_AWAY)
                await asyncio.sleep(looks - self.now())
                with suppress(Unanswered):
                    await self._say(await self._connected(looks=True), scripts.tell((), ()))

    async def _connected(self, *, looks: bool = False) -> Connection:
        async with self._opening:
            if self._connection is None:
                now = self.now()
                if self._wrong and now < self._wrong[1] + defaults.LIMITER_AWAY:
                    raise InvalidRequest(self._wrong[0], path="url")
                if self._has_ended or (self.state.is_away and not looks):
                    raise Unanswered
                try:
                    self._connection = await Connection.open(self._address)
                except Broken as broken:
                    self._lost(None, broken.fault)
                    raise Unanswered from None
                self.calls.tell_all()
            return self._connection

    async def _say(self, connection: Connection, question: Command | None) -> Any:
        news = self.calls.told()
        commands = news.commands(self.now())
        try:
            answers = await connection.ask(*commands, *([question] if question else ()))
        except BaseException as fault:
            self.calls.untold(news)
            if not isinstance(fault, Broken):
                raise
            self._lost(connection, fault.fault)
            raise Unanswered from None
        was_away, self.state = self.state.is_away, self.state.answered(self.now())
        self._wrong = None
        if was_away:
            LOGGER.warning("the limiter's Redis is back")
        return answers[-1] if answers else None

    def _lost(self, connection: Connection | None, fault: Exception) -> None:
        """A connection broke, or could not be made."""
        if connection is not self._connection:
            return  # another who asked on it has said so
        self._connection = None
        now, was_away = self.now(), self.state.is_away
        if wrong := never_mends(fault):
            self._wrong = wrong, now
            self.state = self.state.answered(now)
            raise InvalidRequest(wrong, path="url")
        self.state = self.state.failed(now) if takes_time(fault) else self.state.cut(now)
        if self.state.is_away and not was_away:
            self._on_away(fault)
            self._looking = self.start(self._look_for_it())

    async def aclose(self) -> None:
        """Tell what there is to tell, if Redis is there, and close."""
        self.is_closed = True
        with suppress(TimeoutError):
            async with asyncio.timeout(defaults.LIMITER_TIMEOUT):
                while busy := self._tasks - {self._looking}:
                    await asyncio.wait(busy)
        self._has_ended = True
        for task in tuple(self._tasks):
            task.cancel()
        if self._connection is not None:
            await self._connection.close()
            self._connection = None
