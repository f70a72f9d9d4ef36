"""What wire tests share: time that nobody waits for, and certificates that are read once."""

from __future__ import annotations

from functools import cache

import httpx
import pytest

from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock

ssl_context = cache(httpx.create_ssl_context)


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(ManualClock())


@pytest.fixture(autouse=True)
def certificates_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reading all certificates takes longer than a test, and nothing here goes over a network."""
    monkeypatch.setattr(httpx, "create_ssl_context", ssl_context)
