"""What stands between a client and a server of any protocol: slow, cut, held up, or leading to
another."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from types import TracebackType
from typing import Self


class Relay:
    """Passes on what comes, half of `delay` late on each way."""

    def __init__(self, port: int) -> None:
        self.leads_to = port
        self.delay = 0.0
        self.connections = 0
        self._writers: set[asyncio.StreamWriter] = set()
        self._flows = asyncio.Event()
        self._flows.set()
        self._passing: set[asyncio.Task[None]] = set()

    @property
    def port(self) -> int:
        port: int = self._server.sockets[0].getsockname()[1]
        return port

    def cut(self) -> None:
        """Every connection, without a word."""
        for writer in self._writers:
            writer.transport.abort()

    def hold(self) -> None:
        """Nothing flows, and nothing is lost."""
        self._flows.clear()

    def let_go(self) -> None:
        self._flows.set()

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._server.close()
        self._flows.set()
        while self._passing:
            self.cut()
            await asyncio.wait(self._passing)

    async def _connected(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        self.connections += 1
        passing = asyncio.ensure_future(self._connect(here, back))
        self._passing.add(passing)
        passing.add_done_callback(self._passing.discard)

    async def _connect(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        try:
            there, on = await asyncio.open_connection("127.0.0.1", self.leads_to)
        except OSError:
            back.transport.abort()
            return
        self._writers |= {back, on}
        try:
            await asyncio.gather(self._pass_on(here, on), self._pass_on(there, back))
        finally:
            self._writers -= {back, on}

    async def _pass_on(self, read: asyncio.StreamReader, write: asyncio.StreamWriter) -> None:
        loop = asyncio.get_running_loop()
        with suppress(OSError):
            while data := await read.read(65536):
                await self._flows.wait()
                if self.delay:
                    loop.call_later(self.delay / 2, write.write, data)
                else:
                    write.write(data)
        with suppress(OSError):
            loop.call_later(self.delay / 2, write.close)
