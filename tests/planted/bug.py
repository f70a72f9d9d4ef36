"""One bug to plant."""

from __future__ import annotations

from typing import NamedTuple


class Bug(NamedTuple):
    """In `file`, by its path in the checkout, `old`, which stands there exactly once, becomes `new`;
    then at least one of `tests` (what pytest is given) fails."""

    name: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]
