"""A journey whose process is killed, wherever that is, is provisioned once and ordered once by those
that go on with it; or it says that the provisioning is unclear, which it then is.

`make kills` runs the long form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from tests.journeys.kill_process import OF_A_TOKEN, OF_AN_EXCHANGE, Point
from tests.journeys.kill_witness import Platform, platform_in_a_process
from tests.journeys.kills import AT_ONCE, run_all, until_nothing_is_new

TOKENS = {"started", "provisioning", "ordering", "following"}


@pytest.fixture(scope="module")
def platform() -> Iterator[Platform]:
    with platform_in_a_process() as served:
        yield served


@pytest.mark.parametrize(
    ("kind", "exchanges", "loop"),
    [("new site", 5, "asyncio"), ("existing site", 6, "trio"), ("app", 7, "asyncio")],
)
def test_a_journey_is_killed_at_every_point(
    kind: str, exchanges: int, loop: str, platform: Platform
) -> None:
    """Some of the processes in one run, others in the next, for what was sent is not sent again."""
    killed_at: set[Point] = set()
    trials = until_nothing_is_new(kind, killed_at, tells_ways=False, loop=loop, switches=AT_ONCE)
    counts = run_all(platform, trials).counts
    moments = Counter(point.of for point in killed_at)
    assert {of: n for of, n in moments.items() if of in TOKENS} == dict.fromkeys(
        TOKENS, len(OF_A_TOKEN)
    )
    of_exchanges = [n for of, n in moments.items() if of not in TOKENS]
    assert of_exchanges == [len(OF_AN_EXCHANGE)] * exchanges
    assert counts["processes killed"] == len(killed_at)
    assert counts["unclear ends: it was provisioned"]
    assert counts["unclear ends: it was not"]
