"""A client as a user makes one."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest_asyncio

from commerce_sdk import CommerceClient

ACCOUNT = "78e855e6-731e-4819-b23e-7854aad854c8"


@pytest_asyncio.fixture
async def commerce() -> AsyncIterator[CommerceClient]:
    async with CommerceClient(token="t0ken", transaction_account=ACCOUNT) as client:
        yield client
