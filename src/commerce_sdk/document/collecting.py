"""Large documents are read while the collector of cycles rests.

JSON holds no cycles. To look for some, the collector would walk again and again through what has
been read so far, and at times through all else that the process holds: what a document costs would
grow faster than it, and with what it has nothing to do with.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

_RESTING = set[object]()
"""The blocks for which it rests."""


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """It rests in the block, and goes on behind it where it was at work before."""
    if not gc.isenabled():
        yield
        return
    here = object()
    _RESTING.add(here)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        _RESTING.discard(here)


def _go_on_in_child() -> None:
    # The thread in whose block it rested, and that would end its rest, is not there any more.
    if _RESTING:
        _RESTING.clear()
        gc.enable()


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_go_on_in_child)
