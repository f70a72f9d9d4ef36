"""The pauses between the attempts of one call: policy, deadline, clock and chance together."""

from __future__ import annotations

import random

from commerce_sdk.clock import Clock
from commerce_sdk.errors import CommerceError, RateLimited
from commerce_sdk.runtime.backoff import look_interval
from commerce_sdk.runtime.deadline import Deadline
from commerce_sdk.runtime.events import Hooks, RetryEvent, tell
from commerce_sdk.runtime.retry import NO_RETRY, RetryPolicy, RetryQuota


class Pauses:
    """Waits, or says that there is no point in waiting by raising the error at hand."""

    def __init__(
        self,
        *,
        policy: RetryPolicy | None,
        deadline: Deadline,
        clock: Clock,
        chance: random.Random,
        quota: RetryQuota,
        hooks: Hooks,
    ) -> None:
        self.policy = policy or NO_RETRY
        self._deadline = deadline
        self._clock = clock
        self._chance = chance
        self._quota = quota
        self._hooks = hooks

    @property
    def attempts(self) -> int:
        return self.policy.attempts

    async def before_attempt(self, failures: int, error: CommerceError) -> None:
        """Pause before the next attempt; raise `error` where there is to be none."""
        if failures >= self.policy.attempts:
            raise error
        seconds = self.policy.pause(failures, error, self._chance)
        if seconds is None or not self._deadline.allows(seconds):
            raise error
        # A server that says when to come back is no outage.
        if not isinstance(error, RateLimited) and not self._quota.take():
            raise error
        if self._hooks.retry is not None:
            event = RetryEvent(
                operation=error.operation, failures=failures, seconds=seconds, error=error
            )
            tell(self._hooks.retry, event)
        await self._sleep(seconds)

    async def before_look(self, looks: int, error: CommerceError) -> None:
        """Pause before looking again; at the deadline raise it, with `error` as its cause."""
        seconds = look_interval(looks)
        if not self._deadline.allows(seconds):
            raise self._deadline.error(
                "waiting for the order to become readable", maybe_applied=error.maybe_applied
            ) from error
        await self._sleep(seconds)

    async def _sleep(self, seconds: float) -> None:
        with self._deadline.charge("pauses"):
            await self._clock.sleep(seconds)
