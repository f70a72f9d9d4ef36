"""One difference between two versions of a document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

Node = Mapping[str, Any]
Kind = Literal["added", "removed", "changed"]


@dataclass(frozen=True, order=True)
class Change:
    """One difference, at its place: an operation, an argument, a field, an enum value."""

    place: str
    kind: Kind
    what: str
    breaking: bool

    def __str__(self) -> str:
        return (
            f"{'BREAKS ' if self.breaking else '       '}{self.kind:<8} {self.place}: {self.what}"
        )
