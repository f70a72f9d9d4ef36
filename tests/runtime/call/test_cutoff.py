"""What ends first, an instant after which nothing is sent or the deadline around it."""

from __future__ import annotations

import pytest

from commerce_sdk import DeadlineExceeded, TooLate
from commerce_sdk.runtime.call.cutoff import Cutoff
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock


def cutoff(instant: float, deadline: float | None) -> Cutoff:
    """In so many seconds, within a deadline of so many."""
    clock = VirtualClock(ManualClock())
    return Cutoff(clock.time() + instant, Deadline(deadline, clock))


@pytest.mark.parametrize(("instant", "deadline"), [(5, 6), (5, None)])
def test_an_instant_before_the_deadline_is_what_there_is_time_until(
    instant: float, deadline: float | None
) -> None:
    until = cutoff(instant, deadline)
    assert until.remaining() == 5
    until.check_instant("pausing", 4.5)
    for seconds in (5, 6):
        with pytest.raises(TooLate, match="while pausing"):
            until.check_instant("pausing", seconds)
    assert isinstance(until.error("pausing"), TooLate)


@pytest.mark.parametrize("instant", [5, 6])
def test_a_deadline_that_ends_no_later_than_the_instant_says_so_itself(instant: float) -> None:
    until = cutoff(instant, 5)
    assert until.remaining() == 5
    until.check_instant("pausing", 7)
    assert isinstance(until.error("pausing"), DeadlineExceeded)
