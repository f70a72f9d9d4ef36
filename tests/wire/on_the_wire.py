"""What a mock was sent, as the text that went over the wire."""

from __future__ import annotations

import httpx
from pytest_httpx import HTTPXMock

BESIDES = {"host", "user-agent", "accept-encoding"}
"""The same with every request; `commerce/test_client.py` has them."""


def sent(mock: HTTPXMock) -> str:
    """The one request that was sent."""
    (request,) = mock.get_requests()
    return written(request)


def all_sent(mock: HTTPXMock) -> list[str]:
    """Every request that was sent, in order."""
    return [written(request) for request in mock.get_requests()]


def written(request: httpx.Request) -> str:
    """Method and address as they are escaped, all headers in the order of their names, body."""
    address = f"{request.url.scheme}://{request.headers['host']}{request.url.raw_path.decode()}"
    named = sorted((name.lower(), value) for name, value in request.headers.multi_items())
    headers = [f"{name}: {value}" for name, value in named if name not in BESIDES]
    lines = [f"{request.method} {address}", *headers]
    if request.content:
        lines += ["", request.content.decode()]
    return "\n".join(lines) + "\n"
