"""Whose server an address is."""

from __future__ import annotations

from ipaddress import IPv6Address

import httpx

_DEFAULT_PORTS = {"https": 443, "http": 80}


def origin_of(url: str) -> str:
    """The origin of a URL, in one spelling: lower case, international names as they are sent, IPv6
    addresses at their shortest, no default port, no dot at the end of the name. Raises
    `httpx.InvalidURL` for what is no URL."""
    parts = httpx.URL(url)
    host = parts.raw_host.decode("ascii").rstrip(".")
    port = "" if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://" + (f"[{IPv6Address(host)}]" if ":" in host else host) + port
