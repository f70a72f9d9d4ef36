"""What each kind of call does about each fault of the network. `python -m tests.runtime.fault_table`
writes docs/faults.md; the tests hold it against what happens."""

from __future__ import annotations

import dataclasses
import itertools
import sys
import tempfile
import uuid
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import anyio
import attrs

from commerce_sdk import (
    AiohttpTransport,
    CommerceClient,
    CommerceError,
    NotFound,
    PreparedOrder,
    RetryPolicy,
    defaults,
    new_item,
)
from commerce_sdk.models import (
    PricingChangeInput,
    PricingChangeUpdateInput,
    PricingPlanInput,
    PricingPlanUpdateInput,
)
from commerce_sdk.sandbox import ACCOUNTS, CATALOG_ACCOUNT, QUOTES, TOKEN, Sandbox
from commerce_sdk.sandbox.faults import (
    Bomb,
    CloseWhileIdle,
    CutAfterApplying,
    CutBeforeApplying,
    CutChunked,
    CutInAnswer,
    CutWithoutLength,
    Drip,
    Fault,
    Garbage,
    HalfClose,
    ResetAtAccept,
    Silence,
    SlowAccept,
)
from tests.support.clients import open_connections
from tests.support.servers import Served, served
from tests.support.worlds import OFFERING

PAGE = Path(__file__).resolve().parents[2] / "docs" / "faults.md"
QUOTE, VERSION = next(iter(QUOTES.items()))
QUICK = RetryPolicy(attempts=3, first_pause=0.01, pause_cap=0.02)
DEADLINE = 8.0
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


@attrs.frozen
class Kind:
    """A kind of call. `begin` makes what it is about, past the faults; `call` makes the call and
    checks what it answers; `applied` asks the platform, past the faults, whether it happened. What
    is `once` is never sent again but where it surely was not sent. Faults strike the first request
    of each of the `methods`; orders show `late`, in seconds."""

    name: str
    method: str
    call: Callable[[CommerceClient, Any], Awaitable[None]]
    begin: Callable[[CommerceClient], Awaitable[Any]]
    applied: Callable[[CommerceClient, Any], Awaitable[bool]] | None = None
    once: bool = False
    looks_fail: bool = False
    late: float = 0.0

    @property
    def methods(self) -> tuple[str, ...]:
        return (self.method, "GET") if self.looks_fail else (self.method,)


FAULTS: dict[str, tuple[Fault, dict[str, Any]]] = {
    "reset at accept": (ResetAtAccept(), {}),
    "slow accept": (SlowAccept(0.05), {}),
    "FIN without an answer, not acted": (CutBeforeApplying(), {}),
    "FIN without an answer, acted": (CutAfterApplying(), {}),
    "reset after the request, not acted": (CutBeforeApplying(reset=True), {}),
    "reset after the request, acted": (CutAfterApplying(reset=True), {}),
    "reset in the body": (CutInAnswer(reset=True), {}),
    "short body": (CutInAnswer(), {}),
    "half-close in the body": (HalfClose(), {}),
    "cut chunked": (CutChunked(), {}),
    "no length, and cut": (CutWithoutLength(), {}),
    "garbage": (Garbage(), {}),
    "decompression bomb": (Bomb(), {}),
    "closed while idle": (CloseWhileIdle(), {}),
    "silence": (Silence(30), {}),
    "drip": (Drip(0.03), {}),
    "silence until the deadline": (Silence(30), {"deadline": 0.5, "attempt_timeout": None}),
    "drip until the deadline": (Drip(0.03), {"deadline": 0.5, "attempt_timeout": None}),
}


async def _nothing(past: CommerceClient) -> None:
    return None


async def _get(commerce: CommerceClient, _: Any) -> None:
    assert (await commerce.quotes.get(QUOTE)).id == QUOTE


async def _list(commerce: CommerceClient, _: Any) -> None:
    assert len(await commerce.orders.list(page_size=2).collect()) == 3


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


KINDS = [
    Kind("a read", "GET", _get, _nothing),
    Kind("a page", "GET", _list, _nothing),
    Kind("a poll", "GET", _follow, _placed),
    Kind("a preview", "POST", _preview, _nothing),
    Kind("a download", "GET", _download, _nothing),
    Kind("`orders.place`", "POST", _place, _fresh, _is_there),
    Kind("`orders.create`", "POST", _create, _fresh, _is_there),
    Kind("`orders.place` of kept bytes", "POST", _place_kept, _kept, _prepared_is_there, late=LATE),
    Kind("`orders.place` of a quote", "POST", _place_quote, _quoted, _prepared_is_there, late=LATE),
    Kind("`orders.place`, its look struck too", "POST", _place, _fresh, _is_there, looks_fail=True),
    Kind("`result()` of an order that shows late", "GET", _place_and_follow, _nothing, late=LATE),
    Kind("`pricing_plans.create`", "POST", _create_plan, _fresh, _plan_is_there, once=True),
    Kind("`pricing_plans.update`", "PUT", _update_plan, _plan, _plan_is_updated, once=True),
    Kind("`pricing_plans.delete`", "DELETE", _delete_plan, _plan, _plan_is_gone, once=True),
    Kind(
        "`pricing_changes.create`", "POST", _create_change, _new_change, _change_is_there, once=True
    ),
    Kind("`pricing_changes.update`", "PUT", _update_change, _change, _change_is_updated, once=True),
    Kind("`pricing_changes.delete`", "DELETE", _delete_change, _change, _change_is_gone, once=True),
    Kind(
        "`pricing_changes.execute`", "PUT", _execute_change, _change, _change_is_executed, once=True
    ),
]


def platform() -> Sandbox:
    sandbox = Sandbox(limits=False)
    sandbox.orders.seed_finished(ACCOUNTS[1], 3, ACCOUNTS[1])
    sandbox.switches.pending = sandbox.switches.processing = 0.0
    quotes = sandbox.platform.quotes.held
    for quote_id in _quote_ids(MANY):
        seed = dataclasses.replace(quotes[QUOTE].seed, id=quote_id)
        quotes[quote_id] = dataclasses.replace(quotes[QUOTE], seed=seed)
    return sandbox


def client(url: str, **settings: Any) -> CommerceClient:
    options: dict[str, Any] = {
        "retry": QUICK,
        "deadline": DEADLINE,
        "attempt_timeout": 0.8,
        "limiter": None,
        "catalog_account": CATALOG_ACCOUNT,
        "transaction_account": ACCOUNTS[0],
    }
    return CommerceClient(token=TOKEN, base_url=url, **{**options, **settings})


_EITHER = "`ConnectionFailed`, maybe applied or right, where it came before the first byte"
"""Which of them it is the network decides, not the client."""


async def outcome(
    running: Served, kind: Kind, fault: str, transport: Callable[[], Any] = lambda: None
) -> str:
    """What a call of a kind does about a fault, in the words of the page. Whatever it is, it is
    within the deadline, and true of the platform."""
    breaks, settings = FAULTS[fault]
    if kind.name == "a page":
        settings = {**settings, "transaction_account": ACCOUNTS[1]}
    async with client(running.direct) as past:
        subject = await kind.begin(past)
        running.sandbox.switches.visible_after = kind.late
        for method in kind.methods:
            running.proxy.plan(breaks, method=method)
        struck = running.proxy.struck
        began = anyio.current_time()
        async with client(running.url, transport=transport(), **settings) as commerce:
            try:
                await kind.call(commerce, subject)
                error = None
            except CommerceError as raised:
                error = raised
            taken = anyio.current_time() - began
            _nothing_left_behind(commerce)
        running.proxy.forget()
        # What gets over the first fault without a look has none for the second to strike.
        assert 1 <= running.proxy.struck - struck <= len(kind.methods), "the fault did not strike"
        assert taken < settings.get("deadline", DEADLINE) + 1, f"it took {taken:.1f} s"
        applied = await kind.applied(past, subject) if kind.applied is not None else None
    if error is None:
        assert applied in (True, None), "it said that it was done, and it was not"
        return _EITHER if fault == "reset at accept" and kind.once else "right"
    assert error.operation
    assert error.attempts
    words = f"`{type(error).__name__}`"
    if kind.applied is None:
        assert error.maybe_applied is None
        return words
    assert error.maybe_applied in (True, False)
    assert not (applied and error.maybe_applied is False), "it said surely not, and it was"
    words = f"{words}, {'maybe' if error.maybe_applied else 'surely not'} applied"
    if fault == "reset at accept" and words == _EITHER.partition(" or ")[0]:
        return _EITHER
    return words


def _nothing_left_behind(commerce: CommerceClient) -> None:
    transport: Any = commerce._core.pipeline.transport
    pool = transport._pool
    assert len(open_connections(commerce)) <= 1, "a connection was left behind"
    assert len(pool._idle) == len(pool._made), "a connection was not given back"
    assert transport._free.value == defaults.MAX_CONNECTIONS
    if isinstance(pool._given, AiohttpTransport):
        assert not pool._given._session._connector._acquired  # type: ignore[union-attr]
    elif pool._given is not None:
        assert len(pool._given._pool.connections) <= 1
        assert not pool._given._pool._requests


async def table() -> dict[tuple[str, str], str]:
    results = {}
    with served(platform()) as running:
        for kind, fault in itertools.product(KINDS, FAULTS):
            try:
                results[kind.name, fault] = await outcome(running, kind, fault)
            except AssertionError as wrong:
                raise AssertionError(f"{kind.name}, {fault}") from wrong
    return results


_INTRODUCTION = """\
# Faults of the network

What a call does when the network breaks under it, once, as measured with the fault proxy that comes
with the sandbox. Each cell was seen on asyncio and on trio; `tests/runtime/test_fault_table.py` holds
this page against what happens. Whatever happens, it happens within the deadline.

**right**: the call gets over it and gives the right result; a write has happened exactly once. An
error says by `maybe_applied` whether a write may have happened. The writes of prices have no key that
would make a second request the same, so they are never sent twice, and an unclear end is the
caller's to look into.

"""


def page(results: dict[tuple[str, str], str]) -> str:
    groups: dict[tuple[str, ...], list[str]] = {}
    for kind in KINDS:
        column = tuple(results[kind.name, fault] for fault in FAULTS)
        groups.setdefault(column, []).append(kind.name)
    lines = [
        "| fault | " + " | ".join(", ".join(names) for names in groups.values()) + " |",
        "|---" * (len(groups) + 1) + "|",
    ]
    for row, fault in enumerate(FAULTS):
        lines.append(f"| {fault} | " + " | ".join(column[row] for column in groups) + " |")
    return _INTRODUCTION + "\n".join(lines) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(anyio.run(table)), encoding="utf-8")
    print(f"wrote {PAGE.name}", file=sys.stderr)
