"""When Redis counts as there, away or back; no clock and no connection is needed to say so."""

from __future__ import annotations

from commerce_sdk import defaults
from commerce_sdk.runtime.limits.redis.availability import Availability

LOOKS = defaults.LIMITER_AWAY + defaults.LIMITER_TIMEOUT


def test_a_connection_that_breaks_is_no_outage_and_three_in_a_row_are() -> None:
    cut = Availability().cut(1).cut(2)
    assert not cut.is_away
    assert not cut.is_unsure(60, 1)
    assert cut.answered(2) == Availability()
    assert cut.answered(2).cut(3).is_away is False
    assert cut.cut(2).is_away


def test_what_does_not_answer_is_away_at_once() -> None:
    away = Availability().failed(5)
    assert away.is_away
    assert away.lost == 5
    assert away.failed(7) == away.cut(7) == away, "since when it is does not change"


def test_what_others_let_go_before_is_unsure_for_a_window_after_it_was_lost() -> None:
    away = Availability().failed(5)
    assert away.is_fresh(10, 14.9)
    assert not away.is_fresh(10, 15)
    assert away.settles(10, 1000), (
        "but what others let go meanwhile is unsure as long as it is away"
    )


def test_once_it_is_back_everybody_is_given_the_time_to_tell() -> None:
    back = Availability().failed(5).answered(20)
    assert not back.is_away
    assert back.settles(10, 20 + LOOKS - 0.1)
    assert not back.is_unsure(10, 20 + LOOKS)
    assert back.answered(30) == back


def test_after_it_began_anew_a_whole_window_is_unsure() -> None:
    anew = Availability().forgot(5)
    assert not anew.is_away
    assert anew.settles(10, 14.9)
    assert anew.is_fresh(10, 14.9)
    assert not anew.is_unsure(10, 15)
