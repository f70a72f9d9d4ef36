"""One thing that a page says in numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

Numbers = Sequence[float]


@dataclass(frozen=True)
class Said:
    """Words of a page, and what the quantities in them have to be."""

    page: str
    words: str
    numbers: Callable[[], Numbers]
