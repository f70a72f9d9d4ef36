"""The settings of a client that each of its clones may have of its own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypedDict

from commerce_sdk.runtime.retries.policy import RetryPolicy


class Options(TypedDict, total=False):
    """What `with_options` takes."""

    deadline: float | None
    attempt_timeout: float | None
    retry: RetryPolicy | None


class CoreSettings(Options, total=False):
    """The same, and what only one platform's facade knows."""

    options: Mapping[str, str | None]
