"""The administration in a few lines, for each test its own."""

from __future__ import annotations

import pytest

from commerce_sdk.sandbox import ManualClock
from tests.admin.front import Front
from tests.support.worlds import VirtualClock


@pytest.fixture
def front() -> Front:
    return Front(VirtualClock(ManualClock()))
