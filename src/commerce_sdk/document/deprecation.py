"""Says that something of the document is deprecated, to whoever used it."""

from __future__ import annotations

import sys
import warnings
from types import FrameType

_OURS = frozenset({"commerce_sdk", "commerce_sdk_api"})


def warn_deprecated(what: str) -> None:
    """Warn with `DeprecationWarning` that `what` is deprecated.

    The warning points at the first frame outside our packages, and outside the package that calls
    this. Python shows it, as any of its kind, once for each line, where that is of `__main__` or
    runs under a test runner.
    """
    frame = sys._getframe(1)
    skipped = {*_OURS, _package(frame)}
    caller: FrameType | None = frame
    # What attrs generates stands between a model and its user, and is of no module.
    while caller is not None and _package(caller) in (*skipped, ""):
        caller = caller.f_back
    at = caller or frame
    warnings.warn_explicit(
        f"{what} is deprecated",
        DeprecationWarning,
        filename=at.f_code.co_filename,
        lineno=at.f_lineno,
        module=at.f_globals.get("__name__"),
        registry=at.f_globals.setdefault("__warningregistry__", {}),
    )


def _package(frame: FrameType) -> str:
    """The package that a frame's code is of; empty where it is of none."""
    return str(frame.f_globals.get("__name__") or "").partition(".")[0]
