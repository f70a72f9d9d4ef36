"""Those of one event loop who wait for places, and how they come by them."""

from __future__ import annotations

import asyncio
import uuid
from collections import deque

from commerce_sdk import defaults
from commerce_sdk.clock import Clock
from commerce_sdk.errors import ClientClosed, ConnectionFailed, InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.limits.queue import Queues
from commerce_sdk.runtime.limits.redis import scripts
from commerce_sdk.runtime.limits.redis.link import Link, Unanswered
from commerce_sdk.runtime.limits.redis.scripts import Answer, Command, Keys
from commerce_sdk.runtime.limits.redis.share import Heard, Share


class _Line:
    """Those who wait for the same places."""

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.waiting: dict[object, Deadline] = {}
        self.brought: deque[str] = deque()
        self.asking: asyncio.Task[Answer | InvalidRequest | None] | None = None

    def patience(self) -> float | None:
        """Seconds that the most patient of them has; None: any."""
        left = [each.remaining() for each in self.waiting.values()]
        return None if None in left else max((each or 0.0 for each in left), default=0.0)


class Lines:
    """The first of each line asks Redis, for all who wait in it. A task does so that belongs to
    none of them: it brings places to the line, and what nobody waits for any more goes back. So
    whoever waits can be cut short at any moment, and nothing is lost."""

    def __init__(self, link: Link, share: Share, *, is_closed_without: bool) -> None:
        self._link = link
        self._share = share
        self._is_closed_without = is_closed_without
        self._queues = Queues()
        self._lines: dict[Keys, _Line] = {}
        self._who = uuid.uuid4().hex

    async def acquire(self, keys: Keys, deadline: Deadline, clock: Clock) -> str:
        line = self._lines.setdefault(keys, _Line(keys))
        place = ""

        async def take() -> tuple[float, ...]:
            nonlocal place
            place, waits = await self._take(line, clock)
            return waits

        waiter = object()
        line.waiting[waiter] = deadline
        try:
            await self._queues.wait(keys, take, deadline, clock)
        finally:
            del line.waiting[waiter]
            if not line.waiting:
                del self._lines[keys]
                self._give_back(line, clock)
        return place

    async def _take(self, line: _Line, clock: Clock) -> tuple[str, tuple[float, ...]]:
        """A place; or none, and the seconds after which to try again under each key."""
        while True:
            if self._link.is_closed:
                raise ClientClosed("the limiter is closed; make a new one, or keep it open longer")
            if self._link.state.is_away:
                return self._of_share(line, clock)
            answer = None if line.brought else await self._bring(line, clock)
            if line.brought:
                return line.brought.popleft(), ()
            if answer is not None and answer.waits:
                return "", answer.waits

    def _of_share(self, line: _Line, clock: Clock) -> tuple[str, tuple[float, ...]]:
        """The same without Redis."""
        if self._is_closed_without:
            raise ConnectionFailed(
                "the limiter's Redis cannot be reached, and it is to be closed then", sent=False
            )
        limits = self._share.limits(line.keys, self._link.state, self._link.now())
        if waits := self._share.take(limits or dict(line.keys), clock):
            return "", waits
        place = uuid.uuid4().hex
        self._link.begun(place, line.keys, told=False)
        return place, ()

    async def _bring(self, line: _Line, clock: Clock) -> Answer | None:
        """Have places brought, by whoever is asking already. None: it is to be seen what has become
        of Redis."""
        if line.asking is None or line.asking.done():
            line.asking = self._link.start(self._ask(line, clock))
        asking = line.asking
        await asyncio.wait([asking])
        answer = None if asking.cancelled() else asking.result()
        if isinstance(answer, InvalidRequest):
            raise InvalidRequest(answer.message, path=answer.path)
        return answer

    async def _ask(self, line: _Line, clock: Clock) -> Answer | InvalidRequest | None:
        """Bring places to a line. Where others may have let go what theirs allowed, each has to be
        one of the share, too."""
        buckets = dict(line.keys)
        limits = self._share.limits(line.keys, self._link.state, self._link.now())
        counted = 0
        while limits is not None and counted < len(line.waiting):
            if waits := self._share.take(limits, clock):
                break
            counted += 1
        if limits is not None and not counted:
            return Answer(waits=waits)
        answer = await self._asked(line, counted or None)
        granted = answer.granted if isinstance(answer, Answer) else 0
        for _ in range(granted - counted):
            self._share.count(buckets, clock)
        for _ in range(counted - granted):
            self._share.release(buckets, clock, sent=False)
        if not line.waiting:
            self._give_back(line, clock)
        return answer

    async def _asked(self, line: _Line, most: int | None) -> Answer | InvalidRequest | None:
        place, wanted, asked = uuid.uuid4().hex, 0, 0.0

        def question() -> Command:
            nonlocal wanted, asked
            wanted, asked = most or max(1, len(line.waiting)), self._link.now()
            heard = (self._share.heard.get(key) for key, _ in line.keys)
            born = [each.born if each else 0 for each in heard]
            return scripts.take(line.keys, place, wanted, self._who, line.patience(), born)

        try:
            answer = scripts.answer_of(await self._link.ask(question))
        except (Unanswered, InvalidRequest) as fault:
            if wanted:
                self._link.undo(line.keys, place, wanted)
            return fault if isinstance(fault, InvalidRequest) else None
        now = self._link.now()
        if answer.forgot is not None:
            self._forgot(line.keys[answer.forgot][0], now)
            return None
        for (key, _), left, born in zip(line.keys, answer.left, answer.born, strict=True):
            self._share.hear(key, Heard(now, left, born))
        for number in range(1, answer.granted + 1):
            self._link.begun(f"{place}:{number}", line.keys, told=True)
            line.brought.append(f"{place}:{number}")
        return answer.after(now - asked)

    def _forgot(self, key: str, now: float) -> None:
        """Redis began anew: it was emptied, or is another; or it just was not told for so long."""
        heard = self._share.heard.pop(key, None)
        if heard is not None and now - heard.at < defaults.LIMIT_LEASE:
            self._share.begin(self._link.calls.counts(now))
            self._link.forgot()

    def _give_back(self, line: _Line, clock: Clock) -> None:
        while line.brought:
            self._link.ended(line.brought.popleft(), line.keys, sent=False)
            self._share.release(dict(line.keys), clock, sent=False)
