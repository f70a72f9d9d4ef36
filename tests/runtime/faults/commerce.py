"""The kinds of calls of Commerce, and what each does when nothing is in its way."""

from __future__ import annotations

import dataclasses
import tempfile
import uuid
from collections.abc import Iterator
from typing import Any

import anyio

from commerce_sdk import CommerceClient, NotFound, PreparedOrder, new_item
from commerce_sdk.models import (
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanUpdateInput,
)
from commerce_sdk.sandbox import ACCOUNTS, CATALOG_ACCOUNT, QUOTES, TOKEN, Sandbox
from tests.runtime.faults.kind import DEADLINE, Kind, Side, nothing
from tests.support.worlds import OFFERING

QUOTE, VERSION = next(iter(QUOTES.items()))
LATE = 0.2
MANY = 400
"""Quotes to order, each once."""


def _quote_ids(count: int) -> Iterator[str]:
    return (str(uuid.uuid5(uuid.NAMESPACE_OID, str(number))) for number in range(count))


_QUOTE_IDS = _quote_ids(MANY)
PLAN: dict[str, Any] = {
    "offeringId": OFFERING,
    "currency": "USD",
    "primaryCycleId": "MONTHLY",
    "items": [],
}


async def _get(commerce: CommerceClient, _: Any) -> None:
    assert (await commerce.quotes.get(QUOTE)).id == QUOTE


async def _list(commerce: CommerceClient, _: Any) -> None:
    assert len(await commerce.for_account(ACCOUNTS[1]).orders.list(page_size=2).collect()) == 3


async def _preview(commerce: CommerceClient, _: Any) -> None:
    assert (await commerce.orders.preview(QUOTE, VERSION)).items


async def _download(commerce: CommerceClient, _: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = await commerce.quotes.download(QUOTE).save(f"{folder}/quote.pdf")
        assert path.read_bytes().startswith(b"%PDF")
        assert [each.name async for each in anyio.Path(folder).iterdir()] == ["quote.pdf"]


async def _placed(past: CommerceClient) -> Any:
    return (await past.orders.place(items=[new_item(OFFERING)])).token


async def _follow(commerce: CommerceClient, token: Any) -> None:
    handle = await commerce.orders.resume(token)
    assert (await handle.result(poll_interval=0.01)).order_id == handle.order_id


async def _fresh(past: CommerceClient) -> str:
    return str(uuid.uuid4())


async def _place(commerce: CommerceClient, order_id: Any) -> None:
    placed = await commerce.orders.place(items=[new_item(OFFERING)], order_id=order_id)
    assert placed.order_id == order_id


async def _kept(past: CommerceClient) -> PreparedOrder:
    return past.orders.prepare(items=[new_item(OFFERING)])


async def _place_kept(commerce: CommerceClient, prepared: Any) -> None:
    placed = await commerce.orders.place(prepared.to_json())
    assert placed.order_id == prepared.order_id


async def _quoted(past: CommerceClient) -> PreparedOrder:
    return past.orders.prepare(quote_id=next(_QUOTE_IDS), quote_version=VERSION)


async def _place_quote(commerce: CommerceClient, prepared: Any) -> None:
    quote = prepared.request.quote
    placed = await commerce.orders.place(quote_id=quote.id, quote_version=quote.version)
    assert placed.order_id == prepared.order_id


async def _prepared_is_there(past: CommerceClient, prepared: Any) -> bool:
    return await _is_there(past, prepared.order_id)


async def _place_and_follow(commerce: CommerceClient, _: Any) -> None:
    placed = await commerce.orders.place(items=[new_item(OFFERING)])
    order = await placed.result(deadline=DEADLINE, poll_interval=0.05)
    assert order.order_id == placed.order_id


async def _create(commerce: CommerceClient, order_id: Any) -> None:
    placed = await commerce.orders.create(items=[new_item(OFFERING)], order_id=order_id)
    assert placed.order_id == order_id


async def _is_there(past: CommerceClient, order_id: Any) -> bool:
    for _ in range(20):  # it may show late
        try:
            return (await past.orders.get(order_id)).order_id == order_id
        except NotFound:
            await anyio.sleep(0.02)
    return False


async def _plan(past: CommerceClient) -> Any:
    return await past.pricing_plans.create(PricingPlanInput.from_dict(PLAN))


async def _create_plan(commerce: CommerceClient, plan_id: Any) -> None:
    body = PricingPlanInput.from_dict({**PLAN, "id": plan_id})
    assert (await commerce.pricing_plans.create(body)).id == plan_id


async def _plan_is_there(past: CommerceClient, plan_id: Any) -> bool:
    try:
        return (await past.pricing_plans.get(plan_id)).id == plan_id
    except NotFound:
        return False


async def _update_plan(commerce: CommerceClient, plan: Any) -> None:
    changes = PricingPlanUpdateInput(primary_cycle_id="ANNUAL")
    assert (await commerce.pricing_plans.update(plan, changes)).version == 2


async def _plan_is_updated(past: CommerceClient, plan: Any) -> bool:
    return (await past.pricing_plans.get(plan.id)).version == 2


async def _delete_plan(commerce: CommerceClient, plan: Any) -> None:
    await commerce.pricing_plans.delete(plan.id)


async def _plan_is_gone(past: CommerceClient, plan: Any) -> bool:
    return not await _plan_is_there(past, plan.id)


def _steps(plan_id: str) -> dict[str, Any]:
    step = {"activate": {"pricingPlanId": plan_id, "activationReasonCode": "DEFAULT_PRICING"}}
    return {"changes": [step]}


async def _change(past: CommerceClient) -> Any:
    plan = await _plan(past)
    return await past.pricing_changes.create(PricingChangeInput.from_dict(_steps(plan.id)))


async def _new_change(past: CommerceClient) -> Any:
    return (str(uuid.uuid4()), (await _plan(past)).id)


async def _create_change(commerce: CommerceClient, new: Any) -> None:
    change_id, plan_id = new
    body = PricingChangeInput.from_dict({**_steps(plan_id), "id": change_id})
    assert (await commerce.pricing_changes.create(body)).id == change_id


async def _change_is_there(past: CommerceClient, new: Any) -> bool:
    try:
        return (await past.pricing_changes.get(new[0])).id == new[0]
    except NotFound:
        return False


async def _update_change(commerce: CommerceClient, change: Any) -> None:
    changes = PricingChangeUpdateInput(description="x")
    assert (await commerce.pricing_changes.update(change.id, changes)).description == "x"


async def _change_is_updated(past: CommerceClient, change: Any) -> bool:
    return (await past.pricing_changes.get(change.id)).description == "x"


async def _delete_change(commerce: CommerceClient, change: Any) -> None:
    await commerce.pricing_changes.delete(change.id)


async def _change_is_gone(past: CommerceClient, change: Any) -> bool:
    return not await _change_is_there(past, (change.id,))


async def _execute_change(commerce: CommerceClient, change: Any) -> None:
    executed = await commerce.pricing_changes.execute(change.id)
    assert executed.state is not None
    assert executed.state.status != "DRAFT"


async def _change_is_executed(past: CommerceClient, change: Any) -> bool:
    return (await past.pricing_changes.get(change.id)).status != "DRAFT"


def _client(url: str, **settings: Any) -> CommerceClient:
    return CommerceClient(
        token=TOKEN,
        base_url=f"{url}/commerce/api",
        catalog_account=CATALOG_ACCOUNT,
        transaction_account=ACCOUNTS[0],
        **settings,
    )


COMMERCE = Side(_client)


COMMERCE_KINDS = [
    Kind(COMMERCE, "a read", "GET", _get, nothing),
    Kind(COMMERCE, "a page", "GET", _list, nothing),
    Kind(COMMERCE, "a poll", "GET", _follow, _placed),
    Kind(COMMERCE, "a preview", "POST", _preview, nothing),
    Kind(COMMERCE, "a download", "GET", _download, nothing),
    Kind(COMMERCE, "`orders.place`", "POST", _place, _fresh, _is_there),
    Kind(COMMERCE, "`orders.create`", "POST", _create, _fresh, _is_there),
    Kind(
        COMMERCE,
        "`orders.place` of kept bytes",
        "POST",
        _place_kept,
        _kept,
        _prepared_is_there,
        late=LATE,
    ),
    Kind(
        COMMERCE,
        "`orders.place` of a quote",
        "POST",
        _place_quote,
        _quoted,
        _prepared_is_there,
        late=LATE,
    ),
    Kind(
        COMMERCE,
        "`orders.place`, its look struck too",
        "POST",
        _place,
        _fresh,
        _is_there,
        looks_fail=True,
    ),
    Kind(
        COMMERCE,
        "`result()` of an order that shows late",
        "GET",
        _place_and_follow,
        nothing,
        late=LATE,
    ),
    Kind(
        COMMERCE, "`pricing_plans.create`", "POST", _create_plan, _fresh, _plan_is_there, once=True
    ),
    Kind(
        COMMERCE, "`pricing_plans.update`", "PUT", _update_plan, _plan, _plan_is_updated, once=True
    ),
    Kind(
        COMMERCE, "`pricing_plans.delete`", "DELETE", _delete_plan, _plan, _plan_is_gone, once=True
    ),
    Kind(
        COMMERCE,
        "`pricing_changes.create`",
        "POST",
        _create_change,
        _new_change,
        _change_is_there,
        once=True,
    ),
    Kind(
        COMMERCE,
        "`pricing_changes.update`",
        "PUT",
        _update_change,
        _change,
        _change_is_updated,
        once=True,
    ),
    Kind(
        COMMERCE,
        "`pricing_changes.delete`",
        "DELETE",
        _delete_change,
        _change,
        _change_is_gone,
        once=True,
    ),
    Kind(
        COMMERCE,
        "`pricing_changes.execute`",
        "PUT",
        _execute_change,
        _change,
        _change_is_executed,
        once=True,
    ),
]


def commerce() -> Sandbox:
    """A platform with what the kinds need."""
    sandbox = Sandbox(limits=False)
    sandbox.orders.seed_finished(ACCOUNTS[1], 3, ACCOUNTS[1])
    sandbox.switches.pending = sandbox.switches.processing = 0.0
    quotes = sandbox.platform.quotes.held
    for quote_id in _quote_ids(MANY):
        seed = dataclasses.replace(quotes[QUOTE].seed, id=quote_id)
        quotes[quote_id] = dataclasses.replace(quotes[QUOTE], seed=seed)
    return sandbox
