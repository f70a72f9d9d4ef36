"""Whose server an address is."""

from __future__ import annotations

from ipaddress import IPv6Address

import httpx

_DEFAULT_PORTS = {"https": 443, "http": 80}


def origin_of(url: str) -> str:
    """The origin of a URL, in one spelling: lower case, international names as they are sent, IPv6
    addresses at their shortest, no default port, no dot at the end of the name. Raises
    `ValueError` for what is no URL."""
    try:
        parts = httpx.URL(url)
    except httpx.InvalidURL as fault:
        raise ValueError(str(fault)) from None
    host = parts.raw_host.decode("ascii").rstrip(".")
    port = "" if parts.port in (None, _DEFAULT_PORTS.get(parts.scheme)) else f":{parts.port}"
    return f"{parts.scheme}://" + (f"[{IPv6Address(host)}]" if ":" in host else host) + port


def server_of(base_url: str) -> str:
    """What tells the server of a client from others: its origin, and the path that all of its
    addresses begin with."""
    return origin_of(base_url) + httpx.URL(base_url).raw_path.decode("ascii").rstrip("/")
