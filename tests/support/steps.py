"""How much work something is, in calls of functions rather than in seconds."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

import commerce_sdk

PACKAGE = str(Path(commerce_sdk.__file__).parent)


@dataclass
class Steps:
    """Calls that code of the SDK made or was given, those of C functions too."""

    count: int = 0


@contextmanager
def counted(*names: str) -> Iterator[Steps]:
    """Count them while the block runs, in this thread; with `names`, only in files whose path ends
    so."""
    steps = Steps()
    before = sys.getprofile()
    ours: dict[str, bool] = {}

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        if event in ("call", "c_call"):
            path = frame.f_code.co_filename
            if path not in ours:
                ours[path] = path.startswith(PACKAGE) and (not names or path.endswith(names))
            steps.count += ours[path]

    sys.setprofile(watch)
    try:
        yield steps
    finally:
        sys.setprofile(before)
