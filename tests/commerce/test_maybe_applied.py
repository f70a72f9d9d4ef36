"""`maybe_applied` for every write of the platform and every way that its first attempt can end, as
the table in docs/errors.md says."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from typing import Any

import httpx
import pytest

from commerce_sdk import (
    CallNext,
    CommerceClient,
    CommerceError,
    MiddlewareCall,
    MiddlewareReply,
    new_item,
)
from commerce_sdk.errors import WrongAnswer
from commerce_sdk.models import (
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanUpdateInput,
)
from commerce_sdk.sandbox import CATALOG_ACCOUNT, ManualClock
from commerce_sdk_api.commerce.operations import OPERATIONS
from tests.conftest import ROOT
from tests.support.clients import client
from tests.support.worlds import OFFERING, VirtualClock, cut_before, refused

pytestmark = pytest.mark.anyio

PLAN = {"offeringId": OFFERING, "currency": "USD", "primaryCycleId": "MONTHLY", "items": []}
CHANGE = {
    "changes": [
        {"activate": {"pricingPlanId": OFFERING, "activationReasonCode": "DEFAULT_PRICING"}}
    ]
}
WRITES: dict[str, Callable[[CommerceClient], Awaitable[Any]]] = {
    "place_order": lambda c: c.orders.place(items=[new_item(OFFERING)]),
    "create_order": lambda c: c.orders.create(items=[new_item(OFFERING)]),
    "create_pricing_plan": lambda c: c.pricing_plans.create(PricingPlanInput.from_dict(PLAN)),
    "update_pricing_plan": lambda c: c.pricing_plans.update(
        OFFERING, PricingPlanUpdateInput(primary_cycle_id="ANNUAL"), currency="USD"
    ),
    "delete_pricing_plan": lambda c: c.pricing_plans.delete(OFFERING),
    "create_pricing_change": lambda c: c.pricing_changes.create(
        PricingChangeInput.from_dict(CHANGE)
    ),
    "update_pricing_change": lambda c: c.pricing_changes.update(
        OFFERING, PricingChangeUpdateInput(description="x")
    ),
    "delete_pricing_change": lambda c: c.pricing_changes.delete(OFFERING),
    "execute_pricing_change": lambda c: c.pricing_changes.execute(OFFERING),
}

Answer = httpx.Response | Callable[..., Any]
NETWORK: dict[str, Answer] = {
    "could not connect": refused,
    "the connection broke": cut_before,
    # Where nothing is promised any body is read; one that cannot be unpacked is read by nobody.
    "an answer that cannot be read": httpx.Response(
        200, stream=httpx.ByteStream(b"<html>"), headers={"content-encoding": "gzip"}
    ),
}


async def failing_afterwards(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    await call_next()
    raise ValueError("a bug of the middleware's own")


MIDDLEWARE = {
    "a middleware failed after it had called what comes next": [failing_afterwards],
}


def table() -> dict[str, bool]:
    """What the page says, by status or by what happened."""
    text = (ROOT / "docs/errors.md").read_text(encoding="utf-8")
    said = {}
    for line in text.partition("| first attempt |")[2].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) != 2 or cells[1] not in ("False", "True"):
            continue
        statuses = re.findall(r"\b[2-5]\d\d\b", cells[0])
        for what in statuses or cells[0].split(", "):
            said[what] = cells[1] == "True"
    return said


class Once(httpx.AsyncBaseTransport):
    """Answers the first write in one way; everything after it finds nothing."""

    def __init__(self, answer: Answer) -> None:
        self._answer: Answer | None = answer
        self.writes = 0

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(404)
        self.writes += 1
        if isinstance(self._answer, httpx.Response):
            return self._answer
        assert self._answer is not None
        answered: httpx.Response = await self._answer(request, self)
        return answered


def test_every_write_of_the_document_is_here() -> None:
    writes = {name for name, each in OPERATIONS.items() if each.retry.kind != "safe"}
    assert set(WRITES) == writes


def test_the_page_speaks_of_every_status_that_has_an_error_of_its_own() -> None:
    assert set(table()) >= {str(status) for status in (400, 401, 403, 404, 409, 422, 423, 429)}
    assert set(table()) >= {*NETWORK, *MIDDLEWARE}


@pytest.mark.parametrize("name", WRITES)
async def test_a_first_attempt_that_fails_is_told_as_the_page_says(name: str) -> None:
    for what, maybe in table().items():
        status = 201 if what in MIDDLEWARE or what in NETWORK else int(what)
        transport = Once(NETWORK.get(what, httpx.Response(status, json={})))
        async with client(
            transport,
            catalog_account=CATALOG_ACCOUNT,
            clock=VirtualClock(ManualClock()),
            retry=None,
            middleware=MIDDLEWARE.get(what, ()),
        ) as commerce:
            with pytest.raises(CommerceError) as caught:
                await WRITES[name](commerce)
        assert caught.value.maybe_applied is maybe, what
        assert caught.value.operation == name
        assert transport.writes == 1
        assert ("may have applied it" in str(caught.value)) <= maybe


async def test_a_change_that_was_executed_in_place_of_this_may_not_be_all() -> None:
    transport = Once(httpx.Response(202, json={"id": OFFERING[::-1]}))
    async with client(transport, catalog_account=CATALOG_ACCOUNT) as commerce:
        with pytest.raises(WrongAnswer) as caught:
            await commerce.pricing_changes.execute(OFFERING)
    assert caught.value.maybe_applied is True
    assert caught.value.operation == "execute_pricing_change"
    assert [attempt.number for attempt in caught.value.attempts] == [1]
