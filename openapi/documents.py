"""The hand-kept documents: one file here is one platform, named after it."""

from __future__ import annotations

from pathlib import Path

HERE = Path(__file__).resolve().parent


def documents() -> list[Path]:
    """Every platform's document."""
    return sorted(HERE.glob("*.yaml"))
