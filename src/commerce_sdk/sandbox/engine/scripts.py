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
        """Line an answer up. Raises `ValueError` for a status that ends no call, `TypeError` for a
        body that is no bytes."""
        if not isinstance(answer.status, int) or not 200 <= answer.status <= 599:
            raise ValueError(f"fail_next: status is from 200 to 599, not {answer.status!r}")
        if not isinstance(times, int) or times < 1:
            raise ValueError(f"fail_next: times is from 1 on, not {times!r}")
        if not isinstance(answer.body, bytes | None):
            raise TypeError(f"fail_next: body is bytes, not {type(answer.body).__name__}")
        self._waiting.setdefault(operation_id, deque()).extend([answer] * times)

    def clear(self) -> None:
        self._waiting.clear()

    def next(self, operation_id: str) -> Scripted | None:
        """The answer that this call gets, if one waits."""
        for key in (operation_id, None):
            if self._waiting.get(key):
                return self._waiting[key].popleft()
        return None
