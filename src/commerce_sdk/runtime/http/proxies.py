"""The proxy that the environment wants: `HTTPS_PROXY`, `ALL_PROXY`, and where none, `NO_PROXY`.

Read as curl reads them: a lower-case name goes before its upper-case one, an empty one is not set.
Where none is set, Windows and macOS are asked for the machine's own.
"""

from __future__ import annotations

import ipaddress
import os
import re
import urllib.request
from collections.abc import Collection
from urllib.parse import urlsplit

_ENTRY = re.compile(r"\[?(.*?)\]?(?::(\d+))?")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PLACE = re.compile(r"(\[.*\]|[^:\s]*)(?::([^:]*))?")
_PORTS = {"http": 80, "https": 443}


def is_loopback(host: str) -> bool:
    """Is this a name or an address of the machine itself?"""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def proxy_for(base_url: str) -> str | None:
    """The proxy that the environment wants for a URL, if any."""
    parts = urlsplit(base_url)
    host = _ascii(parts.hostname or "")
    if is_loopback(host):
        return None
    said = _environment()
    if said:
        port = parts.port or _PORTS.get(parts.scheme)
        entries = re.split(r"[\s,]+", said.get("no", ""))
        excluded = any(_excludes(entry, host.rstrip("."), port) for entry in entries)
    else:
        said = urllib.request.getproxies()
        excluded = bool(urllib.request.proxy_bypass(host))
    proxy = (said.get(parts.scheme) or said.get("all") or "").strip()
    if not proxy or excluded:
        return None
    return proxy if _SCHEME.match(proxy) else f"http://{proxy.removeprefix('//')}"


def why_unusable(proxy: str, schemes: Collection[str]) -> str:
    """What is wrong with the address of a proxy, in no word of its own but the scheme, for any
    other may be of a password; nothing where nothing is."""
    scheme, _, rest = proxy.partition("://")
    authority = re.split(r"[/?#]", rest, maxsplit=1)[0]
    user, _, place = authority.rpartition("@")
    if "@" in user or "@" in rest.removeprefix(authority):
        return (
            "it cannot be read: percent-encode its user and password "
            "(# is %23, / is %2F, ? is %3F, @ is %40)"
        )
    if scheme.lower() not in schemes:
        return other_schemes(schemes)
    read = _PLACE.fullmatch(place)
    if read is None:
        return "its host cannot be read (an IPv6 address stands in brackets)"
    host, port = read.groups()
    if not host:
        return "it names no host"
    if port and not (port.isascii() and port.isdigit() and 0 < int(port[:6]) < 1 << 16):
        return "its port is none from 1 to 65535"
    return ""


def _environment() -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(os.environ, key=str.islower):
        value = os.environ[name].strip()
        if value and name.lower().endswith("_proxy"):
            found[name.lower().removesuffix("_proxy")] = value
    return found


def _excludes(entry: str, host: str, port: int | None) -> bool:
    """Does an entry of `NO_PROXY` mean this host: `*`, a name with all that is below it, an
    address, a network, or one of them with a port?"""
    network = _network(entry)
    if network is None:
        name, named_port = _ENTRY.fullmatch(entry).groups()  # type: ignore[union-attr]
        if named_port is not None and int(named_port) != port:
            return False
        network, entry = _network(name), name
    if entry == "*":
        return True
    address = _network(host)
    if address is not None:
        return (
            network is not None
            and network.version == address.version
            and address.network_address in network
        )
    domain = _ascii(entry.removeprefix("*").strip("."))
    return bool(domain) and f".{host}".endswith(f".{domain}")


def other_schemes(schemes: Collection[str]) -> str:
    """What to name in place of a proxy whose scheme cannot be spoken."""
    more = ", or install httpx[socks] for socks5://" if "socks5" in schemes else ""
    return f"name an http:// or https:// one{more}"


def _ascii(name: str) -> str:
    """A host as it goes over the network; people write an internationalised one either way."""
    if name.isascii():
        return name.lower()
    import idna  # seldom needed

    try:
        return idna.encode(name, uts46=True).decode("ascii")
    except UnicodeError:
        return name.lower()


def _network(text: str) -> ipaddress.IPv4Network | ipaddress.IPv6Network | None:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError:
        return None
