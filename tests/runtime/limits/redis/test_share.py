"""What a process may let go of by itself, by what it let go before and what Redis said last."""

from __future__ import annotations

import pytest

from commerce_sdk import defaults
from commerce_sdk.document.operation import RateLimit
from commerce_sdk.runtime.limits.redis.availability import Availability
from commerce_sdk.runtime.limits.redis.scripts import Keys
from commerce_sdk.runtime.limits.redis.share import Heard, Share

KEYS: Keys = (("k", (RateLimit(limit=100, seconds=10, scope="credential"),)),)
LOST = 1000.0
AWAY = Availability().failed(LOST)


def limit(
    processes: int | None, state: Availability, at: float, let_go: int = 0, left: int | None = None
) -> int | None:
    share = Share(processes)
    if left is not None:
        share.hear("k", Heard(LOST - 1, left, born=1))
    share.begin({("k", 10): let_go})
    limits = share.limits(KEYS, state, at)
    return None if limits is None else limits["k"][0].limit


def test_while_redis_is_there_it_is_redis_that_says_it() -> None:
    assert limit(6, Availability(), LOST) is None


@pytest.mark.parametrize(
    ("let_go", "left", "may"),
    [(0, 0, 0), (7, 0, 7), (30, 0, 16), (0, 60, 10), (7, 60, 16), (7, 12, 9)],
)
def test_for_one_window_it_is_what_it_was_and_a_part_of_what_was_left(
    let_go: int, left: int, may: int
) -> None:
    assert limit(6, AWAY, LOST + 9.9, let_go, left) == may
    assert limit(6, AWAY, LOST + 10, let_go, left) == 16


def test_who_has_not_asked_for_long_begins_with_its_share() -> None:
    assert limit(6, AWAY, LOST) == 16
    share = Share(6)
    for heard, may in ((10 + defaults.LIMIT_LEASE, 16), (9 + defaults.LIMIT_LEASE, 0)):
        share.hear("k", Heard(LOST - heard, 0, born=1))
        limits = share.limits(KEYS, AWAY, LOST)
        assert limits is not None
        assert limits["k"][0].limit == may


def test_a_share_is_one_at_the_least() -> None:
    assert limit(300, AWAY, LOST + 10) == 1


def test_who_was_told_no_number_goes_on_as_before_where_redis_forgot() -> None:
    anew = Availability().forgot(LOST)
    assert limit(None, anew, LOST + 9.9, let_go=7, left=60) == 7
    assert limit(None, anew, LOST + 10, let_go=7, left=60) is None
