"""The error of an order that failed: its words, and what it carries."""

from __future__ import annotations

from typing import Any

import pytest

from commerce_sdk import OrderFailed
from commerce_sdk.commerce.orders.outcome import rejection
from commerce_sdk.models import OrderState

SAID: dict[str, tuple[Any, str]] = {
    "nothing": (None, "order 7 failed"),
    "an empty error": ({}, "order 7 failed"),
    "a title": ({"title": "No."}, "order 7 failed: No."),
    "a detail": ({"detail": "Too many."}, "order 7 failed: Too many."),
    "both": ({"title": "No.", "detail": "Too many."}, "order 7 failed: No.: Too many."),
    "empty texts": ({"title": "", "detail": ""}, "order 7 failed"),
}


@pytest.mark.parametrize(("error", "text"), SAID.values(), ids=SAID)
def test_a_failure_says_what_the_platform_said(error: Any, text: str) -> None:
    state = OrderState.from_dict({"status": "FAILED", "error": error})
    failure = rejection("7", state)
    assert failure.args == (text,)
    assert failure.state is state


def test_a_failure_can_be_made_by_keywords_alone() -> None:
    assert str(OrderFailed(message="it failed", order_id="7")) == "it failed"
