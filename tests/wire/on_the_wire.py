"""What a mock was sent, as the text that went over the wire."""

from __future__ import annotations

import re

import httpx
from pytest_httpx import HTTPXMock

USUAL = re.compile(r"host: \S+|user-agent: commerce-sdk/\S+|accept-encoding: gzip")
"""The headers that are left out where they are as with nearly every request."""


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
    named = sorted((name.lower(), text) for name, text in request.headers.multi_items())
    headers = [f"{name}: {text}" for name, text in named]
    told = [header for header in headers if not USUAL.fullmatch(header)]
    lines = [f"{request.method} {address}", *told]
    if request.content:
        lines += ["", request.content.decode()]
    return "\n".join(lines) + "\n"
