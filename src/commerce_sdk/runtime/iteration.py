"""What iterations have in common."""

from __future__ import annotations

from commerce_sdk.errors import InvalidRequest


class OneAtATime:
    """Says clearly that two tasks are on one iterator, before either sees half of anything."""

    def __init__(self) -> None:
        self._busy = False

    def __enter__(self) -> None:
        if self._busy:
            raise InvalidRequest(
                "two tasks are on one iteration at once; give each an iteration of its own"
            )
        self._busy = True

    def __exit__(self, *_: object) -> None:
        self._busy = False
