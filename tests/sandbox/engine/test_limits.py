"""The sandbox counts calls in the buckets that the document names."""

from __future__ import annotations

import sys

from commerce_sdk.sandbox import ManualClock
from commerce_sdk.sandbox.engine.document import Document
from commerce_sdk.sandbox.engine.limits import Limits
from commerce_sdk.sandbox.engine.refusal import Refusal
from tests.conftest import ROOT

sys.path.insert(0, str(ROOT / "openapi"))
from bundle import bundle

SHOP = Document(bundle(ROOT / "tests" / "generation" / "shop.yaml"))


def takes(limits: Limits, operation: str, credential: str) -> int:
    for went in range(300):
        try:
            limits.count(SHOP.operations[operation], credential)
        except Refusal as refusal:
            assert refusal.status == 429
            return went
    return 300


def test_operations_of_one_bucket_count_together_and_an_address_is_everybody() -> None:
    clock = ManualClock()
    limits = Limits(clock)
    assert takes(limits, "add_rack", "one") == 3
    assert takes(limits, "remove_racks", "one") == 0
    assert takes(limits, "remove_racks", "two") == 3
    assert takes(limits, "get_opening", "one") == 194
    assert takes(limits, "get_opening", "three") == 0
    clock.advance(10)
    assert takes(limits, "add_rack", "one") == 3
