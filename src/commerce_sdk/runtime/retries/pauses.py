"""The pauses between the attempts of one call: policy, deadline, clock and chance together."""

from __future__ import annotations

import random

from commerce_sdk.clock import Clock
from commerce_sdk.errors import CommerceError, RateLimited
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.events import Hooks, RetryEvent, tell
from commerce_sdk.runtime.call.exchange import Context
from commerce_sdk.runtime.retries.backoff import look_interval, next_look
from commerce_sdk.runtime.retries.policy import NO_RETRY, RetryPolicy, RetryQuota


class Pauses:
    """Waits before another attempt or look, or says that there is to be none."""

    def __init__(
        self,
        *,
        policy: RetryPolicy | None,
        context: Context,
        clock: Clock,
        chance: random.Random,
        quota: RetryQuota,
        hooks: Hooks,
    ) -> None:
        self.policy: RetryPolicy = policy or NO_RETRY
        self.deadline: Deadline = context.deadline
        self._context = context
        self._clock = clock
        self._chance = chance
        self._quota = quota
        self._hooks = hooks

    @property
    def attempts(self) -> int:
        return self.policy.attempts

    async def before_attempt(
        self, failures: int, error: CommerceError, sends: Deadline | None = None
    ) -> bool:
        """Pause before the next attempt; False where there is to be none. Raises `TooLate` where
        that would not be sent in time, by a deadline of what is sent."""
        if failures >= self.policy.attempts:
            return False
        seconds = self.policy.pause(failures, error, self._chance)
        if seconds is None:
            return False
        if sends is not None:
            sends.check_instant("pausing before the next attempt", seconds)
        if not self.deadline.allows(seconds):
            return False
        # A server that says when to come back is no outage.
        if not isinstance(error, RateLimited) and not self._quota.take():
            return False
        if self._hooks.retry is not None:
            event = RetryEvent(
                call_id=self._context.call_id,
                operation=error.operation,
                failures=failures,
                seconds=seconds,
                error=error,
            )
            tell(self._hooks.retry, event)
        await self._sleep(seconds)
        return True

    async def before_look(self, looks: int, *, few: bool, asked: float, took: float) -> bool:
        """Pause before looking again; False where that was the last look: the only one without
        retries or quota, the policy's last where a few are enough or there is no deadline, else
        the one right before the deadline, which is then waited for."""
        if self.policy.attempts == 1 or not self._quota.allows():
            return False
        if looks >= self.policy.attempts and (few or self.deadline.seconds is None):
            return False
        left = self.deadline.remaining()
        wanted = max(asked, look_interval(looks))
        seconds = next_look(wanted, left=left, whole=self.deadline.seconds, took=took)
        if seconds is None:
            await self._sleep(left or 0.0)
            return False
        await self._sleep(seconds)
        return True

    async def _sleep(self, seconds: float) -> None:
        with self.deadline.charge("pauses"):
            await self._clock.sleep(seconds)
