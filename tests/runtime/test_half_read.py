"""A file that nobody reads to its end: whatever ends it, nothing of it is left to be collected, of
which trio complains (an error here)."""

from __future__ import annotations

import gc
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import anyio
import httpx
import pytest

from commerce_sdk import CommerceError, ConnectionFailed, DeadlineExceeded
from commerce_sdk.runtime.downloads import Parts
from tests.support.clients import open_connections
from tests.support.shop import BILL, ShopClient, shop_client
from tests.support.wires import CERTIFICATE, Server, Wire, server_context

pytestmark = pytest.mark.anyio


class HalfAFile(Server):
    """Sends half of a file, then nothing, or cuts."""

    is_cut = False

    def serve(self, wire: Wire) -> None:
        while True:
            wire.receive_until(b"\r\n\r\n")
            wire.send(b"HTTP/1.1 200 OK\r\ncontent-type: application/pdf\r\n")
            wire.send(b"content-length: 1000\r\n\r\n%PDF-")
            if self.is_cut:
                return
            self.stall(wire.socket)


@pytest.fixture(params=["plain", "tls"])
def server(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[HalfAFile]:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with HalfAFile(server_context() if request.param == "tls" else None) as running:
        yield running


@asynccontextmanager
async def half_read(server: HalfAFile, **settings: float) -> AsyncIterator[Parts]:
    scheme = "http" if server._context is None else "https"
    async with ShopClient(
        token="t",
        shop="corner",
        base_url=f"{scheme}://127.0.0.1:{server.port}/api",
        retry=None,
        limiter=None,
        **settings,  # type: ignore[arg-type]
    ) as shop:
        async with shop.bills.download(BILL) as parts:
            assert await anext(parts) == b"%PDF-"
            yield parts
        assert open_connections(shop) == []
        gc.collect()


async def test_left_after_its_first_part(server: HalfAFile) -> None:
    async with half_read(server):
        pass


async def test_left_by_an_error_of_the_callers_own(server: HalfAFile) -> None:
    with pytest.raises(LookupError):
        async with half_read(server):
            raise LookupError
    gc.collect()


async def test_cancelled_while_it_waits_for_the_next_part(server: HalfAFile) -> None:
    async def once_it_waits() -> None:
        await anyio.wait_all_tasks_blocked()
        scope.cancel()

    async with half_read(server) as parts, anyio.create_task_group() as tasks:
        with anyio.CancelScope() as scope:
            tasks.start_soon(once_it_waits)
            await anext(parts)
        assert scope.cancelled_caught


@pytest.mark.parametrize(
    ("cut", "settings", "fault"),
    [
        (False, {"deadline": 0.2}, DeadlineExceeded),
        (False, {"attempt_timeout": 0.2}, ConnectionFailed),
        (True, {}, ConnectionFailed),
    ],
    ids=["deadline", "time-out", "cut"],
)
async def test_broken_off_while_it_waits_for_the_next_part(
    server: HalfAFile, cut: bool, settings: dict[str, float], fault: type[CommerceError]
) -> None:
    server.is_cut = cut
    async with half_read(server, **settings) as parts:
        with pytest.raises(fault):
            await anext(parts)


async def test_each_part_has_a_time_of_its_own() -> None:
    # What was left when the file was opened may be as good as nothing, after a wait for a limit.
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        assert request.extensions["timeout"]["read"] == pytest.approx(5, abs=1)
        return httpx.Response(200, stream=httpx.ByteStream(b"%PDF-"))

    async with shop_client(answer, deadline=5) as shop, shop.bills.download(BILL) as parts:
        assert asked[0].extensions["timeout"]["read"] is None
        assert [part async for part in parts] == [b"%PDF-"]
