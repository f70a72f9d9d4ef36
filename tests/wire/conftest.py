"""What wire tests share: time that nobody waits for."""

from __future__ import annotations

import pytest

from commerce_sdk.sandbox import ManualClock
from tests.support.worlds import VirtualClock


@pytest.fixture
def clock() -> VirtualClock:
    return VirtualClock(ManualClock())
