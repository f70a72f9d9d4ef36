"""What a server says of its limits, which goes before what the document publishes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING
from weakref import WeakValueDictionary

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.runtime.call.exchange import LIMIT_HEADERS

if TYPE_CHECKING:
    from commerce_sdk.document.operation import RateLimit
    from commerce_sdk.runtime.limits.local import Buckets


class _Live(dict[str, "tuple[RateLimit, ...]"]):
    """Buckets that limiters look into anew whenever they look for a place, so that who waits
    already is held to what was learned meanwhile."""

    __slots__ = ("__weakref__",)


class Corrections:
    """What one client was told of the windows of its buckets. It holds from then on, for all
    operations that count in them."""

    def __init__(self) -> None:
        self._said: dict[tuple[str, int], int] = {}
        self._given: WeakValueDictionary[int, _Live] = WeakValueDictionary()

    def of(self, published: Buckets) -> Buckets:
        """The buckets as they are known by now, and as long as they are used."""
        live = _Live({key: self._corrected(key, limits) for key, limits in published.items()})
        self._given[id(live)] = live
        return live

    def learn(self, buckets: Buckets, headers: Mapping[str, str]) -> None:
        """Take in an answer to who counts in these: `X-RateLimit-Limit` calls in
        `X-RateLimit-Interval` seconds. What may be of several buckets, or of none, is of none."""
        for prefix in LIMIT_HEADERS:
            seconds = _count(headers.get(f"{prefix}interval"))
            limit = _count(headers.get(f"{prefix}limit"))
            if seconds is None or limit is None:
                continue
            of = [key for key, limits in buckets.items() if seconds in _lengths(limits)]
            if len(of) == 1 and self._said.get((of[0], seconds)) != limit:
                self._take_in(of[0], seconds, limit)

    def _take_in(self, key: str, seconds: int, limit: int) -> None:
        if len(self._said) >= defaults.LIMITS_LEARNED:
            del self._said[next(iter(self._said))]  # credentials and accounts come and go
        self._said[key, seconds] = limit
        for live in self._given.values():
            if key in live:
                live[key] = self._corrected(key, live[key])

    def _corrected(self, key: str, limits: tuple[RateLimit, ...]) -> tuple[RateLimit, ...]:
        if not self._said:
            return limits
        return tuple(
            replace(each, limit=self._said.get((key, each.seconds), each.limit)) for each in limits
        )


def _lengths(limits: tuple[RateLimit, ...]) -> list[int]:
    return [each.seconds for each in limits]


def _count(said: str | None) -> int | None:
    """A whole number that a limit can be; of several windows the first, which is the nearest."""
    text = (said or "").partition(",")[0].strip()
    if not (text.isascii() and text.isdigit() and len(text) <= defaults.LIMIT_DIGITS):
        return None
    return int(text) or None
