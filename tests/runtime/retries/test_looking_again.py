"""When something is looked at again: which trouble passes, how long a server may ask to be left
alone, and the last look before the end."""

from __future__ import annotations

import pytest

from commerce_sdk import (
    AnswerTooLarge,
    ApiError,
    AuthenticationFailed,
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    defaults,
)
from commerce_sdk.errors import WrongAnswer, error_class
from commerce_sdk.runtime.retries.backoff import last_look, next_look
from commerce_sdk.runtime.retries.transient import asked_pause, is_passing

PASSES = {408, 409, 423, 425, 429}


@pytest.mark.parametrize("status", [*range(400, 432), 451, 499, *range(500, 512), 599])
def test_which_answers_pass(status: int) -> None:
    error = error_class(status)(status)
    passes = status in PASSES or status >= 500
    assert is_passing(error) is passes
    assert is_passing(error, seen=True) is (passes or status == 404), "it was there before"


@pytest.mark.parametrize(
    ("error", "passes"),
    [
        (ConnectionFailed("it broke", sent=True), True),
        (ConnectionFailed("it broke", sent=False), True),
        (DecodeError("no JSON"), True),
        (DeadlineExceeded("it ended"), True),
        (AnswerTooLarge("too large"), False),
        (WrongAnswer("of another"), False),
        (AuthenticationFailed("no token"), True),
        (AuthenticationFailed("no token", refused=True), False),
        (InvalidRequest("must be a text", path="id"), False),
        (ClientClosed("closed"), False),
    ],
    ids=repr,
)
def test_which_other_trouble_passes(error: CommerceError, passes: bool) -> None:
    assert is_passing(error) is passes
    assert is_passing(error, seen=True) is passes


def test_a_server_is_left_alone_as_long_as_it_asks_within_reason() -> None:
    for asked, seconds in (
        (None, 0.0),
        (0.0, 0.0),
        (7.5, 7.5),
        (defaults.RETRY_AFTER_CAP, defaults.RETRY_AFTER_CAP),
        (10 * defaults.RETRY_AFTER_CAP, defaults.RETRY_AFTER_CAP),
    ):
        assert asked_pause(ApiError(503, retry_after=asked)) == seconds
    assert asked_pause(ConnectionFailed("it broke", sent=True)) == 0.0
    assert asked_pause(None) == 0.0


@pytest.mark.parametrize(
    ("left", "seconds"),
    [(60.0, 5.0), (6.0, 5.0), (4.0, 3.0), (2.0, 1.0), (1.6, 0.6), (1.5, None), (1.0, None)],
)
def test_the_last_look_begins_right_before_the_end(left: float, seconds: float | None) -> None:
    """A look takes half a second, so the last one begins a second before the end."""
    assert last_look(60.0, 0.5) == 1.0
    found = next_look(5.0, left=left, whole=60.0, took=0.5)
    assert found == (None if seconds is None else pytest.approx(seconds))


def test_a_quick_look_needs_less_before_the_end() -> None:
    assert last_look(60.0, 0.25) == 0.5
    assert last_look(60.0, 0.0) == defaults.LAST_LOOK
    assert last_look(5.0, 0.5) == 0.5, "of a short wait it is a tenth at the most"
    assert next_look(5.0, left=1.0, whole=60.0, took=0.25) == 0.5
    assert next_look(5.0, left=0.75, whole=60.0, took=0.25) is None


def test_without_an_end_there_is_no_last_look() -> None:
    assert next_look(5.0, left=None, whole=None, took=0.5) == 5.0
    assert next_look(5.0, left=3.0, whole=None, took=0.5) == 5.0
