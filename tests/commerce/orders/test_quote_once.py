"""A quote is ordered once, whoever orders it, as often as they try."""

from __future__ import annotations

import pickle
import uuid
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceError,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    OrderFailed,
    OrderHandle,
    new_item,
)
from commerce_sdk.models import QuoteOrderRequest, QuoteReferenceInput
from commerce_sdk.sandbox import QUOTES
from commerce_sdk.sandbox.commerce.catalogue import failure_for
from tests.commerce.orders.test_placed_once import status
from tests.support.clients import client
from tests.support.worlds import ACCOUNT, OFFERING, World, cut_after, world

pytestmark = pytest.mark.anyio
QUOTE, VERSION = next(iter(QUOTES.items()))
OWN = "0aed15e5-3d09-4319-800d-d65a5e73f783"


async def order(here: World, **parts: Any) -> OrderHandle:
    return await here.commerce.orders.place(
        **{"quote_id": QUOTE, "quote_version": VERSION, **parts}
    )


def methods(here: World) -> list[str]:
    return [request.method for request in here.transport.requests]


async def fail_the_quotes_order(here: World) -> str:
    prepared = here.commerce.orders.prepare(quote_id=QUOTE, quote_version=VERSION)
    here.sandbox.orders.failures[prepared.order_id] = failure_for("O1")
    placed = await here.commerce.orders.place(prepared)
    with pytest.raises(OrderFailed):
        await placed.result()
    here.transport.requests.clear()
    return prepared.order_id


async def test_the_id_of_a_quotes_order_is_the_same_for_everybody_and_for_ever() -> None:
    async with world() as here:
        prepare = here.commerce.orders.prepare
        first = prepare(quote_id=QUOTE, quote_version=VERSION)
        spelled = prepare(quote_id=QUOTE.upper(), quote_version=VERSION)
        model = prepare(
            QuoteOrderRequest(
                order_id="",
                quote=QuoteReferenceInput(id=QUOTE, version=VERSION),
                transaction_account_id=ACCOUNT,
            )
        )
        other = prepare(quote_id=QUOTE, quote_version=VERSION + 1)
        own = prepare(quote_id=QUOTE, quote_version=VERSION, order_id=OWN)
    assert first.order_id == spelled.order_id == model.order_id
    assert other.order_id != first.order_id
    assert own.order_id == OWN
    # Orders that were placed by an older release have this id: it may not change.
    namespace = uuid.UUID("933b13e0-cee3-5cd3-86bd-0286a9db64e8")
    assert first.order_id == str(uuid.uuid5(namespace, f"{ACCOUNT}/{QUOTE}/{VERSION}".lower()))


@pytest.mark.parametrize("workers", [2, 20])
async def test_workers_that_order_one_quote_at_once_make_one_order(workers: int) -> None:
    handles: list[OrderHandle] = []

    async def work(here: World) -> None:
        handles.append(await order(here))

    async with world() as here:
        async with anyio.create_task_group() as tasks:
            for _ in range(workers):
                tasks.start_soon(work, here)
        assert len(here.sandbox.orders.held) == 1
    assert len({handle.order_id for handle in handles}) == 1


async def test_who_comes_later_is_given_the_order_that_is_there() -> None:
    async with world() as here:
        first = await order(here)
        assert not first.already_placed
        assert methods(here) == ["GET", "POST"]
        here.transport.requests.clear()
        for _ in range(2):  # while it goes on, and after it has ended
            second = await order(here)
            assert second.already_placed
            assert second.order_id == first.order_id
            assert "POST" not in methods(here)
            await second.result()
        by_v2 = await here.commerce.orders.create(quote_id=QUOTE, quote_version=VERSION)
        assert by_v2.already_placed
        assert (await by_v2.result()).order_id == first.order_id


@pytest.mark.parametrize("code", [400, 403, 409, 422, 423])
async def test_a_refusal_never_says_that_the_quote_was_not_ordered(code: int) -> None:
    async with world(deadline=20) as here:
        here.transport.faults["POST"].append(status(code, after=False))
        with pytest.raises(CommerceError) as caught:
            await order(here)
        assert methods(here).count("POST") == 1
        assert methods(here)[-1] == "GET"
    assert caught.value.maybe_applied is True


async def test_a_cut_is_got_over_and_is_no_order_of_somebody_else() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        placed = await order(here)
        assert not placed.already_placed
        assert len(here.sandbox.orders.held) == 1


async def test_an_order_that_failed_names_the_way_on() -> None:
    async with world() as here:
        failed = await fail_the_quotes_order(here)
        with pytest.raises(OrderFailed, match=f"retry_of='{failed}'") as caught:
            await order(here)
        assert "POST" not in methods(here)
        assert caught.value.order_id == failed
        assert caught.value.problems
        again = await order(here, retry_of=failed)
        assert again.order_id != failed
        assert not again.already_placed
        assert (await again.result()).order_id == again.order_id
        assert (await order(here, retry_of=failed.upper())).order_id == again.order_id


async def test_one_deadline_covers_everything_that_placing_a_quote_takes() -> None:
    async def slow(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        here.clock.advance(35)
        return await below.handle_async_request(request)

    async with world() as here:
        failed = await fail_the_quotes_order(here)
        here.transport.faults["GET"].extend([slow] * 9)
        here.transport.faults["POST"].append(slow)
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded) as caught:
            await order(here, retry_of=failed)
        assert here.clock.time() - began <= 75
        assert caught.value.maybe_applied is True


async def test_those_who_repeat_a_failed_order_at_once_agree() -> None:
    handles: list[OrderHandle] = []
    async with world() as here:
        failed = await fail_the_quotes_order(here)

        async def work() -> None:
            handles.append(await order(here, retry_of=failed))

        async with anyio.create_task_group() as tasks:
            for _ in range(10):
                tasks.start_soon(work)
        assert len(here.sandbox.orders.held) == 2
    assert len({handle.order_id for handle in handles}) == 1


async def test_a_repetition_that_failed_names_itself() -> None:
    async with world() as here:
        failed = await fail_the_quotes_order(here)
        prepared = here.commerce.orders.prepare(
            quote_id=QUOTE, quote_version=VERSION, retry_of=failed
        )
        here.sandbox.orders.failures[prepared.order_id] = failure_for("O1")
        with pytest.raises(OrderFailed):
            await (await here.commerce.orders.place(prepared)).result()
        with pytest.raises(OrderFailed, match=f"retry_of='{prepared.order_id}'"):
            await order(here, retry_of=failed)


async def test_an_order_that_has_not_failed_is_not_repeated() -> None:
    async with world() as here:
        first = await order(here)
        for _ in range(2):
            with pytest.raises(InvalidRequest, match=r"retry_of: order .* has not failed"):
                await order(here, retry_of=first.order_id)
            await first.result()
        with pytest.raises(InvalidRequest, match=r"retry_of: .* is not the order of this version"):
            await order(here, retry_of=OWN)
        assert len(here.sandbox.orders.held) == 1


async def test_only_the_order_of_this_version_is_repeated() -> None:
    async with world() as here:
        prepare = here.commerce.orders.prepare
        failed = await fail_the_quotes_order(here)
        other = prepare(quote_id=QUOTE, quote_version=VERSION + 1).order_id
        for wrong in (other, OWN, str(uuid.uuid4())):
            with pytest.raises(InvalidRequest, match="nor a repetition of it"):
                prepare(quote_id=QUOTE, quote_version=VERSION, retry_of=wrong)
        spelled = f" {{{failed.upper()}}}"
        again = prepare(quote_id=QUOTE, quote_version=VERSION, retry_of=spelled)
        twice = prepare(quote_id=QUOTE, quote_version=VERSION, retry_of=again.order_id)
        assert len({failed, again.order_id, twice.order_id}) == 3


async def test_kept_bytes_of_a_repetition_are_held_against_what_they_repeat() -> None:
    async with world() as here:
        first = await order(here)
        await first.result()
        prepared = here.commerce.orders.prepare(
            quote_id=QUOTE, quote_version=VERSION, retry_of=first.order_id
        )
        elsewhere = pickle.loads(pickle.dumps(prepared))
        for kept in (prepared, elsewhere, prepared.to_json(), prepared.to_json().decode()):
            with pytest.raises(InvalidRequest, match="has not failed"):
                await here.commerce.orders.place(kept)
        assert len(here.sandbox.orders.held) == 1


@pytest.mark.parametrize("first", ["place", "create"])
@pytest.mark.parametrize("second", ["place", "create"])
async def test_however_it_failed_and_is_looked_for_it_names_the_way_on(
    first: str, second: str
) -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(quote_id=QUOTE, quote_version=VERSION)
        here.sandbox.orders.failures[prepared.order_id] = failure_for("O1")
        placed = await getattr(here.commerce.orders, first)(prepared)
        with pytest.raises(OrderFailed):
            await placed.result()
        with pytest.raises(OrderFailed, match="retry_of="):
            await getattr(here.commerce.orders, second)(quote_id=QUOTE, quote_version=VERSION)


async def test_a_repetition_needs_a_quote_and_no_id_of_its_own() -> None:
    async with world() as here:
        prepare = here.commerce.orders.prepare
        with pytest.raises(InvalidRequest, match="retry_of: goes with an order by quote only"):
            prepare(items=[new_item(OFFERING)], retry_of=OWN)
        with pytest.raises(InvalidRequest, match="retry_of: makes the order's id"):
            prepare(quote_id=QUOTE, quote_version=VERSION, retry_of=OWN, order_id=OWN)
        for wrong in ("", " ", 5):
            with pytest.raises(InvalidRequest, match="retry_of: must be the id"):
                prepare(quote_id=QUOTE, quote_version=VERSION, retry_of=wrong)  # type: ignore[arg-type]


@pytest.mark.parametrize("line", [{"quoteId": OWN}, {"version": 99}], ids=str)
@pytest.mark.parametrize("stage", ["PENDING", "SUCCESS"])
async def test_an_order_of_another_quote_is_not_taken_for_this_one(
    line: dict[str, Any], stage: str
) -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(quote_id=QUOTE, quote_version=VERSION)
        reference = {"quoteId": QUOTE, "version": VERSION, **line}
        shown = {
            "orderId": prepared.order_id,
            "items": [{"itemId": "O1", "quoteLineItemDetailsReference": reference}],
        }

        async def v4(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
            result = shown if stage == "SUCCESS" else None
            content = {"orderId": prepared.order_id, "status": stage, "successResult": result}
            return httpx.Response(200, json=content)

        async def v2(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
            return httpx.Response(200, json=shown)

        here.transport.faults["GET"].extend([v4, v2])
        with pytest.raises(DecodeError, match="of another quote or version") as caught:
            await here.commerce.orders.place(prepared)
        assert caught.value.maybe_applied is True
        assert "POST" not in methods(here)


async def test_the_state_of_an_order_that_was_there_is_what_v4_says_of_it() -> None:
    async with world() as here:
        await order(here)
        for _ in range(2):  # while it goes on, and after it has ended
            found = await order(here)
            resumed = await here.commerce.orders.resume(found.token)
            assert found.state is not None
            assert found.state == resumed.state
            assert found.state.status != "SYNC_ORDER"
            await found.result()


@pytest.mark.parametrize("shown", [{}, {"items": []}, {"orderId": OWN}])
async def test_an_order_that_is_not_named_does_not_stand_in_for_the_state(shown: Any) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        order_id = request.url.path.rpartition("/")[2]
        if "/v4/" in request.url.path:
            return httpx.Response(200, json={"orderId": order_id, "status": "PROCESSING"})
        return httpx.Response(200, json=shown)

    async with client(answer) as commerce:
        placed = await commerce.orders.place(quote_id=QUOTE, quote_version=VERSION)
    assert placed.already_placed
    assert placed.state is not None
    assert placed.state.order_id == placed.order_id
    assert placed.state.status == "PROCESSING"


@pytest.mark.parametrize("part", ["successResult", "processingResult"])
async def test_a_state_with_another_order_in_it_is_no_answer(part: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        order_id = request.url.path.rpartition("/")[2]
        said = {"orderId": order_id, "status": "PROCESSING", part: {"orderId": OWN, "items": []}}
        return httpx.Response(200, json=said)

    async with client(answer) as commerce:
        with pytest.raises(DecodeError, match=rf"another one .*\$\.{part}\.orderId"):
            await commerce.orders.status(QUOTE)
