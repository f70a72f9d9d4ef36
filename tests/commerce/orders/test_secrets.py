"""What an order holds does not come out, whatever becomes of it."""

from __future__ import annotations

from collections.abc import Awaitable
from pathlib import Path
from typing import Any

import pytest

from commerce_sdk import CommerceClient, new_item
from tests.support.clients import client
from tests.support.planted_secrets import AUTHS, IN_BODY, nothing_comes_out
from tests.support.worlds import OFFERING

pytestmark = pytest.mark.anyio


def calls_on(commerce: CommerceClient, folder: Path) -> tuple[list[str], list[Awaitable[Any]]]:
    prepared = commerce.orders.prepare(items=[new_item(OFFERING)], metadata={"note": IN_BODY})
    return [repr(commerce.orders), repr(prepared), prepared.token], [
        commerce.orders.get(OFFERING),
        commerce.orders.list().collect(),
        commerce.orders.place(prepared),
        commerce.orders.resume(prepared.token),
        commerce.pricing_plans.delete(OFFERING),
        commerce.quotes.download(OFFERING).save(folder / "quote.pdf"),
    ]


@pytest.mark.parametrize("auth", AUTHS, ids=lambda auth: type(auth).__name__)
async def test_no_secret_comes_out(
    auth: Any, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    await nothing_comes_out(client, lambda commerce: calls_on(commerce, tmp_path), auth, caplog)
