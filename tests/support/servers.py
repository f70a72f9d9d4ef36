"""A sandbox, or another application, behind real sockets, with the fault proxy before it, in a thread of their own."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

import httpx
import uvicorn
from starlette.types import ASGIApp

from commerce_sdk.sandbox.faults import FaultProxy


def listener_on_loopback() -> socket.socket:
    # Named as TCP, for asyncio sets TCP_NODELAY on such a socket only; without it each answer
    # waits 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    return listener


class Served:
    """A served sandbox, or another application. `url` leads through the proxy, `direct` past it;
    what is `beside` listens for it, too."""

    def __init__(
        self, sandbox: Any, base_path: str | None = None, beside: Sequence[socket.socket] = ()
    ) -> None:
        self.sandbox = sandbox
        self._beside = beside
        self._base_path = sandbox.document.base_path if base_path is None else base_path
        self._listener = listener_on_loopback()
        self._port = self._listener.getsockname()[1]
        self.proxy = FaultProxy("127.0.0.1", self._port)
        self._server = uvicorn.Server(
            uvicorn.Config(sandbox, log_level="warning", access_log=False, lifespan="off")
        )
        self._ready = threading.Event()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)

    @property
    def url(self) -> str:
        return self.proxy.url(self._base_path)

    @property
    def direct(self) -> str:
        return f"http://127.0.0.1:{self._port}{self._base_path}"

    async def _serve(self) -> None:
        async with self.proxy:
            serving = asyncio.create_task(self._server.serve([self._listener, *self._beside]))
            while not self._server.started:  # noqa: ASYNC110 - it offers nothing to wait on
                await asyncio.sleep(0.005)
            self._ready.set()
            await serving

    def start(self) -> None:
        self._thread.start()
        assert self._ready.wait(10), "the sandbox did not start"

    def stop(self) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._listener.close()


@contextmanager
def on_loopback(app: ASGIApp) -> Iterator[httpx.Client]:
    """Any ASGI application behind a real socket, started and stopped as a whole."""
    listener = listener_on_loopback()
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    ends = time.monotonic() + 10
    while not server.started and time.monotonic() < ends:
        time.sleep(0.005)
    try:
        with httpx.Client(base_url=f"http://127.0.0.1:{listener.getsockname()[1]}") as client:
            yield client
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


@contextmanager
def served(
    sandbox: Any, base_path: str | None = None, *, beside: Sequence[socket.socket] = ()
) -> Iterator[Served]:
    server = Served(sandbox, base_path, beside)
    server.start()
    try:
        yield server
    finally:
        server.stop()
