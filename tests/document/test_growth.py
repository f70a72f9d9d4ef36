"""Reading grows with what there is to read, and with nothing else that the process holds."""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from commerce_sdk import DecodeError
from commerce_sdk.document.model import parse_json
from commerce_sdk_api.commerce.models import Order


@contextmanager
def collections() -> Iterator[list[int]]:
    """The generations that are collected while the block runs."""
    seen: list[int] = []

    def note(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            seen.append(about["generation"])

    gc.callbacks.append(note)
    try:
        yield seen
    finally:
        gc.callbacks.remove(note)


def order(items: int) -> bytes:
    quantities = [{"unit": "user", "quantity": 1}]
    rows = [{"itemId": f"i{n}", "chargeableQuantities": quantities} for n in range(items)]
    return json.dumps({"orderId": "o", "items": rows}).encode()


@pytest.mark.parametrize("read", [Order.from_json, parse_json], ids=["a model", "plain values"])
def test_the_collector_does_not_walk_through_what_is_being_read(
    read: Callable[[bytes], Any],
) -> None:
    content = order(20_000)
    gc.collect()
    with collections() as seen:
        read(content)
        was_enabled = gc.isenabled()
    assert len(seen) <= 1, "once it is read"
    assert was_enabled


def test_what_cannot_be_read_leaves_the_collector_as_it_was() -> None:
    with pytest.raises(DecodeError):
        Order.from_json(order(20_000)[:-1])
    assert gc.isenabled()
    gc.disable()
    try:
        Order.from_json(order(20_000))
        assert not gc.isenabled()
    finally:
        gc.enable()
