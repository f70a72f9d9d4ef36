"""Runs the demo."""

from __future__ import annotations

import asyncio
import sys
import time
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

from commerce_sdk import CommerceClient, CommerceError
from commerce_sdk.sandbox import ACCOUNTS, TOKEN
from commerce_sdk.sandbox.faults import FaultProxy
from examples.demo.journeys import take_journeys
from examples.demo.orders import fail_one, list_orders, place_cookbook, see_lives, survive_a_cut
from examples.demo.people import add_a_person
from examples.demo.screen import paint, say, table

PAST_ORDERS = 60


@asynccontextmanager
async def sandbox_process() -> AsyncGenerator[str]:
    """The sandbox as a process of its own; gives its address."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "commerce_sdk.sandbox", "--seed", "7", "--pace", "6"),
        *("--past-orders", str(PAST_ORDERS)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert process.stdout is not None
    try:
        said = (await process.stdout.readline()).decode().split()
        if said[:2] != ["sandbox", "ready"]:
            raise SystemExit("the sandbox did not start; its own message stands above")
        yield said[2]
    finally:
        if process.returncode is None:
            process.terminate()
        await process.wait()


async def main() -> None:
    """The whole demo."""
    began = time.monotonic()
    print(paint("commerce-sdk", "1;36"))
    say("sandboxes and their clients, nothing leaves this machine")
    async with sandbox_process() as address:
        parts = urlsplit(address)
        assert parts.hostname is not None
        assert parts.port is not None
        async with (
            FaultProxy(parts.hostname, parts.port) as proxy,
            CommerceClient(
                token=TOKEN, transaction_account=ACCOUNTS[0], base_url=proxy.url(parts.path)
            ) as commerce,
        ):
            rows = await place_cookbook(commerce)
            rows.append(await list_orders(commerce))
            rows.append(await fail_one(commerce))
            rows.append(await survive_a_cut(commerce, proxy, address))
            rows += await see_lives(commerce)
    rows += await take_journeys()
    rows.append(await add_a_person())
    table(rows)
    print(f"   done in {time.monotonic() - began:.1f} s\n")


if __name__ == "__main__":
    try:
        asyncio.run(main())
    except CommerceError as error:
        raise SystemExit(f"{type(error).__name__}: {error}") from error
    except KeyboardInterrupt:
        raise SystemExit(130) from None
