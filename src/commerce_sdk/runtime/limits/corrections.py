"""What a server says of its limits, which goes before what the document publishes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec.structs import replace

from commerce_sdk import defaults
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.call.exchange import LIMIT_HEADERS

Corrections = dict[tuple[str, int], int]
"""The calls that a server allows in a window, by its bucket's key and its length in seconds."""


def learn(
    said: Corrections, buckets: Mapping[str, tuple[RateLimit, ...]], headers: Mapping[str, str]
) -> tuple[str, ...]:
    """Take in an answer to who counts in these buckets: `X-RateLimit-Limit` calls in
    `X-RateLimit-Interval` seconds. What may be of several buckets, or of none, is of none. Gives
    the keys of which something new is known."""
    new = []
    for prefix in LIMIT_HEADERS:
        seconds = _count(headers.get(f"{prefix}interval"))
        limit = _count(headers.get(f"{prefix}limit"))
        if seconds is None or limit is None:
            continue
        of = [key for key, limits in buckets.items() if seconds in [e.seconds for e in limits]]
        if len(of) == 1 and said.get((of[0], seconds)) != limit:
            if len(said) >= defaults.LIMITS_LEARNED:
                del said[next(iter(said))]  # credentials and accounts come and go
            said[of[0], seconds] = limit
            new.append(of[0])
    return tuple(new)


def correct(
    said: Corrections, buckets: dict[str, tuple[RateLimit, ...]], keys: Iterable[str]
) -> None:
    """Let the windows of these buckets be, in place, as they are known by now: who waits already is
    held to it, too."""
    for key in keys:
        if key in buckets:
            buckets[key] = tuple(
                replace(each, limit=said.get((key, each.seconds), each.limit))
                for each in buckets[key]
            )


def _count(said: str | None) -> int | None:
    """A whole number that a limit can be; of several windows the first, which is the nearest."""
    text = (said or "").partition(",")[0].strip()
    if not (text.isascii() and text.isdigit() and len(text) <= defaults.LIMIT_DIGITS):
        return None
    return int(text) or None
