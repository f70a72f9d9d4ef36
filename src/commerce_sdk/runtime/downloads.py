"""Files of the platform: fetched part by part, in constant memory."""

from __future__ import annotations

import os
import secrets
from pathlib import Path
from types import TracebackType
from typing import IO

import anyio

from commerce_sdk import defaults
from commerce_sdk.document.operation import Operation, Request
from commerce_sdk.errors import ClientClosed, DecodeError, InvalidRequest
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.runtime.call.exchange import Body, Context
from commerce_sdk.runtime.core import Core
from commerce_sdk.value import OfThisProcess


class Download(OfThisProcess):
    """A file, fetched when it is asked for and not before.

        await download.save("paper.pdf")
        async with download as parts:
            async for part in parts: …

    Entering the block and reading raise what any call does, and `NotFound`.
    """

    _instead = "carry the id, and ask for the file there"

    def __init__(self, core: Core, request: Request[bytes]) -> None:
        self._core = core
        self._request = core.tenants.fill(request)
        self._open: Parts | None = None

    async def save(self, path: str | os.PathLike[str], *, deadline: float | None = None) -> Path:
        """Write the file to `path`, replacing what is there, and return the path.

        The bytes go to a hidden file beside it that takes the name once it is whole, so that half
        a file never stands under `path`; whatever happens, nothing else is left behind. A broken
        connection starts the file anew.

        Args:
            deadline: Seconds for all of it; left out, the client's.

        Raises:
            InvalidRequest: `path` is a folder, in none, or no name of a file.
            NotFound: there is no such file.
            OSError: the disk refuses it.
        """
        target = _target(path)
        if await target.is_dir():
            raise InvalidRequest(f"{target} is a folder; name a file", path="path")
        if not await target.parent.is_dir():
            raise InvalidRequest(f"there is no folder {target.parent}", path="path")
        partial = target.with_name(f".{secrets.token_hex(8)}.part")
        limit = self._core.with_options(deadline=deadline) if deadline is not None else self._core
        context = limit.begin()

        async def receive(body: Body) -> None:
            try:
                async with await anyio.open_file(partial, "wb") as file:
                    parts, size = list[bytes](), 0
                    while part := await body.next_part(context.deadline):
                        parts.append(part)
                        size += len(part)
                        if size >= defaults.FILE_WRITE:
                            await file.write(b"".join(parts))
                            parts, size = [], 0
                    await anyio.to_thread.run_sync(_finish, file.wrapped, b"".join(parts))
            finally:
                await body.aclose()

        try:
            await self._core.fetch(self._request, receive, context=context)
            await partial.replace(target)
        finally:
            with anyio.CancelScope(shield=True):
                await partial.unlink(missing_ok=True)
        return Path(target)

    async def __aenter__(self) -> Parts:
        if self._open is not None:
            raise InvalidRequest("this download is open already; ask for another one")

        async def receive(body: Body) -> Body:
            return body

        body = await self._core.fetch(self._request, receive, context=self._core.begin())
        self._open = Parts(self._core, self._request.operation, body)
        return self._open

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        opened, self._open = self._open, None
        if opened is not None:
            await opened.aclose()


def _finish(file: IO[bytes], rest: bytes) -> None:
    file.write(rest)
    if not file.tell():
        raise DecodeError("the file that came is empty")
    file.flush()
    # Without it a power cut could leave the name on bytes that were not written.
    os.fsync(file.fileno())


def _target(path: str | os.PathLike[str]) -> anyio.Path:
    try:
        if b"\0" not in os.fsencode(path):
            return anyio.Path(path)
    except (TypeError, ValueError):
        pass
    raise InvalidRequest("is no name of a file", path="path")


class Parts(OfThisProcess):
    """The bytes of a file as they come. A connection that breaks on the way is an error: what was
    already handed out cannot be fetched again. Each part has the client's deadline."""

    _instead = "carry the id, and ask for the file there"

    def __init__(self, core: Core, operation: Operation, body: Body) -> None:
        self._core = core
        self._operation = operation
        self._body = body
        self._is_cut = False
        core.pipeline.begin(self)
        self._begun = False

    def __aiter__(self) -> Parts:
        return self

    async def __anext__(self) -> bytes:
        self._core.pipeline.check_loop()
        deadline = Deadline(self._core.deadline, self._core.clock)
        with self._core.under_way(self._operation, Context(deadline)):
            if self._is_cut:
                raise ClientClosed("the client was closed while this file was open")
            part = await self._body.next_part(deadline)
        if not part and not self._begun:
            raise DecodeError("the file that came is empty")
        self._begun = True
        if not part:
            raise StopAsyncIteration
        return part

    def cancel(self) -> None:
        """The client closes and waits no longer. Between two parts there is nothing to cut."""
        self._is_cut = True
        self._core.pipeline.end(self)

    async def aclose(self) -> None:
        """Let the connection go."""
        try:
            await self._body.aclose()
        finally:
            self._core.pipeline.end(self)
