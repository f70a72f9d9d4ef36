"""What real sockets do: each fault ends within the deadline, as the right result or a typed error."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import suppress

import anyio
import httpx
import pytest
from starlette.responses import JSONResponse

from commerce_sdk import (
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    NotFound,
    RetryPolicy,
    defaults,
)
from commerce_sdk.sandbox.faults import (
    CutAfterApplying,
    CutBeforeApplying,
    CutInAnswer,
    Drip,
    Fault,
    ResetAtAccept,
    Silence,
)
from tests.support.clients import open_connections
from tests.support.metronome import metronome
from tests.support.servers import Served, served
from tests.support.shop import BILL, ShopClient

pytestmark = pytest.mark.anyio
QUICK = RetryPolicy(attempts=3, first_pause=0.01, pause_cap=0.02)
PATIENT = QUICK.with_attempts(100)
"""Where attempts have little time: a loaded machine may need more of them."""


@pytest.fixture(scope="module")
def platform() -> Iterator[Served]:
    page = JSONResponse({"data": [{"id": BILL, "total": number} for number in range(3)]})
    with served(page, "/api") as running:
        yield running


def client(url: str, **settings: object) -> ShopClient:
    options: dict[str, object] = {"retry": QUICK, "deadline": 5.0, "attempt_timeout": 0.6}
    return ShopClient(
        token="t",
        shop="corner",
        base_url=url,
        **{**options, **settings},  # type: ignore[arg-type]
    )


FAULTS: list[Fault] = [
    ResetAtAccept(),
    CutBeforeApplying(),
    CutBeforeApplying(reset=True),
    CutAfterApplying(),
    CutAfterApplying(reset=True),
    CutInAnswer(),
    CutInAnswer(reset=True),
    Silence(5),
    Drip(0.03),
]


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
async def test_a_read_gets_over_a_fault(platform: Served, fault: Fault) -> None:
    struck = platform.proxy.struck
    platform.proxy.plan(fault)
    async with client(platform.url, retry=PATIENT, deadline=60) as shop:
        bills = await shop.bills.list().collect(limit=2)

    assert len(bills) == 2
    assert platform.proxy.struck == struck + 1


@pytest.mark.parametrize("fault", [f for f in FAULTS if not isinstance(f, ResetAtAccept)], ids=repr)
async def test_without_retries_a_fault_is_a_typed_error_that_says_it_may_have_been_sent(
    platform: Served, fault: Fault
) -> None:
    platform.proxy.plan(fault)
    async with client(platform.url, retry=None) as shop:
        with pytest.raises(CommerceError) as caught:
            await shop.bills.list().collect()

    assert isinstance(caught.value, ConnectionFailed)
    assert caught.value.sent is True
    assert caught.value.operation == "list_bills"
    assert [attempt.sent for attempt in caught.value.attempts] == [True]


@pytest.mark.parametrize("fault", [Silence(600), Drip(5)], ids=repr)
async def test_a_deadline_cuts_the_attempt_in_flight(platform: Served, fault: Fault) -> None:
    platform.proxy.plan(fault)
    async with (
        client(platform.url, deadline=0.2, attempt_timeout=None) as shop,
        metronome() as taken,
    ):
        with anyio.fail_after(60), pytest.raises(DeadlineExceeded) as caught:
            await shop.bills.list().collect()

    assert taken.seconds < 1.5
    assert set(caught.value.spent) >= {"attempts"}
    assert caught.value.spent["attempts"] > 0
    assert "attempts" in str(caught.value)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


@pytest.mark.parametrize(
    ("url", "says"),
    [
        (f"http://127.0.0.1:{free_port()}/api", "could not connect to 127.0.0.1"),
        ("https://no-such-host.invalid/api", "could not connect to no-such-host.invalid"),
    ],
    ids=["a port that nobody listens at", "a host that is not there"],
)
async def test_what_was_never_sent_is_surely_not_applied(url: str, says: str) -> None:
    async with client(url) as shop:
        with pytest.raises(ConnectionFailed, match=says) as caught:
            await shop.bills.send(BILL)

    assert caught.value.sent is False
    assert caught.value.maybe_applied is False
    assert len(caught.value.attempts) == QUICK.attempts


class Answers:
    """Answers so many requests on each connection, as if it went on, then closes it: the client
    finds out when idle."""

    def __init__(self, on_each: int) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.on_each = on_each
        self.connections = self.closed = self.answered = 0
        self._thread = threading.Thread(target=self._serve, daemon=True)

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self.listener.accept()
                self.connections += 1
                with connection:
                    for _ in range(self.on_each):
                        if b"\r\n\r\n" not in connection.recv(65536):
                            break
                        self.answered += 1
                        connection.sendall(b"HTTP/1.1 404 Not Found\r\ncontent-length: 2\r\n\r\n{}")
                self.closed += 1

    async def has_closed(self, connections: int) -> None:
        with anyio.fail_after(60):
            while self.closed < connections:  # noqa: ASYNC110 - a thread's doing
                await anyio.sleep(0.002)

    def __enter__(self) -> Answers:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        self._thread.join(5)


@pytest.mark.parametrize(
    ("on_each", "keep_alive", "connections"),
    [(1, 600, 4), (2, 600, 2), (9, 600, 1), (9, 0.001, 4)],
    ids=["closed while idle", "closed after two", "kept", "idle for too long"],
)
async def test_a_connection_is_used_again_while_it_can_be(
    on_each: int, keep_alive: float, connections: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(defaults, "KEEP_ALIVE", keep_alive)
    with Answers(on_each) as server:
        port = server.listener.getsockname()[1]
        async with client(f"http://127.0.0.1:{port}/api", retry=None) as shop:
            for asked in range(1, 5):
                with pytest.raises(NotFound):
                    await shop.bills.get(BILL)
                await server.has_closed(asked // on_each)
                await anyio.sleep(0.002)  # longer than the shortest that one is kept
            assert len(open_connections(shop)) <= 1

    assert (server.answered, server.connections) == (4, connections)


async def test_what_patches_httpx_reaches_the_clients_own_transport(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked: list[str] = []

    async def mocked(transport: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        asked.append(request.url.path)
        return httpx.Response(404)

    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", mocked)
    async with client("http://127.0.0.1:1/api", retry=None) as shop:
        with pytest.raises(NotFound):
            await shop.bills.get(BILL)
    assert asked == [f"/api/v1/bills/{BILL}"]


async def test_faults_leave_no_connection_behind(platform: Served) -> None:
    async with client(platform.url, attempt_timeout=0.05, retry=PATIENT, deadline=60) as shop:
        for fault in FAULTS * 2:
            platform.proxy.plan(fault)
            await shop.bills.list().first()
        assert len(open_connections(shop)) <= 1
