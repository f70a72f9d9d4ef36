"""What a document says of its platform as a whole, ready to render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from failures import GenerationFailed
from security import Scheme, faults, schemes, taken


@dataclass(frozen=True)
class PlatformView:
    """A platform, ready to render."""

    name: str
    server: str | None
    schemes: tuple[Scheme, ...]
    security: tuple[str, ...]


def platform_view(document: Mapping[str, Any], name: str) -> PlatformView:
    """The view of a document's platform. Raises `GenerationFailed` for a credential that there is
    no way to send."""
    for fault in faults(dict(document)):
        raise GenerationFailed(str(fault))
    servers = document.get("servers") or [{}]
    return PlatformView(
        name=name,
        server=servers[0].get("url"),
        schemes=tuple(schemes(dict(document)).values()),
        security=taken(document.get("security")),
    )
