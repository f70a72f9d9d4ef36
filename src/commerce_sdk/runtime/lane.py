"""A transport of one connection."""

from __future__ import annotations

import ssl

import anyio
import httpcore
import httpx

from commerce_sdk import defaults


class Lane(httpx.AsyncHTTPTransport):
    """httpx's transport, with one connection where it has a pool, whose book-keeping is a sixth of
    what a whole call costs.

    It stays httpx's own class, so what patches that one (mocks, tracing) reaches this one too.
    """

    def __init__(self, context: ssl.SSLContext) -> None:
        super().__init__(verify=context)
        assert isinstance(self._pool, httpcore.AsyncConnectionPool)
        self._pool = _OneConnection(context)  # type: ignore[assignment]


class _OneConnection:
    """One connection, made anew where the present one is at its end. One request at a time."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._context = context
        self._connection: httpcore.AsyncHTTPConnection | None = None

    async def handle_async_request(self, request: httpcore.Request) -> httpcore.Response:
        connection = self._connection
        if connection is None or not connection.is_available() or connection.has_expired():
            await self.aclose()
            self._connection = connection = httpcore.AsyncHTTPConnection(
                request.url.origin,
                ssl_context=self._context,
                keepalive_expiry=defaults.KEEP_ALIVE,
            )
        return await connection.handle_async_request(request)

    async def aclose(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            with anyio.CancelScope(shield=True):
                await connection.aclose()
