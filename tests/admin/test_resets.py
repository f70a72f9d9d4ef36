"""When a limit starts anew, as the administration says it: in its headers, with or without the rest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import httpx
import pytest

from commerce_sdk import AdminClient, RateLimited
from commerce_sdk.sandbox import ORGANIZATION, TOKEN, ManualClock

pytestmark = pytest.mark.anyio

START = datetime(2026, 3, 1, 12, tzinfo=UTC)
RESET = START + timedelta(seconds=30)
SPELLED = {
    "iso": RESET.isoformat(),
    "Z": f"{RESET:%Y-%m-%dT%H:%M:%SZ}",
    "small letters": f"{RESET:%Y-%m-%dt%H:%M:%Sz}",
    "another zone": "2026-03-01T14:00:30+02:00",
    "in words": f"{RESET:%Y-%m-%d %H:%M:%S} UTC",
    "as HTTP writes dates": format_datetime(RESET, usegmt=True),
    "quoted": f'"{RESET.isoformat()}"',
    "seconds": "30",
    "since the epoch": str(int(RESET.timestamp())),
    "milliseconds since the epoch": str(int(RESET.timestamp() * 1000)),
}
STATUS = {"data": {"requestId": "1", "status": "IN_PROGRESS"}}


@pytest.mark.parametrize("limiter", [True, False], ids=["limits kept", "no limits kept"])
@pytest.mark.parametrize("reset", SPELLED.values(), ids=SPELLED)
async def test_a_429_is_tried_again_once_its_limit_starts_anew(reset: str, limiter: bool) -> None:
    clock = ManualClock(START.timestamp())

    def answer(request: httpx.Request) -> httpx.Response:
        if clock.time() < RESET.timestamp():
            return httpx.Response(429, json={"errors": []}, headers={"X-RateLimit-Reset": reset})
        return httpx.Response(200, json=STATUS)

    settings = {} if limiter else {"limiter": None}
    async with AdminClient(
        token=TOKEN,
        organization=ORGANIZATION,
        transport=httpx.MockTransport(answer),
        clock=clock,
        **settings,  # type: ignore[arg-type]
    ) as admin:
        await admin.provisioning.get("1")
    assert 30 <= clock.time() - START.timestamp() < 40


@pytest.mark.parametrize("reset", ["", "soon", "-5", "1e9", "99999999999999999999", "NaN", "0x10"])
async def test_what_says_nothing_is_not_waited_for(reset: str) -> None:
    clock = ManualClock(START.timestamp())

    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(429, json={"errors": []}, headers={"X-RateLimit-Reset": reset})

    async with AdminClient(
        token=TOKEN,
        organization=ORGANIZATION,
        transport=httpx.MockTransport(answer),
        clock=clock,
        limiter=None,
    ) as admin:
        with pytest.raises(RateLimited):
            await admin.provisioning.get("1")
    assert clock.time() - START.timestamp() < 60
