"""Budgets of counted things, which no busy machine changes: calls, modules, blocks of memory."""

from __future__ import annotations

import asyncio
import gc
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
from benchmarks import decode, followed, growth, json_api
from benchmarks.payload import page, sample

import commerce_sdk
from commerce_sdk import Limiter, LocalLimiter
from commerce_sdk.document.model import read_json
from commerce_sdk_api.commerce.models import OrderPage
from tests.support.clients import client

OURS = str(Path(commerce_sdk.__file__).parent)
ORDER = json.dumps(sample()).encode()
ORDER_ID = sample()["orderId"]


def calls_during(run: Callable[[], object]) -> int:
    """How many functions of ours are called while it runs."""
    count = 0

    def watch(frame: Any, event: str, _: Any) -> None:
        nonlocal count
        if event == "call" and frame.f_code.co_filename.startswith(OURS):
            count += 1

    sys.setprofile(watch)
    try:
        run()
    finally:
        sys.setprofile(None)
    return count


def modules_after(code: str) -> set[str]:
    program = f"import sys\nbefore = set(sys.modules)\n{code}\nprint(*(set(sys.modules) - before))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_importing_the_package_imports_itself_and_nothing_else() -> None:
    assert {name.split(".")[0] for name in modules_after("import commerce_sdk")} <= {
        "__future__",
        "commerce_sdk",
        "importlib",
        "warnings",
        "_distutils_hack",
    }


def test_the_client_with_one_call_imports_no_more_of_ours_than_it_needs() -> None:
    found = modules_after(
        "from commerce_sdk import CommerceClient\n"
        "from commerce_sdk_api.commerce.api.orders import list_orders"
    )
    assert not {"httpx", "attr", "redis", "aiohttp", "starlette", "trio"} & found
    assert len([name for name in found if name.startswith("commerce_sdk")]) <= 125


def test_a_call_stays_within_its_number_of_calls_and_keeps_no_memory() -> None:
    async def measure(limiter: Limiter | None) -> tuple[int, int]:
        answer = httpx.Response(200, content=ORDER, headers={"content-type": "application/json"})
        async with client(
            lambda request: httpx.Response(200, headers=answer.headers, content=ORDER),
            limiter=limiter,
            deadline=None,
        ) as commerce:

            async def one() -> None:
                await commerce.orders.get(ORDER_ID)

            for _ in range(100):
                await one()
            task_calls = 0

            def watch(frame: Any, event: str, _: Any) -> None:
                nonlocal task_calls
                if event == "call" and frame.f_code.co_filename.startswith(OURS):
                    task_calls += 1

            sys.setprofile(watch)
            for _ in range(20):
                await one()
            sys.setprofile(None)
            counted = task_calls // 20
            await asyncio.sleep(0)  # lets the loop forget its cancelled timers
            gc.collect()
            before = sys.getallocatedblocks()
            for _ in range(400):
                await one()
            await asyncio.sleep(0)
            gc.collect()
            return counted, sys.getallocatedblocks() - before

    counted, kept = asyncio.run(measure(None))
    limited, remembered = asyncio.run(measure(LocalLimiter()))
    assert counted <= 105
    assert limited <= 120
    assert kept <= 40
    assert remembered <= 5 * 400, "more than when each call of the window ended"


def test_a_page_is_read_in_c() -> None:
    content = page(100)
    read_json(OrderPage, content)
    assert calls_during(lambda: read_json(OrderPage, content)) <= 5


def test_a_page_of_resources_is_read_and_walked_in_few_calls() -> None:
    content = json_api.page(25)
    read_and_walk = json_api.candidates(content)["commerce-sdk, every field read"]
    read_and_walk()
    # Of 51 resources, each checked and made, 50 links followed, 102 instants and 75 choices read.
    assert calls_during(read_and_walk) <= 700


def test_what_is_kept_of_orders_is_what_plain_structs_would_keep() -> None:
    found = decode.candidates(page(20))
    blocks = {}
    for name in (decode.YARDSTICK, "commerce-sdk, nothing read"):
        found[name]()
        gc.collect()
        before = sys.getallocatedblocks()
        kept = found[name]()
        gc.collect()
        blocks[name] = sys.getallocatedblocks() - before
        del kept
    assert blocks["commerce-sdk, nothing read"] <= 1.1 * blocks[decode.YARDSTICK]


def test_orders_that_are_followed_together_keep_the_limit_and_lag_little() -> None:
    many = followed.run(2000)
    assert many.most_in_a_window <= followed.LIMIT
    assert many.worst_lag_in_rounds <= 1.5
    assert many.looks <= 5 * many.orders


def test_the_slope_of_a_curve_is_the_exponent_that_all_together_grow_by() -> None:
    sizes = (10, 100, 1000)
    assert round(growth.Curve(sizes, (5.0, 5.0, 5.0)).slope, 6) == 1
    assert round(growth.Curve(sizes, (1.0, 10.0, 100.0)).slope, 6) == 2
