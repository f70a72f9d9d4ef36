"""The storefront in a few lines, for each test its own."""

from __future__ import annotations

import pytest

from tests.storefront.front import ID, Front, virtual


@pytest.fixture
def front() -> Front:
    made = Front(virtual())
    made.answers["GET product"] = {"productId": ID}
    made.answers["POST orders"] = {"orderId": ID, "status": "pending"}
    return made
