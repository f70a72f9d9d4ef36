"""A journey whose order was taken in is gone on with, though the order does not show yet."""

from __future__ import annotations

import pytest

from tests.journeys.two_platforms import two_platforms

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("via", ["v2", "v4"])
async def test_an_order_that_was_taken_in_may_show_late(via: str) -> None:
    async with two_platforms() as world:
        world.sales.behaviour.switches.visible_after = 20.0
        begun = await world.install(via=via)
        journey = await world.resume(begun.token)
        done = await journey.result()
        assert world.order_receipts == 1
    assert journey.request_id == begun.request_id
    assert done.order.order_id == begun.order_id
