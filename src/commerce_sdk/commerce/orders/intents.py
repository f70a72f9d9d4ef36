"""Whose an order's id is, and who may have sent the order before: what decides how it is placed."""

from __future__ import annotations

import os
import uuid
from typing import Any

from commerce_sdk.runtime.retries.certainty import State

_QUOTES = uuid.UUID("933b13e0-cee3-5cd3-86bd-0286a9db64e8")
"""The namespace of the ids that are made from names. Part of the ids, so it never changes."""


class Intent:
    """What is known of an intent before it is placed: where to begin, and, for the repetition of
    an order that failed, which one that was.

    Shared by all copies of a prepared order, so that what one of them began, all know. It says
    nothing of what is ordered, so any two are equal. Pickled, or in a process that was forked off,
    it is as of an order that may have been sent: elsewhere nobody knows.
    """

    __slots__ = ("_process", "_start", "begun", "retry_of")

    def __init__(self, start: State, retry_of: str | None = None) -> None:
        self._start = start
        self._process = os.getpid()
        self.begun: int = 0
        """How often a placing of it was begun; whoever is placing it sees whether another was."""
        self.retry_of: str | None = retry_of

    @property
    def start(self) -> State:
        """Where a placing of it begins."""
        return self._start if self._process == os.getpid() else State.LOOK_FIRST

    def begin(self) -> State:
        """Where to begin now; whoever comes next begins with a look."""
        start, self._start = self.start, State.LOOK_FIRST
        self.begun += 1
        return start

    def __copy__(self) -> Intent:
        return self

    def __deepcopy__(self, memo: object) -> Intent:
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return Intent, (State.LOOK_FIRST, self.retry_of)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Intent)

    def __hash__(self) -> int:
        return 0

    def __repr__(self) -> str:
        return f"Intent({self._start.name})"


def quote_order_id(account: str, quote_id: str, version: int) -> str:
    """The id of the order of one version of a quote: the same wherever, and by whomever, it is
    placed."""
    return str(uuid.uuid5(_QUOTES, f"{_canonical(account)}/{_canonical(quote_id)}/{version}"))


def retry_order_id(failed_order_id: str) -> str:
    """The id of the order that is placed in place of one that failed; the same for all who do."""
    return str(uuid.uuid5(_QUOTES, f"retry/{_canonical(failed_order_id)}"))


def retried(order_id: str, first: str) -> str | None:
    """The order in place of which this one is, where it is a repetition of the `first`."""
    before = first
    for _ in range(_MOST_RETRIES):
        following = retry_order_id(before)
        if following == _canonical(order_id):
            return before
        before = following
    return None


def may_be_retried(failed_order_id: str, first: str) -> str | None:
    """The id of an order that may be repeated, in its usual form; None where it is neither the
    `first` nor a repetition of it."""
    failed = _canonical(failed_order_id)
    return failed if failed == first or retried(failed, first) is not None else None


_MOST_RETRIES = 100


def _canonical(text: str) -> str:
    try:
        return str(uuid.UUID(text.strip()))
    except ValueError:
        # A text that UTF-8 cannot hold is refused when it is written, not here.
        return text.strip().lower().encode(errors="replace").decode()
