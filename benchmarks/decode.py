"""Typed reading of a page of 100 orders with 5 items each, and the gaps it leaves to others."""

from __future__ import annotations

import asyncio
import gc
import json
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from functools import cache
from typing import Any, get_args

import msgspec
from msgspec.structs import fields

from benchmarks.measure import Figure, take_turns
from benchmarks.payload import page
from benchmarks.structs import plain

YARDSTICK = "msgspec Structs"


@cache
def _reader(kind: type) -> Callable[[Any], None]:
    """Code that reads every attribute below a value of this class, written out like a caller's."""
    names = [name for name in dir(kind) if not name.startswith("_") and _is_attribute(kind, name)]
    nested = {each.name.lstrip("_") for each in fields(kind) if _holds_models(each.type)}
    lines = ["def read(value, below):"]
    for name in names:
        lines.append(f"    below(value.{name})" if name in nested else f"    value.{name}")
    scope: dict[str, Any] = {}
    exec("\n".join([*lines, "    return None"]), scope)
    read: Callable[[Any, Any], None] = scope["read"]
    return lambda value: read(value, read_all)


def _holds_models(kind: Any) -> bool:
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return True
    return any(_holds_models(part) for part in get_args(kind))


def _is_attribute(kind: type, name: str) -> bool:
    member = getattr(kind, name, None)
    is_field = name in getattr(kind, "__struct_fields__", ())
    return is_field or (isinstance(member, property) and name != "unknown_fields")


def read_all(value: Any) -> None:
    """Read everything below a value."""
    if value.__class__ is list:
        for entry in value:
            read_all(entry)
    elif value is not None:
        _reader(value.__class__)(value)


def read_main(answer: Any) -> None:
    """Read what a list of orders shows."""
    for order in answer.data:
        _ = order.order_id, order.slug, order.created_date, order.transaction_account_id


def candidates(content: bytes) -> dict[str, Callable[[], object]]:
    from commerce_sdk.document.model import read_json
    from commerce_sdk_api.commerce.models import OrderPage

    decode = msgspec.json.Decoder(plain(OrderPage)).decode
    found: dict[str, Callable[[], object]] = {
        YARDSTICK: lambda: decode(content),
        "msgspec Structs, every field read": lambda: read_all(decode(content)),
        "json.loads (dicts)": lambda: json.loads(content),
        "commerce-sdk, nothing read": lambda: read_json(OrderPage, content),
        "commerce-sdk, main fields read": lambda: read_main(read_json(OrderPage, content)),
        "commerce-sdk, every field read": lambda: read_all(read_json(OrderPage, content)),
    }
    try:
        from stock.models import OrderPage as Stock

        found["openapi-python-client"] = lambda: Stock.from_dict(json.loads(content))
    except ImportError as missing:
        print(f"left out: openapi-python-client ({missing})")
    try:
        from oag.models.order_page import OrderPage as Generated

        found["openapi-generator"] = lambda: Generated.from_json(content.decode())
    except ImportError as missing:
        print(f"left out: openapi-generator ({missing})")
    return found


def run(rounds: int = 21) -> dict[str, Figure]:
    return take_turns(candidates(page()), YARDSTICK, rounds)


async def _longest_gap(content: bytes) -> float:
    """The longest time that another task did not get its turn while a page was read."""
    from commerce_sdk.document.operation import Request
    from commerce_sdk.runtime.call.slices import read_answer
    from commerce_sdk_api.commerce.api.orders import list_orders

    request: Request[Any] = Request(
        operation=list_orders.OPERATION,
        path="/",
    )
    await read_answer(request, 200, content)
    longest, last = 0.0, time.perf_counter()

    async def watch() -> None:
        nonlocal longest, last
        while True:
            await asyncio.sleep(0)
            now = time.perf_counter()
            longest, last = max(longest, now - last), now

    watching = asyncio.create_task(watch())
    await asyncio.sleep(0.01)
    gc.collect()
    longest, last = 0.0, time.perf_counter()
    answer = await read_answer(request, 200, content)
    await asyncio.sleep(0)
    watching.cancel()
    del answer
    return longest


def gaps(rounds: int = 15) -> dict[str, tuple[float, float]]:
    """By page size: the median and the worst of the longest gaps, in milliseconds."""
    found = {}
    for orders in (100, 1000):
        content = page(orders)
        each = sorted(asyncio.run(_longest_gap(content)) * 1000 for _ in range(rounds))
        found[f"{len(content) / 1e6:.1f} MB"] = (each[len(each) // 2], each[-1])
    return found


def _kept(which: str) -> None:
    """Keep 10,000 orders and print how much memory that took, in MiB."""
    from commerce_sdk.document.model import read_json
    from commerce_sdk_api.commerce.models import OrderPage

    decode: Callable[[bytes], Any] = msgspec.json.Decoder(plain(OrderPage)).decode
    if which == "commerce-sdk":
        decode = lambda content: read_json(OrderPage, content)  # noqa: E731
    elif which == "json":
        decode = json.loads
    decode(page(1))
    pages = [page(seed=seed) for seed in range(4)]
    gc.collect()
    before = resident()
    kept = [decode(pages[number % 4]) for number in range(100)]
    gc.collect()
    print((resident() - before) / 2**20)
    assert kept


def resident() -> int:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize()


def memory(rounds: int = 3) -> dict[str, float]:
    """MiB that 10,000 kept orders take, each in a process of its own."""
    found: dict[str, float] = {}
    for which in ("msgspec", "commerce-sdk", "json"):
        words = [sys.executable, "-m", "benchmarks.decode", which]
        runs = [
            subprocess.run(words, capture_output=True, text=True, check=True) for _ in range(rounds)
        ]
        found[which] = sorted(float(each.stdout) for each in runs)[rounds // 2]
    return found


if __name__ == "__main__":
    _kept(sys.argv[1])
