"""The calls of one event loop, as far back as their windows look, and what is news to Redis."""

from __future__ import annotations

from collections import Counter, defaultdict, deque

from commerce_sdk.runtime.limits.redis import scripts
from commerce_sdk.runtime.limits.redis.scripts import Became, Command, Keys


class _Call:
    """One that has, or had, its place."""

    __slots__ = ("ended", "keys", "sent")

    def __init__(self, keys: Keys) -> None:
        self.keys = keys
        self.ended: float | None = None
        self.sent = True

    def became(self, now: float) -> tuple[Became, float]:
        if self.ended is None:
            return "under way", 0.0
        return ("ended" if self.sent else "gone"), now - self.ended


class News:
    """What is told at once."""

    def __init__(self) -> None:
        self.calls: dict[str, _Call] = {}
        self.voids: dict[str, tuple[Keys, int]] = {}
        self.pauses: dict[Keys, float] = {}

    def __bool__(self) -> bool:
        return bool(self.calls or self.voids or self.pauses)

    def commands(self, now: float) -> list[Command]:
        """A take that may come late is undone before anything else is said."""
        found = [scripts.void(keys, place, most) for place, (keys, most) in self.voids.items()]
        found += [scripts.pause(keys, t - now) for keys, t in self.pauses.items() if t > now]
        alike = defaultdict[Keys, list[tuple[str, Became, float]]](list)
        for place, call in self.calls.items():
            alike[call.keys].append((place, *call.became(now)))
        return found + [scripts.tell(keys, calls) for keys, calls in alike.items()]


class Calls:
    """Moments are the event loop's."""

    def __init__(self) -> None:
        self._counting: dict[str, _Call] = {}
        self._ended: deque[tuple[float, str, _Call]] = deque()
        self._news = News()

    @property
    def has_news(self) -> bool:
        return bool(self._news)

    def begin(self, place: str, keys: Keys, now: float, *, told: bool) -> None:
        """A call has its place; `told`: Redis gave it."""
        self._forget(now)
        self._counting[place] = call = _Call(keys)
        if not told:
            self._news.calls[place] = call

    def end(self, place: str, keys: Keys, now: float, *, sent: bool) -> None:
        """It is over; one that was not sent, or never came to be, counts no more."""
        self._forget(now)
        call = self._counting.get(place) or _Call(keys)
        call.ended, call.sent = now, sent
        if not sent:
            self._counting.pop(place, None)
        longest = max((each.seconds for _, limits in keys for each in limits), default=0)
        self._ended.append((now + longest, place, call))
        self._news.calls[place] = call

    def void(self, place: str, keys: Keys, most: int) -> None:
        """A take of up to so many was not answered."""
        self._news.voids[place] = keys, most

    def pause(self, keys: Keys, until: float) -> None:
        self._news.pauses[keys] = max(until, self._news.pauses.get(keys, until))

    def told(self) -> News:
        """What is told now."""
        news, self._news = self._news, News()
        return news

    def untold(self, news: News) -> None:
        """It may not have been heard."""
        self._news.calls = news.calls | self._news.calls
        self._news.voids |= news.voids
        for keys, until in news.pauses.items():
            self.pause(keys, until)

    def tell_all(self) -> None:
        """Redis may know of none of them."""
        self._news.calls = self._counting | self._news.calls

    def counts(self, now: float) -> Counter[tuple[str, int]]:
        """How many count in each bucket's window of a length."""
        found = Counter[tuple[str, int]]()
        for call in self._counting.values():
            for key, limits in call.keys:
                for each in limits:
                    counts = call.ended is None or now - call.ended < each.seconds
                    found[key, each.seconds] += counts
        return found

    def _forget(self, now: float) -> None:
        while self._ended and self._ended[0][0] < now:
            _, place, call = self._ended.popleft()
            for known in (self._counting, self._news.calls):
                if known.get(place) is call:
                    del known[place]
