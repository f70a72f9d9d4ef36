"""An order is never placed twice, and never called unplaced when the platform has it."""

from __future__ import annotations

import itertools
import json

import anyio
import httpx
import pytest

from commerce_sdk import (
    AuthenticationFailed,
    CommerceError,
    Conflict,
    DeadlineExceeded,
    NotFound,
    OrderHandle,
    RetryPolicy,
    Unprocessable,
    new_item,
)
from tests.commerce.orders.planted import PLANTED, Planted
from tests.support.worlds import (
    OFFERING,
    Fault,
    World,
    cut_after,
    cut_before,
    half_a_body,
    html_after,
    refused,
    world,
)

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]


def status(code: int, *, after: bool) -> Fault:
    async def fault(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        if after:
            await below.handle_async_request(request)
        return httpx.Response(code, json={"title": "scripted", "status": str(code)})

    fault.__name__ = f"{code}_{'after' if after else 'before'}"
    return fault


TROUBLES: list[tuple[Fault | None, ...]] = [
    (),
    (refused,),
    (cut_before,),
    (cut_after,),
    (cut_before, cut_after),
    (cut_after, cut_after),
    (cut_after, cut_before),
    (refused, cut_after, refused),
    (half_a_body,),
    (html_after, cut_before),
    (status(429, after=False), cut_after),
    (cut_after, status(429, after=False)),
    (status(503, after=False),),
    (status(503, after=True), cut_after),
    (status(302, after=True),),
    (cut_after, status(422, after=False)),
    (cut_after, status(404, after=False)),
    (cut_after, status(409, after=False)),
    (cut_before, status(423, after=False)),
]
READ_TROUBLES: list[tuple[Fault | None, ...]] = [(), (cut_before,), (status(500, after=False),) * 9]
SWITCHES = list(itertools.product([0.0, 4.0], [0.0, 7.0, 500.0], ["replay", "conflict", "locked"]))


async def one_intent(
    api: str,
    posts: tuple[Fault | None, ...],
    gets: tuple[Fault | None, ...],
    apply_after: float,
    visible_after: float,
    on_duplicate: str,
) -> None:
    """Place one order through all of it, and hold what the platform saw against the promises."""
    async with world() as here:
        switches = here.sandbox.switches
        switches.apply_after, switches.visible_after = apply_after, visible_after
        switches.on_duplicate = on_duplicate
        here.transport.faults["POST"].extend(posts)
        here.transport.faults["GET"].extend(gets)
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        place = here.commerce.orders.place if api == "v4" else here.commerce.orders.create
        handle: OrderHandle | None = None
        error: CommerceError | None = None
        try:
            handle = await place(prepared)
        except CommerceError as raised:
            error = raised
        judge(here, prepared.order_id, handle, error, gets)


def judge(
    here: World,
    order_id: str,
    handle: OrderHandle | None,
    error: CommerceError | None,
    gets: tuple[Fault | None, ...],
) -> None:
    orders, switches = here.sandbox.orders, here.sandbox.switches
    sent = {r.content for r in here.transport.requests if r.method == "POST"}
    assert len(sent) <= 1, "every attempt sends the same bytes"
    assert {receipt.order_id for receipt in orders.receipts} <= {order_id}
    assert len({receipt.digest for receipt in orders.receipts}) <= 1
    assert len(orders.held) <= 1
    if not gets:
        again = [receipt for receipt in orders.receipts if receipt.was_readable]
        assert not again, "nothing is sent again that can be read"
    if handle is not None:
        assert handle.order_id == order_id
        assert order_id in orders.held
        return
    assert error is not None
    assert error.order_id == order_id
    assert error.token
    assert error.attempts
    assert error.maybe_applied is not None
    if error.maybe_applied is False:
        assert order_id not in orders.held, "called unplaced, and the platform has it"
    readable_in_time = switches.apply_after + switches.visible_after < 20
    # A refusal of a resend is believed after one more look; it stays marked as unclear.
    refused_again = isinstance(error, Unprocessable | NotFound) and error.maybe_applied
    if order_id in orders.held and readable_in_time and not gets and not refused_again:
        raise AssertionError(f"it could have been found: {error!r}")


@pytest.mark.parametrize("api", ["v4", "v2"])
@pytest.mark.parametrize("posts", TROUBLES, ids=lambda faults: "-".join(f.__name__ for f in faults))
async def test_one_intent_is_one_order(api: str, posts: tuple[Fault | None, ...]) -> None:
    for gets, (apply_after, visible_after, on_duplicate) in itertools.product(
        READ_TROUBLES, SWITCHES
    ):
        await one_intent(api, posts, gets, apply_after, visible_after, on_duplicate)


async def all_intents(api: str = "v4") -> None:
    for posts, (apply_after, visible_after, on_duplicate) in itertools.product(TROUBLES, SWITCHES):
        await one_intent(api, posts, (), apply_after, visible_after, on_duplicate)


@pytest.mark.parametrize("bug", PLANTED, ids=lambda bug: bug.name)
async def test_a_bug_would_be_noticed(bug: Planted, monkeypatch: pytest.MonkeyPatch) -> None:
    bug.plant(monkeypatch)
    with pytest.raises(AssertionError, match=bug.noticed):
        await all_intents()


@pytest.mark.parametrize("code", [400, 401, 403, 404, 405, 415, 422])
async def test_a_refusal_of_the_first_attempt_is_believed(code: int) -> None:
    async with world() as here:
        here.sandbox.fail_next("place_order", code)
        with pytest.raises(CommerceError) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is False
    assert len(here.transport.requests) == 1


async def test_nothing_sent_is_nothing_applied() -> None:
    async with world() as here:
        here.transport.faults["POST"].extend([refused] * 4)
        with pytest.raises(CommerceError, match="could not connect") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is False
    assert [attempt.sent for attempt in caught.value.attempts] == [False] * 4
    assert not here.sandbox.orders.receipts


async def test_a_conflict_at_first_that_shows_nothing_is_raised_as_unclear() -> None:
    async with world() as here:
        here.sandbox.fail_next("place_order", 409)
        with pytest.raises(Conflict, match="may have applied it") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is True


async def test_without_retries_an_unclear_attempt_is_still_looked_after() -> None:
    async with world(retry=None) as here:
        here.transport.faults["POST"].append(cut_after)
        handle = await here.commerce.orders.place(items=[new_item(OFFERING)])

        assert handle.answer is None
        assert handle.state is not None
        assert [request.method for request in here.transport.requests] == ["POST", "GET"]


async def test_an_answer_about_another_order_is_not_believed() -> None:
    async with world(retry=RetryPolicy(attempts=1)) as here:

        async def another(
            request: httpx.Request, below: httpx.AsyncBaseTransport
        ) -> httpx.Response:
            return httpx.Response(202, json={"orderId": "78e519c2-2277-40dd-82b2-efb08d6290ad"})

        here.transport.faults["POST"].append(another)
        with pytest.raises(CommerceError, match="about another one") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is True


async def test_placing_a_prepared_order_again_is_the_same_order() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        first = await here.commerce.orders.place(prepared)
        again = await here.commerce.orders.place(prepared.to_json())

    assert first.order_id == again.order_id == prepared.order_id
    assert len(here.sandbox.orders.held) == 1
    assert len({receipt.digest for receipt in here.sandbox.orders.receipts}) == 1


@pytest.mark.parametrize("code", [400, 403, 404, 422])
async def test_a_refusal_of_a_resend_is_believed_after_one_more_look(code: int) -> None:
    async with world() as here:
        here.transport.faults["POST"].extend([cut_before, status(code, after=False)])
        with pytest.raises(CommerceError, match=f"HTTP {code}") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is True
    assert [request.method for request in here.transport.requests] == [
        *("POST", "GET", "GET"),
        *("POST", "GET"),
    ]


@pytest.mark.parametrize(
    ("seen", "maybe"),
    [
        (["connection.connect_tcp.started"], False),
        (["connection.connect_tcp.started", "http11.send_request_headers.started"], True),
        ([], True),
    ],
    ids=str,
)
async def test_a_deadline_while_connecting_is_told_from_one_after_sending(
    seen: list[str], maybe: bool
) -> None:
    async def hang(request: httpx.Request, _: httpx.AsyncBaseTransport) -> httpx.Response:
        for event in seen:
            await request.extensions["trace"](event, {})
        await anyio.sleep_forever()
        raise AssertionError

    async with world(deadline=0.1, attempt_timeout=None) as here:
        here.transport.faults["POST"].append(hang)
        here.transport.faults["GET"].append(hang)
        with pytest.raises(DeadlineExceeded) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is maybe


async def test_a_kept_order_is_sent_in_exactly_the_bytes_that_were_kept() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        kept = json.dumps(json.loads(prepared.to_json()), indent=2).encode()
        await here.commerce.orders.place(kept)

    assert here.transport.requests[-1].content == kept != prepared.to_json()


async def test_an_order_that_comes_to_light_in_the_pause_is_not_sent_again() -> None:
    for seed in range(20):
        async with world(seed=seed) as here:
            here.transport.faults["POST"].append(cut_after)
            here.sandbox.switches.visible_after = 0.01
            handle = await here.commerce.orders.place(items=[new_item(OFFERING)])

            assert handle.answer is None
            methods = [request.method for request in here.transport.requests]
            assert methods == ["POST", "GET", "GET"]


async def test_a_conflict_at_first_is_looked_after_as_often_as_there_are_attempts() -> None:
    async with world(retry=RetryPolicy(attempts=3)) as here:
        here.sandbox.fail_next("place_order", 409)
        with pytest.raises(Conflict):
            await here.commerce.orders.place(items=[new_item(OFFERING)])

        assert [each.method for each in here.transport.requests] == ["POST", *["GET"] * 3]


async def test_what_another_attempt_would_only_meet_again_is_raised_at_once() -> None:
    asked = 0

    def source() -> str:
        nonlocal asked
        asked += 1
        raise OSError

    async with world(auth=source) as here:
        with pytest.raises(AuthenticationFailed) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert asked == 1
    assert len(caught.value.attempts) == 1
    assert caught.value.maybe_applied is False
    assert here.time.slept == []


async def test_a_deadline_that_ends_while_looking_is_told_as_such() -> None:
    async def hang(request: httpx.Request, _: httpx.AsyncBaseTransport) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    async with world(deadline=0.1, attempt_timeout=None) as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].append(hang)
        with pytest.raises(DeadlineExceeded, match="waiting for an answer") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])

    assert caught.value.maybe_applied is True
    assert [attempt.operation for attempt in caught.value.attempts] == [
        "place_order",
        "get_order_status",
    ]
