"""aiohttp at the bottom in place of httpx: two thirds of the CPU of a call, on asyncio only."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, NamedTuple

import httpx
import sniffio

from commerce_sdk import defaults
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.http.pool import checked_proxy, ssl_context
from commerce_sdk.runtime.http.proxies import proxy_for
from commerce_sdk.secret import Secret, hide
from commerce_sdk.value import OfThisProcess

if TYPE_CHECKING:
    import aiohttp


_BODILESS = frozenset({204, 304})
_PROXY_SCHEMES = ("http", "https")


class _Way(NamedTuple):
    """How an origin is reached: what aiohttp is given, and whom it connects to, where that is not
    the origin."""

    options: dict[str, Any]
    to: dict[str, Any]


class AiohttpTransport(OfThisProcess, httpx.AsyncBaseTransport):
    """Sends over aiohttp. Needs `commerce-sdk[aiohttp]` and asyncio.

        client = …Client(token=…, transport=AiohttpTransport())

    Everything above it stays as it is: limits, deadlines, retries, what is known of an attempt.
    Proxies and CA bundles are the environment's.

    Raises:
        InvalidRequest: the extra is missing; or, on the first call, the loop is trio's.
    """

    of_one_loop = True
    """Its connections live in the event loop of the first call."""

    def __init__(self) -> None:
        try:
            import aiohttp
            from yarl import URL

            from commerce_sdk.runtime.http import aiohttp_connector
        except ImportError:
            raise InvalidRequest(
                "needs the extra: pip install 'commerce-sdk[aiohttp]'", path="transport"
            ) from None
        self._aiohttp = aiohttp
        self._url = URL
        self._connections = aiohttp_connector
        self._session: aiohttp.ClientSession | None = None
        self._ways: dict[tuple[bytes, bytes, int | None], _Way] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Raises what httpx's own transports raise."""
        trace = request.extensions.get("trace")
        origin = request.url.raw_scheme, request.url.raw_host, request.url.port
        way = self._ways.get(origin)
        if way is None:
            if trace is not None:
                # What cannot even be opened has sent nothing.
                await trace("connection.connect_tcp.started", {})
            way = self._ways[origin] = self._way(str(request.url))
        session = self._session or self._open()
        # Joined they are plain bytes, whatever they were.
        content = hide(b"".join([part async for part in request.stream]))  # type: ignore[union-attr]
        try:
            response = await session.request(
                request.method,
                self._url(str(request.url), encoded=True),
                headers=[(name.decode(), value.decode()) for name, value in request.headers.raw],
                data=content or None,
                allow_redirects=False,
                trace_request_ctx=(trace, way.to),
                **way.options,
            )
        except self._aiohttp.ClientHttpProxyError as fault:
            raise httpx.ProxyError(str(fault.status), request=request) from None
        except self._aiohttp.ClientProxyConnectionError as fault:
            raise httpx.ConnectError(str(fault.os_error), request=request) from fault
        except self._aiohttp.ClientConnectorError as fault:
            if trace is not None:
                await trace("connection.start_tls.started", {"server_hostname": fault.host})
            why = getattr(fault, "certificate_error", fault.os_error)
            raise httpx.ConnectError(str(why), request=request) from fault
        except self._aiohttp.ClientResponseError:
            # Its text shows what came, and the address.
            raise httpx.RemoteProtocolError("the answer is no HTTP", request=request) from None
        except (self._aiohttp.ClientError, OSError, ValueError) as fault:
            raise httpx.ReadError(str(fault) or type(fault).__name__, request=request) from fault
        return httpx.Response(
            response.status,
            headers=list(response.raw_headers),
            stream=_Body(response, self._aiohttp.ClientError),
        )

    def _open(self) -> aiohttp.ClientSession:
        session = self._aiohttp.ClientSession(
            # The line for a connection stands above; here nobody is to wait.
            connector=self._connections.Connector(limit=0, keepalive_timeout=defaults.KEEP_ALIVE),
            cookie_jar=self._aiohttp.DummyCookieJar(),
            timeout=self._aiohttp.ClientTimeout(total=None, sock_connect=None, sock_read=None),
            auto_decompress=False,
            skip_auto_headers=("User-Agent", "Accept", "Accept-Encoding", "Content-Type"),
            trace_configs=[_tracing(self._aiohttp.TraceConfig())],
            **self._connections.HEAD,
        )
        self._connections.send_once(session)
        self._session = session
        return session

    def _way(self, url: str) -> _Way:
        if sniffio.current_async_library() != "asyncio":
            raise InvalidRequest(
                "AiohttpTransport works under asyncio only; under trio leave it out",
                path="transport",
            )
        options: dict[str, Any] = {"ssl": ssl_context(url)} if url.startswith("https:") else {}
        proxy = hide(proxy_for(url))
        if proxy is None:
            return _Way(options, {})
        # Apart, for aiohttp's errors show the address that it was given.
        address = self._url(checked_proxy(proxy, _PROXY_SCHEMES))
        options["proxy"] = address.with_user(None)
        if address.user is not None:
            pair = f"{address.user}:{address.password or ''}".encode()
            basic = Secret("Basic " + base64.b64encode(pair).decode())
            options["proxy_headers"] = {"Proxy-Authorization": basic}
        return _Way(options, {"host": address.host, "port": address.port})

    async def aclose(self) -> None:
        """Close the connections."""
        self._ways.clear()
        session, self._session = self._session, None
        if session is not None:
            await session.close()


class _Body(httpx.AsyncByteStream):
    def __init__(self, response: aiohttp.ClientResponse, faults: type[Exception]) -> None:
        self._response = response
        self._faults = faults

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        if self._response.status in _BODILESS:
            raise StopAsyncIteration
        try:
            part = await self._response.content.readany()
        except (self._faults, OSError) as fault:
            why = str(fault).partition(": ")[0] or type(fault).__name__
            raise httpx.ReadError(why) from fault
        if not part:
            raise StopAsyncIteration
        return part

    async def aclose(self) -> None:
        if self._response.content.at_eof():
            self._response.release()
        else:
            self._response.close()
            await asyncio.sleep(0)


def _tracing(tracing: aiohttp.TraceConfig) -> aiohttp.TraceConfig:
    """Tells how far an attempt came, in the words that httpx's transport uses."""

    async def connecting(session: Any, context: Any, params: Any) -> None:
        trace, to = context.trace_request_ctx
        if trace is not None:
            await trace("connection.connect_tcp.started", to)

    async def sending(session: Any, context: Any, params: Any) -> None:
        trace, _ = context.trace_request_ctx
        if trace is not None:
            await trace("http11.send_request_headers.started", {})

    tracing.on_connection_create_start.append(connecting)
    tracing.on_request_headers_sent.append(sending)
    return tracing
