"""What a document says of its platform as a whole, ready to render."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class PlatformView:
    """A platform, ready to render."""

    name: str
    server: str | None


def platform_view(document: Mapping[str, Any], name: str) -> PlatformView:
    """The view of a document's platform."""
    servers = document.get("servers") or [{}]
    return PlatformView(name=name, server=servers[0].get("url"))
