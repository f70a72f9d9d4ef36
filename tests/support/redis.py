"""A real Redis server on loopback, of this test run's own."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import anyio
import pytest


def needs_redis() -> str:
    """The program.

    `make test` has to work where there is Python and make and nothing else, so without it the tests
    of limits over Redis are skipped, and the run ends with what they left unshown. A run that is to
    show everything (`.ci/run`) sets `REDIS_REQUIRED`, and fails.
    """
    found = shutil.which("redis-server")
    if found is None:
        without = (
            "limits over Redis are not tested: redis-server is not installed "
            "(Debian: apt-get install redis-server)"
        )
        if os.environ.get("REDIS_REQUIRED"):
            pytest.fail(without)
        pytest.skip(without)
    return found


class RedisServer:
    """Started and stopped as a test likes. It keeps nothing on disk, unless it `remembers`."""

    def __init__(self, folder: Path, *settings: str, remembers: bool = False) -> None:
        self._settings = [*settings, "--appendonly", "yes" if remembers else "no"]
        self._program = needs_redis()
        self._folder = folder
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port: int = probe.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        options = ["--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        options += ["--dir", str(self._folder), "--logfile", "redis.log", *self._settings]
        self._process = subprocess.Popen([self._program, *options], stdout=subprocess.DEVNULL)
        ends = time.monotonic() + 10
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                assert time.monotonic() < ends, "redis-server did not start"
                time.sleep(0.01)
            else:
                return

    def hang(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def go_on(self) -> None:
        assert self._process is not None
        self._process.send_signal(signal.SIGCONT)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        if self._process is not None:
            self._process.send_signal(how)
            self._process.wait(10)
            self._process = None


async def comes_to(expected: int, counted: Callable[[], Awaitable[int]]) -> None:
    """Redis is told of calls after they are over, by nobody who could be waited for."""
    with anyio.fail_after(30):
        while await counted() != expected:  # noqa: ASYNC110 - it offers nothing to wait on
            await anyio.sleep(0.005)


async def calls_in(raw: Any, key: str) -> int:
    """How many calls count under a key; beside them stands how far back anyone looks."""
    return int(await raw.zcount(key, 1, "+inf"))
