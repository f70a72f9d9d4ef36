"""Thousands of placements under random trouble, seeded, on a virtual clock; the platform is asked
at the end of each what it has."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from commerce_sdk import CommerceError, new_item
from tests.orders.test_placed_once import status
from tests.support.worlds import (
    OFFERING,
    Fault,
    cut_after,
    cut_before,
    half_a_body,
    html_after,
    refused,
    world,
)

pytestmark = pytest.mark.anyio
INTENTS = 1500
BELIEVED = (400, 401, 403, 404, 405, 415, 422, 429)
"""Refusals that a platform means: it answers them before it acts, never after."""

TROUBLE: list[Fault | None] = [
    *(None, None, None, refused, cut_before, cut_after, half_a_body, html_after),
    *(status(code, after=False) for code in BELIEVED),
    *(status(code, after=a) for code in (302, 408, 409, 423, 500, 503, 520) for a in (False, True)),
]


async def test_no_trouble_places_an_order_twice_or_hides_it() -> None:
    chance, ends = random.Random(20261120), Counter[str]()
    for number in range(INTENTS):
        async with world(seed=number) as here:
            switches = here.sandbox.switches
            switches.apply_after = chance.choice([0.0, 0.0, 0.5, 4.0, 30.0, 90.0])
            switches.visible_after = chance.choice([0.0, 0.0, 0.5, 7.0, 40.0, 500.0])
            switches.on_duplicate = chance.choice(["replay", "conflict", "locked"])
            reads_fail = chance.random() < 0.4
            posts = [chance.choice(TROUBLE) for _ in range(chance.randrange(6))]
            gets = [chance.choice(TROUBLE) for _ in range(chance.randrange(8) * reads_fail)]
            here.transport.faults["POST"].extend(posts)
            here.transport.faults["GET"].extend(gets)
            orders = here.commerce.orders
            prepared = orders.prepare(items=[new_item(OFFERING)])
            try:
                await chance.choice([orders.place, orders.create])(prepared)
                ends["placed"] += 1
                assert prepared.order_id in here.sandbox.orders.held
            except CommerceError as error:
                ends[type(error).__name__] += 1
                assert error.token
                assert error.order_id == prepared.order_id
                if error.maybe_applied is False:
                    assert prepared.order_id not in here.sandbox.orders.held, (posts, error)
                else:
                    assert error.maybe_applied is True
            received = here.sandbox.orders.receipts
            assert {receipt.order_id for receipt in received} <= {prepared.order_id}
            assert len({receipt.digest for receipt in received}) <= 1
            assert len(here.sandbox.orders.held) <= 1
            if not gets:
                assert not [receipt for receipt in received if receipt.was_readable]
    assert ends["placed"] > INTENTS / 3
    assert len(ends) > 8, "the trouble was not as varied as it should be"
