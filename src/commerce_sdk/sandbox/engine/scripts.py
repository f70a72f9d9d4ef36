"""Answers that are given in place of the platform's own."""

from __future__ import annotations

import re
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


_NAME = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_VALUE = re.compile(r"[\t\x20-\x7e\xa0-\xff]*")
_OF_THE_MESSAGE = ("content-length", "transfer-encoding")
"""What says where a message ends, which is the server's to say."""


def _is_header(name: object, value: object) -> bool:
    if not isinstance(name, str) or not isinstance(value, str):
        return False
    is_ours = name.lower() not in _OF_THE_MESSAGE
    return is_ours and bool(_NAME.fullmatch(name) and _VALUE.fullmatch(value))


class Scripts:
    """The answers that wait, each for the next call of an operation, or (None) of any."""

    def __init__(self) -> None:
        self._waiting: dict[str | None, deque[Scripted]] = {}

    def add(self, operation_id: str | None, answer: Scripted, times: int) -> None:
        """Line an answer up. Raises `ValueError` for a status that ends no call or a header that
        no answer has, `TypeError` for a body that is no bytes."""
        if not isinstance(answer.status, int) or not 200 <= answer.status <= 599:
            raise ValueError(f"fail_next: status is from 200 to 599, not {answer.status!r}")
        if not isinstance(times, int) or times < 1:
            raise ValueError(f"fail_next: times is from 1 on, not {times!r}")
        if not isinstance(answer.body, bytes | None):
            raise TypeError(f"fail_next: body is bytes, not {type(answer.body).__name__}")
        for name, value in answer.headers.items():
            if not _is_header(name, value):
                raise ValueError(f"fail_next: {name!r}: {value!r} is no header that can be sent")
        self._waiting.setdefault(operation_id, deque()).extend([answer] * times)

    def clear(self) -> None:
        self._waiting.clear()

    def next(self, operation_id: str) -> Scripted | None:
        """The answer that this call gets, if one waits."""
        for key in (operation_id, None):
            if self._waiting.get(key):
                return self._waiting[key].popleft()
        return None
