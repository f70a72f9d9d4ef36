"""Large documents are read while the collector of cycles rests.

JSON holds no cycles. To look for some, the collector would walk again and again through what has
been read so far, and at times through all else that the process holds: what a document costs would
grow faster than it, and with what it has nothing to do with.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext

from commerce_sdk import defaults

_AT_WORK = nullcontext()


def collector_for(content: bytes) -> AbstractContextManager[None]:
    """What the collector does while this is read."""
    return _at_rest() if len(content) >= defaults.SLICED_FROM else _AT_WORK


@contextmanager
def _at_rest() -> Iterator[None]:
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
