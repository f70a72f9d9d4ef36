"""An order that somebody may have sent before is never called unplaced, and is looked for."""

from __future__ import annotations

import copy
import logging
import os
import pickle
from collections.abc import Callable
from typing import Any

import anyio
import httpx
import pytest
from msgspec.structs import replace

from commerce_sdk import (
    AuthenticationFailed,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    DecodeError,
    InvalidRequest,
    OrderFailed,
    OrderHandle,
    PermissionDenied,
    PreparedOrder,
    RetryPolicy,
    ServerError,
    new_item,
)
from commerce_sdk.models import OrderRequest
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, TOKEN
from tests.commerce.orders.test_placed_once import status
from tests.support.stops import cancelled_while_it_waits
from tests.support.worlds import ACCOUNT, OFFERING, World, cut_after, cut_before, refused, world

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
OWN = "0aed15e5-3d09-4319-800d-d65a5e73f783"
REFUSALS = [400, 401, 403, 404, 405, 415, 422]


def methods(here: World) -> list[str]:
    return [request.method for request in here.transport.requests]


async def sent_by_another_process(here: World, visible_after: float) -> bytes:
    """An order that is there, and of which this process has the kept bytes only."""
    here.sandbox.switches.visible_after = visible_after
    prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
    kept = prepared.to_json()
    await here.commerce.orders.place(prepared)
    here.transport.requests.clear()
    return kept


async def test_kept_bytes_are_looked_for_before_they_are_sent() -> None:
    async with world() as here:
        kept = await sent_by_another_process(here, 0.0)
        placed = await here.commerce.orders.place(kept)
        assert methods(here) == ["GET"]
        assert placed.already_placed
        assert placed.answer is None
        assert (await placed.result()).order_id == placed.order_id


async def test_kept_bytes_of_an_order_that_failed_lead_to_its_end() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(FAILING_OFFERING)])
        with pytest.raises(OrderFailed):
            await (await here.commerce.orders.place(prepared)).result()
        again = await here.commerce.orders.place(prepared.to_json())
        assert again.already_placed
        with pytest.raises(OrderFailed) as caught:
            await again.result()
        assert "retry_of" not in str(caught.value)


@pytest.mark.parametrize("code", REFUSALS)
async def test_a_refusal_of_kept_bytes_does_not_say_that_nothing_is_there(code: int) -> None:
    async with world() as here:
        kept = await sent_by_another_process(here, 500.0)
        here.transport.faults["POST"].append(status(code, after=False))
        with pytest.raises(CommerceError) as caught:
            await here.commerce.orders.place(kept)
        assert methods(here) == ["GET", "POST", "GET"]
    assert caught.value.maybe_applied is True
    assert "may have applied it" in str(caught.value)


async def test_a_refusal_is_overruled_by_a_look_that_finds_it() -> None:
    async with world() as here:
        kept = await sent_by_another_process(here, 500.0)
        shown = next(iter(here.sandbox.orders.held.values()))

        async def refused_and_shown(
            request: httpx.Request, below: httpx.AsyncBaseTransport
        ) -> httpx.Response:
            shown.visible_at = here.clock.time()
            return httpx.Response(422, json={"title": "exists"})

        here.transport.faults["POST"].append(refused_and_shown)
        placed = await here.commerce.orders.place(kept)
        assert methods(here) == ["GET", "POST", "GET"]
    assert placed.state is not None
    assert not placed.already_placed


def copied(prepared: PreparedOrder) -> list[PreparedOrder]:
    return [prepared, copy.copy(prepared), copy.deepcopy(prepared), replace(prepared)]


@pytest.mark.parametrize("which", range(4), ids=["itself", "copy", "deepcopy", "replace"])
async def test_a_placing_that_was_begun_is_known_to_every_copy(which: int) -> None:
    async with world(retry=None) as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        other = copied(prepared)[which]
        here.transport.faults["POST"].append(status(403, after=False))
        with pytest.raises(PermissionDenied) as first:
            await here.commerce.orders.place(prepared)
        assert first.value.maybe_applied is False
        here.transport.faults["POST"].append(status(403, after=False))
        with pytest.raises(PermissionDenied) as second:
            await here.commerce.orders.place(other)
        assert second.value.maybe_applied is True
        assert methods(here) == ["POST", "GET", "POST", "GET"]


async def test_a_pickled_order_counts_as_kept_bytes() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        elsewhere = pickle.loads(pickle.dumps(prepared))
        assert elsewhere == prepared
        await here.commerce.orders.place(elsewhere)
        assert methods(here) == ["GET", "POST"]
        # What happens elsewhere, nobody tells the one that stayed here.
        await here.commerce.orders.place(prepared)
        assert methods(here) == ["GET", "POST", "POST"]


async def test_two_tasks_that_place_one_prepared_order_do_not_both_think_it_fresh() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])
        async with anyio.create_task_group() as tasks:
            for _ in range(2):
                tasks.start_soon(here.commerce.orders.place, prepared)
        assert sorted(methods(here))[0] == "GET"
        assert len(here.sandbox.orders.held) == 1


async def test_a_refusal_is_not_certain_where_another_placing_was_begun_meanwhile() -> None:
    placed: list[OrderHandle] = []
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=[new_item(OFFERING)])

        async def slow_refusal(
            request: httpx.Request, below: httpx.AsyncBaseTransport
        ) -> httpx.Response:
            placed.append(await here.commerce.orders.place(prepared))
            return httpx.Response(403, json={})

        here.transport.faults["POST"].append(slow_refusal)
        with pytest.raises(PermissionDenied) as caught:
            await here.commerce.orders.place(prepared)
        assert placed[0].order_id in here.sandbox.orders.held
    assert caught.value.maybe_applied is True


def test_a_process_that_was_forked_off_did_not_make_it(monkeypatch: pytest.MonkeyPatch) -> None:
    client = CommerceClient(token="t", transaction_account=ACCOUNT)
    prepared = client.orders.prepare(items=[new_item(OFFERING)])
    assert not prepared.intent.start.maybe_applied
    pid = os.getpid()
    monkeypatch.setattr(os, "getpid", lambda: pid + 1)
    assert prepared.intent.start.maybe_applied


@pytest.mark.parametrize("kind", [bytes, bytearray, memoryview])
async def test_kept_bytes_may_come_as_databases_give_them(kind: Callable[[bytes], Any]) -> None:
    async with world() as here:
        kept = await sent_by_another_process(here, 0.0)
        assert (await here.commerce.orders.place(kind(kept))).already_placed
        with pytest.raises(InvalidRequest) as caught:
            await here.commerce.orders.place(kind(b"{"))
        assert caught.value.maybe_applied is True
        with pytest.raises(InvalidRequest) as unsure:
            await here.commerce.orders.place(kind(kept), fresh="yes")  # type: ignore[arg-type]
        assert unsure.value.maybe_applied is True


async def test_an_account_is_the_same_whatever_the_case_of_its_letters() -> None:
    async with world() as here:
        kept = await sent_by_another_process(here, 0.0)
        upper = CommerceClient(token="t", transaction_account=ACCOUNT.upper())
        prepared = upper.orders.prepare(kept)
        assert prepared.transaction_account == ACCOUNT


NAMELESS = [{}, {"title": "not found", "status": 404}, {"status": "FAILED"}, {"status": "SUCCESS"}]


@pytest.mark.parametrize("answer", NAMELESS, ids=str)
@pytest.mark.parametrize("create", [False, True], ids=["v4", "v2"])
async def test_a_look_answered_with_what_names_no_order_has_found_none(
    answer: dict[str, Any], create: bool
) -> None:
    async def nameless(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        return httpx.Response(200, json=answer)

    async with world() as here:
        orders = here.commerce.orders
        kept = orders.prepare(items=[new_item(OFFERING)]).to_json()
        here.transport.faults["GET"].extend([nameless] * 2)
        placed = await (orders.create if create else orders.place)(kept)
        assert not placed.already_placed
        assert placed.order_id in here.sandbox.orders.held
        here.transport.faults["GET"].extend([nameless] * 6)
        assert (await placed.result()).order_id == placed.order_id
        here.transport.faults["GET"].extend([nameless] * 9)
        with pytest.raises(DecodeError, match="names no order"):
            await orders.resume(placed.token)


@pytest.mark.parametrize("way", ["parts", "model"])
@pytest.mark.parametrize("code", REFUSALS)
async def test_with_an_id_of_the_callers_own_a_refusal_is_looked_after(code: int, way: str) -> None:
    async with world() as here:
        here.transport.faults["POST"].append(status(code, after=False))
        orders, items = here.commerce.orders, [new_item(OFFERING)]
        with pytest.raises(CommerceError) as caught:
            await (
                orders.place(items=items, order_id=OWN)
                if way == "parts"
                else orders.place(OrderRequest(order_id=OWN, items=items))
            )
        assert methods(here) == ["POST", "GET"]
    assert caught.value.maybe_applied is True
    assert caught.value.order_id == OWN


@pytest.mark.parametrize("create", [False, True], ids=["v4", "v2"])
async def test_the_callers_word_makes_a_refusal_certain(create: bool) -> None:
    async with world() as here:
        orders = here.commerce.orders
        kept = orders.prepare(items=[new_item(OFFERING)]).to_json()
        place = orders.create if create else orders.place
        here.transport.faults["POST"].append(status(422, after=False))
        with pytest.raises(CommerceError) as caught:
            await place(kept, fresh=True)
        assert caught.value.maybe_applied is False
        assert methods(here) == ["POST"]
        here.transport.faults["POST"].append(status(422, after=False))
        with pytest.raises(CommerceError) as own:
            await place(items=[new_item(OFFERING)], order_id=OWN, fresh=True)
        assert own.value.maybe_applied is False


async def test_a_word_that_is_no_word_is_refused() -> None:
    async with world() as here:
        with pytest.raises(InvalidRequest, match="fresh: must be True or False"):
            await here.commerce.orders.place(items=[new_item(OFFERING)], fresh="yes")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "codes"),
    [([refused], ["not sent"]), ([429], ["429"]), ([refused, 429], ["both"])],
    ids=["not sent", "429", "both"],
)
async def test_refused_for_certain_if_nothing_before_it_can_have_arrived(
    before: list[Any], codes: list[str]
) -> None:
    async with world() as here:
        faults = [status(e, after=False) if isinstance(e, int) else e for e in before]
        here.transport.faults["POST"].extend([*faults, status(422, after=False)])
        with pytest.raises(CommerceError, match="422") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert caught.value.maybe_applied is False
        assert methods(here) == ["POST"] * (len(before) + 1)


async def test_refused_for_certain_after_a_401_that_was_renewed() -> None:
    tokens = iter(["old", TOKEN])
    async with world(auth=lambda: next(tokens)) as here:
        here.transport.faults["POST"].extend([status(401, after=False), status(422, after=False)])
        with pytest.raises(CommerceError, match="422") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert caught.value.maybe_applied is False
        assert here.time.slept == []


BROKEN: dict[str, Callable[[World], Any]] = {
    "no connection": lambda here: here.transport.faults["GET"].extend([refused] * 20),
    "closed": lambda here: here.commerce._core.pipeline.__setattr__("closed", True),
}


@pytest.mark.parametrize("how", BROKEN)
async def test_whatever_ends_the_placing_of_kept_bytes_it_is_not_called_unplaced(how: str) -> None:
    async with world(deadline=20) as here:
        kept = await sent_by_another_process(here, 500.0)
        BROKEN[how](here)
        with pytest.raises(CommerceError) as caught:
            await here.commerce.orders.place(kept)
        assert caught.value.maybe_applied is True
        assert caught.value.order_id
        assert caught.value.token


async def test_kept_bytes_that_cannot_be_read_or_are_not_ours_are_not_called_unplaced() -> None:
    async with world() as here:
        orders = here.commerce.orders
        kept = orders.prepare(items=[new_item(OFFERING)]).to_json()
        for wrong, client in (
            (b"{", here.commerce),
            (kept, here.commerce.for_account(ACCOUNTS[1])),
        ):
            with pytest.raises(InvalidRequest) as caught:
                await client.orders.place(wrong)
            assert caught.value.maybe_applied is True
            with pytest.raises(InvalidRequest) as certain:
                await client.orders.place(wrong, fresh=True)
            assert certain.value.maybe_applied is False
        begun = orders.prepare(items=[new_item(OFFERING)])
        await orders.place(begun)
        with pytest.raises(InvalidRequest) as other:
            await here.commerce.for_account(ACCOUNTS[1]).orders.place(begun)
        assert other.value.maybe_applied is True


async def test_a_credential_that_cannot_be_had_says_nothing_of_an_order_sent_before() -> None:
    def source() -> str:
        raise OSError

    async with world(auth=source, deadline=5) as here:
        kept = here.commerce.orders.prepare(items=[new_item(OFFERING)]).to_json()
        with pytest.raises((AuthenticationFailed, DeadlineExceeded)) as caught:
            await here.commerce.orders.place(kept)
        assert caught.value.maybe_applied is True


# -- No resend before a look was answered ---------------------------------------------------------


@pytest.mark.parametrize("trouble", [500, 503, 408, "cut"], ids=str)
async def test_nothing_is_sent_again_while_looks_fail(trouble: Any) -> None:
    fault = cut_before if trouble == "cut" else status(trouble, after=False)
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].extend([fault] * 6)
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert methods(here) == ["POST", *["GET"] * 7]
        assert placed.state is not None
        assert len(here.sandbox.orders.receipts) == 1


async def test_looks_that_fail_to_the_end_end_with_what_they_met() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].extend([status(503, after=False)] * 99)
        began = here.clock.time()
        with pytest.raises(DeadlineExceeded, match=r"the last look met: HTTP 503") as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert here.clock.time() - began == pytest.approx(60)
        assert methods(here).count("POST") == 1
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, ConnectionFailed)


async def test_without_a_deadline_looks_that_fail_end_after_the_policys_attempts() -> None:
    async with world(deadline=None, retry=RetryPolicy(attempts=3)) as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].extend([status(503, after=False)] * 99)
        with pytest.raises(ConnectionFailed) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert methods(here) == ["POST", "GET", "GET", "GET"]
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, ServerError)


async def test_a_lasting_refusal_to_look_ends_it_unclear() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].extend([status(403, after=False)] * 99)
        with pytest.raises(ConnectionFailed) as caught:
            await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert methods(here) == ["POST", "GET"]
        assert here.time.slept == []
    assert caught.value.maybe_applied is True
    assert isinstance(caught.value.__cause__, PermissionDenied)
    assert [attempt.status for attempt in caught.value.attempts] == [None, 403]


async def test_a_look_renews_the_credential_once() -> None:
    tokens = iter([TOKEN] * 2)
    async with world(auth=lambda: next(tokens)) as here:
        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].append(status(401, after=False))
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)], order_id=OWN)
        assert methods(here) == ["POST", "GET", "GET"]
        assert placed.order_id == OWN


@pytest.mark.parametrize("shown", [True, False])
async def test_without_quota_or_retries_there_is_one_look_and_no_resend(shown: bool) -> None:
    for retry in (None, RetryPolicy()):
        async with world(retry=retry) as here:
            if retry is not None:
                while here.commerce._core.pipeline.quota.take():
                    pass
            here.transport.faults["POST"].append(cut_after if shown else cut_before)
            if not shown:
                with pytest.raises(ConnectionFailed) as caught:
                    await here.commerce.orders.place(items=[new_item(OFFERING)])
                assert caught.value.maybe_applied is True
                assert methods(here) == ["POST", "GET"]
                here.transport.requests.clear()
                here.transport.faults["POST"].append(cut_before)
                here.transport.faults["GET"].append(status(503, after=False))
                with pytest.raises(ConnectionFailed) as unseen:
                    await here.commerce.orders.place(items=[new_item(OFFERING)])
                assert unseen.value.maybe_applied is True
            else:
                await here.commerce.orders.place(items=[new_item(OFFERING)])
            assert methods(here) == ["POST", "GET"]
            assert here.time.slept == []


async def test_a_look_that_fails_right_before_sending_keeps_it_from_being_sent() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        here.sandbox.switches.visible_after = 0.01
        here.transport.faults["GET"].extend([None, status(503, after=False), None])
        placed = await here.commerce.orders.place(items=[new_item(OFFERING)])
        assert methods(here) == ["POST", "GET", "GET", "GET"]
        assert placed.answer is None


# -- Results, not exceptions ----------------------------------------------------------------------


async def test_an_order_found_late_is_no_broken_attempt_in_the_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO, logger="commerce_sdk")
    async with world() as here:
        here.transport.faults["POST"].append(cut_after)
        here.sandbox.switches.visible_after = 0.01
        await here.commerce.orders.place(items=[new_item(OFFERING)])
    said = [record.getMessage() for record in caplog.records]
    assert any("/v4/orders attempt 2: not needed any more" in line for line in said)
    assert not any("broken off" in line for line in said)


async def test_who_is_interrupted_can_find_the_order_again() -> None:
    async def hang(request: httpx.Request, below: httpx.AsyncBaseTransport) -> httpx.Response:
        await below.handle_async_request(request)
        await anyio.sleep_forever()
        raise AssertionError

    notes: list[str] = []
    async with world() as here:
        here.transport.faults["POST"].append(hang)

        async def place() -> None:
            try:
                await here.commerce.orders.place(items=[new_item(OFFERING)])
            except BaseException as interrupted:
                notes.extend(interrupted.__notes__)
                raise

        await cancelled_while_it_waits(place)
        (held,) = here.sandbox.orders.held
        (note,) = notes
        assert held in note
        token = note[note.index("{") :]
        assert (await here.commerce.orders.resume(token)).order_id == held
    assert ACCOUNT in token
