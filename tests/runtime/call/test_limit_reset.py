"""When a limit starts anew: each way to say it, at its bounds."""

from __future__ import annotations

import pytest

from commerce_sdk.runtime.call.exchange import Reply

NOW = 1.7e9
SAID = {
    "0": 0.0,
    "7.5": 7.5,
    "1000000000": 1e9,  # the most that is no instant
    "1000000000.5": 0.0,  # an instant that is over
    "1699999999.5": 0.0,
    "1700000000": 0.0,
    "1700000000.5": 0.5,
    "100000000000": 1e11 - NOW,  # the last second that is one
    "100000000001": 0.0,  # milliseconds
    "1699999999999": 0.0,
    "1700000000500": 0.5,
    "2023-11-14T22:13:20.5Z": 0.5,
    "2023-11-14T22:13:19.5Z": 0.0,
    "2023-11-14T22:13:21": 1.0,
    "2023-11-14 22:13:21 UTC": 1.0,
    "Tue, 14 Nov 2023 22:13:21 GMT": 1.0,
    "": None,
    '""': None,
    ".": None,
    "1.2.3": None,
    "-1": None,
    "²": None,
    "soon": None,
}


@pytest.mark.parametrize("name", ["ratelimit-reset", "x-ratelimit-reset"])
@pytest.mark.parametrize(("said", "seconds"), SAID.items(), ids=SAID)
def test_a_limit_starts_anew_when_its_header_says(
    name: str, said: str, seconds: float | None
) -> None:
    found = Reply(status=429, headers={name: said}).limit_reset(NOW)
    assert found == (None if seconds is None else pytest.approx(seconds, abs=1e-5))


def test_without_a_header_nobody_knows() -> None:
    assert Reply(status=429, headers={}).limit_reset(NOW) is None


@pytest.mark.parametrize("said", ["1700000007", "2023-11-14T22:13:27Z"])
def test_an_instant_is_by_the_servers_own_clock(said: str) -> None:
    headers = {"x-ratelimit-reset": said, "date": "Tue, 14 Nov 2023 22:13:25 GMT"}
    assert Reply(status=429, headers=headers).limit_reset(0.0) == 2.0
