"""Limits of a platform that counts what it refuses, and what counts by the address alone."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox.engine import ManualClock, Server
from tests.sandbox.engine.serving import Asked, a_document, asking, one_server

pytestmark = pytest.mark.anyio

WINDOWS = [{"limit": 2, "seconds": 10, "scope": "address"}]


def said(standings: Any) -> dict[str, str]:
    return {"X-Left": str(standings[0].remaining)} if standings else {}


async def asked(server: Server, *pauses: float) -> list[httpx.Response]:
    """What calls are answered, each after a pause."""
    clock = server.clock
    assert isinstance(clock, ManualClock)
    answers = []
    async with asking(server) as client:
        for pause in pauses:
            clock.advance(pause)
            answers.append(await client.get("/a"))
    return answers


@pytest.mark.parametrize(
    ("refused_count", "statuses"),
    [(False, [204, 204, 429, 429, 204, 204, 204]), (True, [204, 204, 429, 429, 429, 429, 204])],
)
async def test_who_goes_on_over_a_limit_stays_refused(
    refused_count: bool, statuses: list[int]
) -> None:
    document = a_document("/a", {"x-rate-limit": WINDOWS})
    server = one_server(document, Asked(), refused_count=refused_count, limit_headers=said)
    answers = await asked(server, 0, 0, 4, 5, 1, 0, 10)
    assert [each.status_code for each in answers] == statuses
    # What was refused counts, so nobody can promise when the next one is let in.
    assert ("retry-after" in answers[2].headers) is not refused_count
    assert answers[2].headers["x-left"] == "0"


async def test_who_is_not_let_in_counts_by_the_address_alone() -> None:
    limits = [*WINDOWS, {"limit": 1, "seconds": 10, "scope": "credential", "bucket": "own"}]
    document = a_document(
        "/a",
        {"x-rate-limit": limits},
        security=[{"token": []}],
        components={"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}},
    )
    server = one_server(
        document, Asked(), credentials={"token": ["t"]}, refused_count=True, limit_headers=said
    )
    async with asking(server) as client:
        seen = []
        for headers in ({}, {"Authorization": "Bearer t"}, {}):
            answer = await client.get("/a", headers=headers)
            seen.append((answer.status_code, answer.headers["x-left"]))
    assert seen == [(401, "1"), (204, "0"), (429, "0")]
