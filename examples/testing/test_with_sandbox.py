import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from uuid import uuid4

import httpx
import pytest
import pytest_asyncio

from commerce_sdk import CommerceClient, OrderFailed
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, TOKEN, ManualClock, Sandbox

from .buying import bought, buy

OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


@pytest.fixture
def sandbox(clock: ManualClock) -> Sandbox:
    return Sandbox(clock=clock)


@pytest_asyncio.fixture
async def commerce(sandbox: Sandbox, clock: ManualClock) -> AsyncIterator[CommerceClient]:
    async with CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url="http://127.0.0.1/commerce/api",
        transport=httpx.ASGITransport(app=sandbox),
        clock=clock,
    ) as client:
        yield client


@pytest.mark.asyncio
async def test_an_order_that_takes_its_time(
    commerce: CommerceClient, sandbox: Sandbox, clock: ManualClock
) -> None:
    sandbox.switches.processing = 300.0
    slug = await buy(commerce, str(uuid4()), OFFERING, users=5)
    assert clock.monotonic() > 300
    assert await bought(commerce) == [slug]


@pytest.mark.asyncio
async def test_an_order_that_fails(commerce: CommerceClient) -> None:
    with pytest.raises(OrderFailed, match="not for sale"):
        await buy(commerce, str(uuid4()), FAILING_OFFERING, users=5)


@pytest.mark.asyncio
async def test_a_lost_answer(commerce: CommerceClient, sandbox: Sandbox) -> None:
    sandbox.fail_next("place_order", 503, after_applying=True)
    slug = await buy(commerce, str(uuid4()), OFFERING, users=5)
    assert await bought(commerce) == [slug]
    assert len(sandbox.orders.receipts) == 1


@pytest.fixture(scope="session")
def served() -> Iterator[str]:
    command = [sys.executable, "-m", "commerce_sdk.sandbox", "--pace", "1000000"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        yield program.stdout.readline().split()[-1]  # sandbox ready http://127.0.0.1:…
        program.terminate()


@pytest.mark.asyncio
async def test_over_http(served: str) -> None:
    async with CommerceClient(
        token=TOKEN, transaction_account=ACCOUNTS[0], base_url=served, clock=ManualClock()
    ) as commerce:
        slug = await buy(commerce, str(uuid4()), OFFERING, users=5)
        assert slug in await bought(commerce)
