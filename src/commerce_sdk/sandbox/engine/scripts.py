"""Answers that are given in place of the platform's own."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Scripted:
    """An answer of one's choice, in place of the platform's own, before or after it acted."""

    status: int
    after_applying: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


class Scripts:
    """The answers that wait, each for the next call of an operation, or (None) of any."""

    def __init__(self) -> None:
        self._waiting: dict[str | None, deque[Scripted]] = {}

    def add(self, operation_id: str | None, answer: Scripted, times: int) -> None:
        self._waiting.setdefault(operation_id, deque()).extend([answer] * times)

    def clear(self) -> None:
        self._waiting.clear()

    def next(self, operation_id: str) -> Scripted | None:
        """The answer that this call gets, if one waits."""
        for key in (operation_id, None):
            if self._waiting.get(key):
                return self._waiting[key].popleft()
        return None
