"""Following an order to its end: v4, v2, SYNC_ORDER, failures, resumption, deadlines."""

from __future__ import annotations

import gc
import traceback
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    CommerceClient,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    NotFound,
    OrderFailed,
    OrderHandle,
    defaults,
    new_item,
)
from commerce_sdk.commerce.orders.tokens import OrderToken
from commerce_sdk.models import Order, OrderState
from commerce_sdk.runtime.call.deadline import Deadline
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, QUOTES
from tests.support.tasks import twice_at_once
from tests.support.worlds import ACCOUNT, BASE_URL, OFFERING, cut_before, world

pytestmark = pytest.mark.anyio
ORDER = "0aed15e5-3d09-4319-800d-d65a5e73f783"


async def test_a_v4_order_is_followed_from_state_to_state_to_its_end() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        seen = [str(state.status) async for state in placed.updates()]
        order = await placed.result()

    assert seen == ["PENDING", "PROCESSING", "SUCCESS"]
    assert order.order_id == placed.order_id
    assert [str(item.processing_info.status) for item in order.items or ()] == ["SUCCESS"]  # type: ignore[union-attr]
    assert placed.status_url == f"/v4/orders/{placed.order_id}"
    assert placed.state is not None
    assert placed.state.status == "SUCCESS"


async def test_a_v2_order_is_over_when_all_its_items_are() -> None:
    async with world() as here:
        created = await here.commerce.orders.create(items=[new_item(OFFERING), new_item(OFFERING)])
        assert created.status_url is None
        states = [state async for state in created.updates()]
        order = await created.result()

    assert [str(state.status) for state in states] == ["SYNC_ORDER"] * 3
    assert len(order.items or ()) == 2
    assert {request.url.path.split("/")[3] for request in here.transport.requests} == {"v2"}


async def test_a_v2_order_asked_for_through_v4_is_followed_by_its_items() -> None:
    async with world() as here:
        created = await here.commerce.orders.create(items=[new_item(OFFERING)])
        token = str(OrderToken(account=ACCOUNT, order_id=created.order_id, api="v4"))
        resumed = await here.commerce.orders.resume(token)
        order = await resumed.result()

    assert resumed.state is not None
    assert resumed.state.status == "SYNC_ORDER"
    assert order.order_id == created.order_id


async def test_a_failed_order_says_every_typed_reason() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(FAILING_OFFERING)])
        with pytest.raises(OrderFailed) as caught:
            await placed.result()

    failed = caught.value
    assert (failed.order_id, failed.token) == (placed.order_id, placed.token)
    assert [(p.item, p.field, p.code) for p in failed.problems] == [
        ("O1", "offeringId", "OFFERING_NOT_ORDERABLE"),
        (None, None, "LICENSE_TIER_MISMATCH"),
        (FAILING_OFFERING, None, "MISSING_RELATIONSHIP"),
    ]
    assert failed.coupling_violations[0].participants[0].id == "O1"
    assert failed.graph_violations[0].relationship_type == "FAMILY_CONTAINER"
    assert "The offering is not for sale to this account." in str(failed)


async def test_a_failed_v2_order_is_raised_with_all_items_and_not_before_the_others_end() -> None:
    async with world() as here:
        created = await here.commerce.orders.create(
            items=[new_item(FAILING_OFFERING), new_item(OFFERING)]
        )
        with pytest.raises(OrderFailed, match="ended with 2 of 2 items failed") as caught:
            await created.result()

    assert len(caught.value.order.items) == 2


async def test_an_end_that_is_asked_for_again_and_again_keeps_no_frames() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(FAILING_OFFERING)])
        lengths = []
        for _ in range(5):
            with pytest.raises(OrderFailed) as caught:
                await placed.result()
            lengths.append(len([*traceback.walk_tb(caught.value.__traceback__)]))
    assert len({*lengths}) == 1, lengths


def answering(*answers: dict[str, Any]) -> CommerceClient:
    """A client whose reads are answered in turn, the last one for ever. Paths are kept."""
    waiting = list(answers)

    def answer(request: httpx.Request) -> httpx.Response:
        content = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        return httpx.Response(200, json={"orderId": ORDER, **content})

    return CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url=BASE_URL,
        transport=httpx.MockTransport(answer),
        clock=Still(),
    )


class Still:
    """A clock whose sleeping moves it on."""

    now = 0.0

    def monotonic(self) -> float:
        return self.now

    def time(self) -> float:
        return self.now

    async def sleep(self, seconds: float) -> None:
        self.now += seconds
        await anyio.lowlevel.checkpoint()


def item(status: str | None, item_id: str = "O1") -> dict[str, Any]:
    return {"itemId": item_id, "processingInfo": status and {"status": status}}


def handle(client: CommerceClient, api: Any = "v4") -> OrderHandle:
    return OrderHandle(client._core, order_id=ORDER, account=ACCOUNT, api=api)


ENDED = {"orderId": ORDER, "items": [item("SUCCESS")]}


@pytest.mark.parametrize(
    "going_on",
    [
        {"status": "PENDING"},
        {"status": None},
        {},
        {"status": "BRAND_NEW", "successResult": ENDED},
        {"status": "SYNC_ORDER", "successResult": {"items": [item("SUCCESS"), item("PROCESSING")]}},
        {"status": "SYNC_ORDER", "successResult": {"items": [item("FAIL"), item(None, "O2")]}},
        {"status": "SYNC_ORDER", "successResult": {"items": [item("SUCCESS"), item("HALTED")]}},
    ],
    ids=str,
)
async def test_these_answers_are_no_end(going_on: dict[str, Any]) -> None:
    client = answering(going_on, {"status": "SUCCESS", "successResult": ENDED})

    order = await handle(client).result()

    assert order.order_id == ORDER
    assert client._core.clock.monotonic() == 1.0


@pytest.mark.parametrize("items", [None, [], [item("PROCESSING")], [item("FAIL"), item(None)]])
async def test_a_v2_order_without_ended_items_goes_on(items: Any) -> None:
    client = answering({"orderId": ORDER, "items": items}, ENDED)

    assert (await handle(client, "v2").result()).order_id == ORDER
    assert client._core.clock.monotonic() == 1.0


@pytest.mark.parametrize("result", [None, {"orderId": ORDER}, {"orderId": ORDER, "items": []}])
async def test_a_success_without_its_order_is_read_through_v2(result: Any) -> None:
    client = answering({"orderId": ORDER, "status": "SUCCESS", "successResult": result}, ENDED)

    order = await handle(client).result()

    assert isinstance(order, Order)
    assert order.items


async def test_an_item_at_fail_in_a_success_is_a_failure() -> None:
    client = answering(
        {"status": "SUCCESS", "successResult": {"items": [item("SUCCESS"), item("FAIL", "O2")]}}
    )

    with pytest.raises(OrderFailed, match="1 of 2 items failed") as caught:
        await handle(client).result()
    assert [problem.item for problem in caught.value.problems] == ["O2"]


@pytest.mark.parametrize(
    "answer",
    [
        {"orderId": OFFERING, "status": "SUCCESS"},
        {"orderId": ORDER, "status": "SUCCESS", "successResult": {**ENDED, "orderId": OFFERING}},
    ],
)
async def test_an_answer_about_another_order_is_refused(answer: dict[str, Any]) -> None:
    with pytest.raises(DecodeError, match="about another one") as caught:
        await handle(answering(answer)).result()
    assert caught.value.order_id == ORDER


async def test_the_same_order_id_in_capitals_is_the_same_order() -> None:
    client = answering({"orderId": ORDER.upper(), "status": "SUCCESS", "successResult": ENDED})

    assert await handle(client).result()


async def test_a_deadline_ends_the_waiting_and_leaves_the_order_to_be_resumed() -> None:
    async with world() as here:
        here.sandbox.switches.processing = 1000.0
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded) as caught:
            await placed.result(deadline=30)
        assert here.clock.time() - began <= 30
        assert caught.value.token == placed.token
        assert isinstance(caught.value, TimeoutError)
        resumed = await here.commerce.orders.resume(placed.token)

        assert (await resumed.result(deadline=2000)).order_id == placed.order_id


async def test_the_loops_own_time_is_not_counted() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        seen = []
        async for state in placed.updates(deadline=5):
            seen.append(str(state.status))
            here.clock.advance(100)

    assert seen == ["PENDING", "SUCCESS"]


async def test_a_poll_interval_of_your_own_is_kept() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        await placed.result(poll_interval=0.25)

    assert set(here.time.slept) == {0.25}


@pytest.mark.parametrize(
    ("deadline", "interval", "ends_after"),
    [
        *((60, None, 59.5), (600, None, 599.5), (30, None, 29.5)),
        *((5, 5, 4.5), (60, 60, 59.5), (100, 30, 99.5), (10, 15, 9.5), (0.5, 1, 0.4)),
    ],
)
async def test_the_last_look_is_right_before_the_deadline(
    deadline: float, interval: float | None, ends_after: float
) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.sandbox.switches.pending = ends_after
        here.sandbox.switches.processing = 0.0
        order = await placed.result(deadline=deadline, poll_interval=interval)
    assert order.order_id == placed.order_id


@pytest.mark.parametrize("interval", [None, 7, 60, 100])
async def test_a_wait_ends_at_its_deadline_and_not_before(interval: float | None) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.sandbox.switches.pending = 1000.0
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded, match=r"deadline of 60 s ended and it was not over"):
            await placed.result(deadline=60, poll_interval=interval)
        assert here.clock.time() - began == pytest.approx(60)
        looks = [request for request in here.transport.requests if request.method == "GET"]
        assert len(looks) < 20


@pytest.mark.parametrize("setting", ["deadline", "poll_interval"])
async def test_a_time_that_cannot_be_waited_for_is_refused_by_name(setting: str) -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        sent = len(here.transport.requests)
        for value in (0, -1, True, "60", float("nan")):
            settings: Any = {setting: value}
            with pytest.raises(InvalidRequest, match=f"{setting}: must be seconds above zero"):
                await placed.result(**settings)
            with pytest.raises(InvalidRequest, match=f"{setting}: must be seconds above zero"):
                placed.updates(**settings)
        assert len(here.transport.requests) == sent


async def test_two_tasks_on_one_iteration_is_a_clear_error() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        poller = placed._poller(None, None)
        with pytest.raises(BaseExceptionGroup) as caught:
            await twice_at_once(poller.__anext__)

    assert caught.group_contains(InvalidRequest, match="two tasks")


async def test_a_cut_while_following_is_read_again() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.transport.faults["GET"].extend([cut_before, cut_before])

        assert (await placed.result()).order_id == placed.order_id


async def test_an_order_that_was_taken_in_is_followed_before_it_shows() -> None:
    async with world() as here:
        here.sandbox.switches.visible_after = 20.0
        for send in (here.commerce.orders.place, here.commerce.orders.create):
            placed = await send(items=[new_item(OFFERING)])
            sent = len(here.transport.requests)
            with pytest.raises(NotFound):
                await here.commerce.orders.resume(placed.token)
            handle = here.commerce.orders.follow(placed.token)
            assert len(here.transport.requests) == sent + 1
            assert handle.token == placed.token
            assert (await handle.result()).order_id == placed.order_id


async def test_an_order_that_may_not_have_been_placed_is_not_taken_as_taken_in() -> None:
    async with world() as here:
        early = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        with pytest.raises(InvalidRequest, match="from before the order was placed") as caught:
            here.commerce.orders.follow(early.token)
        assert (caught.value.path, caught.value.maybe_applied) == ("token", None)
        elsewhere = OrderToken(account="another", order_id=ORDER, api="v4")
        with pytest.raises(InvalidRequest, match="another transaction account"):
            here.commerce.orders.follow(str(elsewhere))


async def test_a_prepared_token_finds_the_order_however_it_was_placed() -> None:
    async with world() as here:
        orders = here.commerce.orders
        for place in (orders.place, orders.create):
            prepared = orders.prepare(items=[new_item(OFFERING)])
            with pytest.raises(NotFound) as caught:
                await orders.resume(prepared.token)
            assert caught.value.maybe_applied is True
            assert caught.value.order_id == prepared.order_id
            await place(prepared)

            resumed = await orders.resume(prepared.token)
            assert (await resumed.result()).order_id == prepared.order_id


@pytest.mark.parametrize(
    ("token", "complaint"),
    [
        ("", "is not a resume token"),
        ("[]", "of the commerce platform"),
        ('{"v":1,"platform":"storefront","account":"a","order":"o"}', "of the commerce platform"),
        ('{"v":2,"platform":"commerce","account":"a","order":"o"}', "has version 2"),
        ('{"v":1,"platform":"commerce","account":"a"}', "lacks its order"),
        ('{"v":1,"platform":"commerce","account":"a","order":"o","api":"v9"}', "unknown way"),
        (
            '{"v":1,"platform":"commerce","account":"a","order":"o","api":"v4"}',
            "another transaction account",
        ),
    ],
)
async def test_a_token_that_cannot_be_used_here_says_why(token: str, complaint: str) -> None:
    async with world() as here:
        with pytest.raises(InvalidRequest, match=complaint):
            await here.commerce.orders.resume(token)
        assert not here.transport.requests


async def test_accounts_are_apart_and_a_clone_reaches_its_own() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        other = here.commerce.for_account(ACCOUNTS[1])
        with pytest.raises(NotFound):
            await other.orders.get(placed.order_id)
        with pytest.raises(InvalidRequest, match="another transaction account"):
            await other.orders.resume(placed.token)
        assert (await other.for_account(ACCOUNT).orders.get(placed.order_id)).slug


async def test_reading_by_item_status_and_preview() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING), new_item(OFFERING)])
        await placed.result()
        one = await here.commerce.orders.get_by_item(placed.order_id, f"{placed.order_id}-2")
        state = await here.commerce.orders.status(placed.order_id)
        (quote, version), *_ = QUOTES.items()
        preview = await here.commerce.orders.preview(quote, version)
        by_quote = await here.commerce.orders.place(quote_id=quote, quote_version=version)

    assert [entry.item_id for entry in one.items or ()] == ["O2"]
    assert isinstance(state, OrderState)
    assert preview.items
    assert by_quote.order_id


async def test_a_client_without_an_account_says_what_to_set() -> None:
    client = CommerceClient(token="t", base_url=BASE_URL)
    with pytest.raises(InvalidRequest, match=r"transaction_account: get_order needs it: set it on"):
        await client.orders.get(ORDER)


async def test_a_success_that_v2_does_not_show_yet_goes_on() -> None:
    reads = iter([404, 404, 200])

    def answer(request: httpx.Request) -> httpx.Response:
        if "/v4/" in request.url.path:
            return httpx.Response(200, json={"orderId": ORDER, "status": "SUCCESS"})
        return httpx.Response(next(reads), json=ENDED)

    client = CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url=BASE_URL,
        transport=httpx.MockTransport(answer),
        clock=Still(),
    )

    assert (await handle(client).result()).items


async def test_an_order_that_takes_days_is_followed_to_its_end() -> None:
    async with world() as here:
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        here.sandbox.switches.pending = 2000 * defaults.POLL_INTERVAL_CAP
        order = await placed.result(deadline=None)
    assert order.order_id == placed.order_id


@pytest.mark.anyio
async def test_what_was_looked_at_keeps_nothing_of_the_look() -> None:
    """Ten thousand are followed at once: a deadline with its history each would be a lot."""
    client = CommerceClient(
        token="t",
        transaction_account=ACCOUNT,
        base_url=BASE_URL,
        transport=httpx.MockTransport(
            lambda request: httpx.Response(200, json={"orderId": ORDER, "status": "PROCESSING"})
        ),
        limiter=None,
    )
    looked_at = [handle(client) for _ in range(5)]
    gc.collect()
    before = [each for each in gc.get_objects() if isinstance(each, Deadline)]
    for each in looked_at:
        await each.refresh()
    gc.collect()
    kept = [each for each in gc.get_objects() if isinstance(each, Deadline)]
    assert {id(each) for each in kept} <= {id(each) for each in before}  # others go at any time


async def test_a_success_is_the_end_wherever_its_items_stand() -> None:
    going_on = {"orderId": ORDER, "items": [item("PROCESSING"), item(None, "O2")]}
    client = answering({"status": "SUCCESS", "successResult": going_on})

    assert len((await handle(client).result()).items or ()) == 2
    assert client._core.clock.monotonic() == 0.0


async def test_an_answer_that_names_no_order_is_not_taken_for_its_end() -> None:
    nameless = {"orderId": None, "items": [item("SUCCESS")]}
    client = answering(
        {"status": "SUCCESS"}, nameless, {**ENDED, "status": "SUCCESS", "successResult": ENDED}
    )

    assert (await handle(client).result()).order_id == ORDER


async def test_a_handle_shows_its_order_and_how_that_stands() -> None:
    client = answering({"status": "SUCCESS", "successResult": ENDED})
    placed = handle(client)
    assert repr(placed) == f"OrderHandle(order_id={ORDER!r}, status=None)"
    await placed.result()
    assert repr(placed) == f"OrderHandle(order_id={ORDER!r}, status='SUCCESS')"
    unsaid = handle(answering({"status": None}))
    await unsaid.refresh()
    assert repr(unsaid) == f"OrderHandle(order_id={ORDER!r}, status=None)"


async def test_a_token_that_cannot_be_read_says_nothing_of_its_order() -> None:
    with pytest.raises(InvalidRequest) as caught:
        await answering({}).orders.resume("nonsense")
    assert caught.value.maybe_applied is None
