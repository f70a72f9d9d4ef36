"""Lists by a status that changes while they are read."""

from __future__ import annotations

import pytest

from tests.sandbox.commerce.customer import HOUR, PREMIUM, customer

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("paid", [1, 2, 3])
async def test_unpaid_invoices_are_read_on_while_some_get_paid(paid: int) -> None:
    async with customer() as here:
        for _ in range(5):
            await here.buy(PREMIUM, 1)
            here.clock.advance(HOUR / 10)
        latest = [invoice.id for invoice in reversed(await here.invoices())]
        pages = here.commerce.invoices.list(status="UNPAID", page_size=2).pages()
        first = [invoice.id for invoice in (await anext(pages)).items]
        # The oldest are paid first, an hour after each.
        here.clock.advance(HOUR / 2 + (paid - 0.5) * HOUR / 10)
        rest = [invoice.id async for page in pages for invoice in page.items]
    assert first == latest[:2]
    assert rest == latest[2 : 5 - paid]


@pytest.mark.parametrize("cancelled", [(2,), (1, 2), (0, 1, 2), (2, 3)])
async def test_active_entitlements_are_read_on_while_some_are_cancelled(
    cancelled: tuple[int, ...],
) -> None:
    async with customer() as here:
        bought = [await here.buy(PREMIUM, 1) for _ in range(5)]
        pages = here.commerce.entitlements.list(status="ACTIVE", page_size=2).pages()
        first = [each.entitlement_id for each in (await anext(pages)).items]
        for number in cancelled:
            await here.cancel(bought[number])
        rest = [each.entitlement_id async for page in pages for each in page.items]
    assert first == bought[:2]
    assert rest == [each for n, each in enumerate(bought) if n >= 2 and n not in cancelled]
