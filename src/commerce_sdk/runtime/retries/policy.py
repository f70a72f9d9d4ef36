"""When and after which pause a call is tried again."""

from __future__ import annotations

import random
from collections.abc import Iterable
from typing import Self

from msgspec.structs import force_setattr, replace

from commerce_sdk import defaults
from commerce_sdk.errors import (
    AnswerTooLarge,
    ApiError,
    CommerceError,
    ConnectionFailed,
    DecodeError,
    InvalidRequest,
)
from commerce_sdk.runtime.checks import count, seconds
from commerce_sdk.runtime.retries.backoff import grown
from commerce_sdk.value import Value


class RetryPolicy(Value, frozen=True, kw_only=True):
    """How often and after which pauses; an immutable value. Times are in seconds.

    Pauses are random between nothing and a bound that doubles from `first_pause` to `pause_cap`
    (full jitter). A server's `Retry-After` counts instead, up to `retry_after_cap`; a longer one
    ends the tries. One shorter than `first_pause` (0, a date just past) is only the least that is
    waited, for taken at its word it would burn all tries at one instant. `statuses` are those
    worth another try; what may be tried again at all follows from the document (`x-retry`).
    """

    attempts: int = defaults.RETRY_ATTEMPTS
    first_pause: float = defaults.RETRY_FIRST_PAUSE
    pause_cap: float = defaults.RETRY_PAUSE_CAP
    retry_after_cap: float = defaults.RETRY_AFTER_CAP
    statuses: frozenset[int] = defaults.RETRY_STATUSES

    def __post_init__(self) -> None:
        count(self.attempts, "retry.attempts")
        for name in ("first_pause", "pause_cap", "retry_after_cap"):
            seconds(getattr(self, name), f"retry.{name}")
        given = [*self.statuses] if isinstance(self.statuses, Iterable) else [None]
        if not all(type(status) is int for status in given):
            raise InvalidRequest("must be a set of statuses, as numbers", path="retry.statuses")
        force_setattr(self, "statuses", frozenset(given))

    def with_attempts(self, attempts: int) -> Self:
        """The same policy with so many attempts at the most, the first one counted."""
        return replace(self, attempts=attempts)

    def with_pauses(self, *, first: float | None = None, cap: float | None = None) -> Self:
        """The same policy with other pauses."""
        return replace(
            self,
            first_pause=self.first_pause if first is None else first,
            pause_cap=self.pause_cap if cap is None else cap,
        )

    def with_statuses(self, statuses: Iterable[int]) -> Self:
        """The same policy with other statuses worth another try."""
        return replace(self, statuses=statuses)

    def pause(
        self, failures: int, error: CommerceError | None, chance: random.Random
    ) -> float | None:
        """Seconds to wait after so many failures; None where the server asks for too long."""
        asked = (error.retry_after or 0.0) if isinstance(error, ApiError) else 0.0
        if asked > self.retry_after_cap:
            return None
        if asked >= self.first_pause:
            return asked
        own = chance.uniform(0.0, grown(self.first_pause, 2.0, failures - 1, self.pause_cap))
        return max(asked, own)

    def worth_another_try(self, error: CommerceError) -> bool:
        """Is it a failure that may pass, for a call that may be sent again?"""
        if isinstance(error, ApiError):
            return error.status in self.statuses
        # A body cut short without a length reads as half a document; a huge one stays huge.
        return isinstance(error, ConnectionFailed | DecodeError) and not isinstance(
            error, AnswerTooLarge
        )


class RetryQuota:
    """What all calls of a client may spend on further attempts. Each one costs, and each success
    gives a little back; so in an outage calls soon cost one attempt each, and the platform is not
    held down by those who wait for it."""

    def __init__(self, capacity: int = defaults.RETRY_QUOTA) -> None:
        self._capacity = capacity
        self._left = capacity

    def allows(self) -> bool:
        """Is enough left for a further attempt?"""
        return self._left >= defaults.RETRY_COST

    def take(self) -> bool:
        """Spend on one further attempt; False where too little is left."""
        if not self.allows():
            return False
        self._left -= defaults.RETRY_COST
        return True

    def succeeded(self) -> None:
        """A call has succeeded."""
        self._left = min(self._capacity, self._left + 1)


DEFAULT_POLICY = RetryPolicy()

NO_RETRY = RetryPolicy(attempts=1)
