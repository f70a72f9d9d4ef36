"""One budget of time for everything in a call."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from commerce_sdk.clock import Clock
from commerce_sdk.errors import CommerceError, DeadlineExceeded


class Deadline:
    """The seconds that a call has, opened once, on the client's clock.

    Whatever takes time charges it by name, so that the error can say where the time went. `of` is
    the number that its user knows, where this is what is left of that.
    """

    cuts_off = False
    """Is it one of what is sent, after which nothing may leave?"""

    def __init__(self, seconds: float | None, clock: Clock, of: float | None = None) -> None:
        self.seconds = seconds
        self.clock = clock
        self._of = seconds if of is None else of
        self._opened = clock.monotonic()
        self.spent: dict[str, float] = {}

    @classmethod
    def within(cls, allowance: Allowance, seconds: float | None, clock: Clock) -> Deadline:
        """A deadline of so many seconds, or of an iteration's rest where that is less."""
        left = allowance.left()
        if left is None or (seconds is not None and seconds < left):
            return cls(seconds, clock)
        return cls(left, clock, of=allowance.seconds)

    def remaining(self) -> float | None:
        """Seconds left, never below zero; None without a limit."""
        if self.seconds is None:
            return None
        return max(0.0, self._opened + self.seconds - self.clock.monotonic())

    @property
    def elapsed(self) -> float:
        """Seconds since it was opened."""
        return self.clock.monotonic() - self._opened

    @property
    def expired(self) -> bool:
        """Has it passed?"""
        return self.remaining() == 0.0

    def allows(self, seconds: float) -> bool:
        """Is there time for a pause of so many seconds, and something after it?"""
        remaining = self.remaining()
        return remaining is None or seconds < remaining

    def check_instant(self, doing: str, seconds: float = 0.0) -> None:
        """Raises `TooLate` where an instant after which nothing is to be sent is over, or will be
        after so many seconds. A deadline by itself has none."""

    def charge(self, what: str) -> Charge:
        """Count the time of a block under a name."""
        return Charge(self.spent, what, self.clock)

    def error(self, doing: str) -> CommerceError:
        """The error of this deadline's end."""
        text = f"the deadline of {self._of} s ended while {doing}"
        return DeadlineExceeded(text, spent=self.spent)


class Charge:
    """A block whose time is counted. A class, for each call has several."""

    __slots__ = ("_began", "_clock", "_spent", "_what", "seconds")

    def __init__(self, spent: dict[str, float], what: str, clock: Clock) -> None:
        self._spent = spent
        self._what = what
        self._clock = clock
        self._began = 0.0
        self.seconds: float = 0.0

    def __enter__(self) -> Charge:
        self._began = self._clock.monotonic()
        return self

    def __exit__(self, _type: object, fault: object, _frames: object) -> None:
        self.seconds = self._clock.monotonic() - self._began
        self._spent[self._what] = self._spent.get(self._what, 0.0) + self.seconds
        if isinstance(fault, DeadlineExceeded):
            fault.spent = dict(self._spent)  # it was raised before this block had counted


class Allowance:
    """The seconds that a whole iteration has; only the SDK's own time in it counts."""

    def __init__(self, seconds: float | None, clock: Clock) -> None:
        self.seconds = seconds
        self._left = seconds
        self._clock = clock
        self._began: float | None = None

    @contextmanager
    def running(self) -> Iterator[None]:
        """Count the time of a block."""
        self._began = self._clock.monotonic()
        try:
            yield
        finally:
            self._left = self.left()
            self._began = None

    def left(self) -> float | None:
        """Seconds left now; None without a limit."""
        if self._left is None or self._began is None:
            return self._left
        return max(0.0, self._left - (self._clock.monotonic() - self._began))
