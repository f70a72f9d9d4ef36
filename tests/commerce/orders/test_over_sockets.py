"""What real sockets do to an order: it is placed once whatever broke on the way."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from commerce_sdk import CommerceClient, new_item
from commerce_sdk.sandbox import ACCOUNTS, TOKEN, Sandbox
from commerce_sdk.sandbox.faults import Fault
from tests.runtime.http.test_sockets import FAULTS, QUICK
from tests.support.servers import Served, served
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def platform() -> Iterator[Served]:
    sandbox = Sandbox(limits=False)
    sandbox.switches.pending = sandbox.switches.processing = 0.0
    with served(sandbox) as running:
        yield running


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
async def test_an_order_gets_over_a_fault_and_is_placed_once(
    platform: Served, fault: Fault
) -> None:
    before = len(platform.sandbox.orders.held)
    platform.proxy.plan(fault)
    async with CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url=platform.url,
        retry=QUICK,
        deadline=5.0,
        attempt_timeout=0.6,
    ) as commerce:
        placed = await commerce.orders.place(items=[new_item(OFFERING)])
        order = await placed.result(poll_interval=0.01, deadline=5)

    assert order.order_id == placed.order_id
    assert len(platform.sandbox.orders.held) == before + 1
