"""How far an attempt came, as the transport tells it, and what httpcore may not log of that."""

from __future__ import annotations

from typing import Any

import anyio
import pytest

from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import Evidence
from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio

CONNECTING = ("connection.connect_tcp.started", "connection.start_tls.started", "proxy.tunnel")
SENDING = ("http11.send_request_headers.started", "http2.send_request_headers.started")
NEITHER = ("http11.receive_response_headers.started", "connection.close.started")


async def told(*events: str) -> Evidence:
    evidence = Evidence()
    evidence.begin(Deadline(None, VirtualClock(ManualClock())))
    for event in events:
        await evidence(event, {})
    return evidence


@pytest.mark.parametrize("event", CONNECTING)
async def test_what_was_seen_connecting_and_never_sending_was_not_sent(event: str) -> None:
    assert not (await told(event)).may_have_sent
    for sending in SENDING:
        assert (await told(event, sending)).may_have_sent


@pytest.mark.parametrize("event", [*SENDING, *NEITHER])
async def test_what_was_not_seen_connecting_may_have_been_sent(event: str) -> None:
    assert (await told(event)).may_have_sent


async def test_only_what_began_may_have_been_sent() -> None:
    assert not Evidence().may_have_sent
    assert (await told()).may_have_sent


async def test_a_deadline_that_cuts_nothing_off_is_for_others_to_tell() -> None:
    clock = VirtualClock(ManualClock())
    deadline = Deadline(5, clock)
    await clock.sleep(6)
    evidence = Evidence()
    evidence.begin(deadline)
    await evidence(SENDING[0], {})
    assert evidence.may_have_sent


@pytest.mark.parametrize(
    ("event", "info", "left"),
    [
        (
            "http11.receive_response_headers.complete",
            {"return_value": (b"HTTP/1.1", 200, b"OK", [(b"set-cookie", b"s")])},
            {"return_value": None},
        ),
        (
            "http11.receive_response_body.failed",
            {"exception": anyio.BrokenResourceError("b'secret'")},
            {"exception": anyio.BrokenResourceError},
        ),
        ("http11.receive_response_body.failed", {}, {}),
        ("connection.connect_tcp.complete", {"return_value": 1}, {"return_value": 1}),
        ("connection.other", {"exception": 1}, {"exception": 1}),
    ],
)
async def test_what_came_is_nothing_to_log(
    event: str, info: dict[str, Any], left: dict[str, Any]
) -> None:
    told = dict(info)
    await Evidence()(event, told)
    assert told == left
