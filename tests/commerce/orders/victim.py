"""A process that places an order and may be killed at any moment of it."""

from __future__ import annotations

import asyncio

from commerce_sdk import CommerceClient, RetryPolicy
from commerce_sdk.sandbox import ACCOUNTS, TOKEN

QUICK = RetryPolicy(attempts=4, first_pause=0.005, pause_cap=0.01)


def client(url: str) -> CommerceClient:
    return CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url=url,
        retry=QUICK,
        attempt_timeout=2,
        limiter=None,
    )


def place(url: str, kept: bytes, quote: tuple[str, int] | None, fresh: bool) -> None:
    """Place the kept order, or order the quote."""

    async def main() -> None:
        async with client(url) as commerce:
            if quote is not None:
                await commerce.orders.place(quote_id=quote[0], quote_version=quote[1])
            else:
                await commerce.orders.place(kept, fresh=fresh)

    asyncio.run(main())
