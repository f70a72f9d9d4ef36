"""Instants as the storefront writes them: ISO 8601, in milliseconds of UTC."""

from __future__ import annotations

from datetime import UTC, datetime


def instant(seconds: float) -> datetime:
    """An instant, no finer than it is written: who asks for what came from then on gets it."""
    return datetime.fromtimestamp(int(seconds * 1000) / 1000, UTC)


def written(moment: datetime | None) -> str | None:
    if moment is None:
        return None
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def read(text: str) -> datetime:
    """An instant that the document allows."""
    return datetime.fromisoformat(text.upper())
