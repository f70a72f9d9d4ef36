"""Large documents are read while the collector of cycles rests.

JSON holds no cycles. To look for some, the collector would walk again and again through what has
been read so far, and at times through all else that the process holds: what a document costs would
grow faster than it, and with what it has nothing to do with.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """It rests in the block, and goes on behind it where it was at work before."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
