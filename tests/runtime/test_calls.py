"""The way of one call: what is tried again, what is said, what is never said, and how it ends."""

from __future__ import annotations

import logging
import random
from email.utils import formatdate
from typing import Any

import anyio
import httpx
import pytest

import commerce_sdk
from commerce_sdk import (
    ApiError,
    Basic,
    Bearer,
    ClientClosed,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DecodeError,
    InvalidRequest,
    RateLimited,
    RetryPolicy,
    ServerError,
    WrongEventLoop,
    new_item,
)
from commerce_sdk.sandbox import QUOTES
from tests.support.clients import SECRET, Answer, client
from tests.support.worlds import ACCOUNT, OFFERING, cut_before, refused, world

QUOTE = next(iter(QUOTES))

pytestmark = pytest.mark.anyio
BODIES = {
    "html": b"<html><h1>Bad gateway</h1>",
    "empty": b"",
    "half": b'{"title": "half a docu',
    "no text": b"\xff\xfe\x00",
    "list": b"[1, 2]",
    "text": b'"no"',
    "nulls": b'{"title": null, "items": [null, {"errors": [null, {}]}], "graphViolations": null}',
    "odd": b'{"title": 5, "code": [], "items": {"a": 1}, "couplingViolations": [3], "status": {}}',
    "deep": b'{"items":' * 3000,
}


@pytest.mark.parametrize("status", [207, 302, 304, 400, 404, 418, 429, 498, 500, 503, 520, 599])
@pytest.mark.parametrize("body", sorted(BODIES))
async def test_an_answer_that_is_no_success_is_an_error_whatever_it_holds(
    status: int, body: str
) -> None:
    async with client(lambda request: httpx.Response(status, content=BODIES[body])) as commerce:
        for call in (
            lambda: commerce.orders.get(OFFERING),
            lambda: commerce.orders.status(OFFERING),
            lambda: commerce.orders.list().collect(),
            lambda: commerce.orders.place(items=[new_item(OFFERING)]),
        ):
            with pytest.raises(CommerceError) as caught:
                await call()
            error = caught.value
            assert isinstance(error, ApiError)
            assert error.status == status
            assert error.operation
            assert len(str(error)) < 2000
            assert "Bad gateway" not in str(error)


@pytest.mark.parametrize("status", [200, 204])
@pytest.mark.parametrize(
    "body", [name for name in sorted(BODIES) if name not in ("nulls", "odd", "deep")]
)
async def test_a_success_that_cannot_be_read_says_where_and_keeps_the_first_bytes(
    body: str, status: int
) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(status, content=BODIES[body], headers={"X-Request-Id": "r-1"})

    async with client(answer) as commerce:
        with pytest.raises(DecodeError) as caught:
            await commerce.orders.get(OFFERING)

    error = caught.value
    assert (error.status, error.request_id, error.path) == (status, "r-1", "$")
    assert error.content == BODIES[body]
    assert "request id r-1" in str(error)


async def test_an_orders_error_is_read_in_full() -> None:
    content = {
        "title": "Invalid parameter: trial",
        "code": "parameter_invalid",
        "detail": "Invalid value :123123",
        "id": "e-7",
        "status": "422",
        "items": [
            {
                "itemId": "O1",
                "errors": [{"errorCode": "E1", "errorName": "n", "message": "m", "field": "f"}],
            }
        ],
        "couplingViolations": [{"violationCode": "V", "message": "together"}],
        "graphViolations": [{"type": "G", "offeringKey": "k", "relationshipType": "ENTERPRISE"}],
        "brandNew": 1,
    }
    async with client(lambda request: httpx.Response(422, json=content)) as commerce:
        with pytest.raises(commerce_sdk.Unprocessable) as caught:
            await commerce.orders.get(OFFERING)

    error = caught.value
    assert (error.title, error.code, error.detail) == (
        "Invalid parameter: trial",
        "parameter_invalid",
        "Invalid value :123123",
    )
    assert error.request_id == "e-7"
    assert [str(problem) for problem in error.problems] == [
        "O1.f: m (E1)",
        "together (V)",
        "k: the relation ENTERPRISE does not hold (G)",
    ]
    assert error.body.to_dict() == content
    assert str(error).startswith("HTTP 422 from get_order: Invalid parameter: trial: Invalid value")


# --- trying again


def failing(*failures: int | Exception) -> tuple[Answer, list[httpx.Request]]:
    waiting, seen = list(failures), []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        if waiting:
            failure = waiting.pop(0)
            if isinstance(failure, Exception):
                raise failure
            return httpx.Response(failure)
        return httpx.Response(200, json={"orderId": OFFERING})

    return answer, seen


QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.002)


@pytest.mark.parametrize(
    "failures",
    [(429,), (500, 502, 503), (504,), (httpx.ReadError("x"),), (httpx.ConnectTimeout("x"), 503)],
    ids=str,
)
async def test_a_read_is_tried_again(failures: tuple[Any, ...]) -> None:
    answer, seen = failing(*failures)
    async with client(answer, retry=QUICK) as commerce:
        assert (await commerce.orders.get(OFFERING)).order_id == OFFERING
    assert len(seen) == len(failures) + 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 423, 501, 302])
async def test_a_refusal_is_not_tried_again(status: int) -> None:
    answer, seen = failing(status)
    async with client(answer, retry=QUICK) as commerce:
        with pytest.raises(ApiError) as caught:
            await commerce.orders.get(OFFERING)
    assert len(seen) == 1
    assert caught.value.maybe_applied is None


async def test_the_last_error_carries_how_every_attempt_went() -> None:
    answer, _ = failing(503, httpx.ReadError("x"), 500, 502)
    async with client(answer, retry=QUICK) as commerce:
        with pytest.raises(ServerError) as caught:
            await commerce.orders.get(OFFERING)

    assert caught.value.status == 502
    assert [(a.number, a.outcome, a.status) for a in caught.value.attempts] == [
        (1, "status 503", 503),
        (2, "no answer", None),
        (3, "status 500", 500),
        (4, "status 502", 502),
    ]


async def test_retry_after_is_kept_as_seconds_or_as_a_date() -> None:
    async with world() as here:
        for header, waited in (("3", 3.0), ("date", 7.0)):
            if header == "date":
                header = formatdate(here.clock.time() + waited, usegmt=True)
            here.sandbox.fail_next("list_orders", 429, headers={"Retry-After": header})
            here.time.slept.clear()
            await here.commerce.orders.list().collect()
            assert here.time.slept == [waited]


async def test_a_retry_after_past_the_deadline_or_the_cap_is_not_waited_for() -> None:
    async with world(deadline=30.0, limiter=None) as here:
        for header in ("31", "600", "99999999999999999999"):
            here.sandbox.fail_next("list_orders", 429, headers={"Retry-After": header})
            with pytest.raises(RateLimited) as caught:
                await here.commerce.orders.list().collect()
            assert caught.value.retry_after == float(header)
        assert not here.time.slept
    async with world(deadline=None, limiter=None) as here:
        here.sandbox.fail_next("list_orders", 429, headers={"Retry-After": "61"})
        with pytest.raises(RateLimited):
            await here.commerce.orders.list().collect()
        assert not here.time.slept


async def test_a_limit_that_the_sandbox_keeps_is_waited_for() -> None:
    async with world(limits=True, deadline=120) as here:
        for _ in range(601):
            await here.commerce.orders.list(page_size=1).first()
        assert sum(here.time.slept) >= 60


def test_pauses_spread_and_are_capped() -> None:
    policy, chance = RetryPolicy(first_pause=1.0, pause_cap=4.0), random.Random(1)
    error = ConnectionFailed("x", sent=True)
    for failures, bound in ((1, 1.0), (2, 2.0), (3, 4.0), (9, 4.0)):
        pauses = [policy.pause(failures, error, chance) for _ in range(200)]
        assert all(pause is not None and 0 <= pause <= bound for pause in pauses)
        assert max(pause or 0 for pause in pauses) > 0.9 * bound
        assert min(pause or 0 for pause in pauses) < 0.1 * bound


def test_a_policy_is_a_value() -> None:
    policy = RetryPolicy()

    assert policy.with_attempts(9).attempts == 9
    assert policy.with_pauses(first=0.1, cap=1.0) == RetryPolicy(first_pause=0.1, pause_cap=1.0)
    assert policy.with_statuses([500]).statuses == {500}
    assert policy == RetryPolicy()
    for wrong in ({"attempts": 0}, {"first_pause": -1}, {"pause_cap": 0}):
        with pytest.raises(InvalidRequest, match=r"retry\."):
            RetryPolicy(**wrong)  # type: ignore[arg-type]


async def test_a_cancelled_caller_is_not_tried_again() -> None:
    seen: list[httpx.Request] = []

    class Hanging(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            seen.append(request)
            await anyio.sleep_forever()
            raise AssertionError

    async with client(Hanging(), retry=QUICK, attempt_timeout=None) as commerce:
        with anyio.move_on_after(0.02):
            await commerce.orders.get(OFFERING)
    assert len(seen) == 1


# --- what goes out and what never shows


async def test_a_request_carries_what_it_should_and_no_cookie_comes_back() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={}, headers={"Set-Cookie": "a=b"})

    async with client(answer) as commerce:
        await commerce.orders.get("a/b c?d#é")
        await commerce.orders.get("x")
    assert seen[0].url.raw_path == b"/commerce/api/v2/orders/a%2Fb%20c%3Fd%23%C3%A9"
    assert seen[0].headers["user-agent"].startswith("commerce-sdk/")
    assert seen[0].headers["x-transaction-account"] == ACCOUNT
    assert "cookie" not in seen[1].headers


@pytest.mark.parametrize("order_id", ["", ".", "..", "a\nb", "a\x00"])
async def test_a_path_value_that_would_change_the_path_is_refused(order_id: str) -> None:
    async with client(lambda request: httpx.Response(200, json={})) as commerce:
        with pytest.raises(InvalidRequest, match="id: may not"):
            await commerce.orders.get(order_id)


async def test_no_secret_shows_in_errors_reprs_or_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="commerce_sdk")
    shown: list[str] = []
    async with client(lambda request: httpx.Response(500, json={"title": "no"})) as commerce:
        shown += [
            repr(commerce),
            repr(commerce._core),
            repr(Bearer(SECRET)),
            repr(Basic("m@x", SECRET)),
        ]
        for call in (
            lambda: commerce.orders.get("order-77"),
            lambda: commerce.orders.place(items=[new_item(OFFERING)]),
        ):
            with pytest.raises(CommerceError) as caught:
                await call()
            shown += [str(caught.value), repr(caught.value), str(caught.value.__dict__)]
    shown += [record.getMessage() for record in caplog.records]
    assert not [text for text in shown if SECRET in text or "m@x" in text]
    attempts = [each for each in caplog.records if each.levelname == "INFO"]
    assert attempts[0].getMessage().startswith("GET /v2/orders/{id} attempt 1: status 500")
    assert "order-77" not in caplog.text


# --- life


async def test_a_closed_client_says_so_and_clones_close_nothing() -> None:
    async with world() as here:
        clone = here.commerce.with_options(deadline=5, retry=None)
        await clone.aclose()
        assert not here.transport.closed
        await clone.orders.list().first()
    assert here.transport.closed
    for closed in (here.commerce, clone):
        with pytest.raises(ClientClosed) as caught:
            await closed.orders.place(items=[new_item(OFFERING)])
        assert caught.value.maybe_applied is False
    with pytest.raises(InvalidRequest, match="deadline: must be seconds"):
        clone.with_options(deadline=-1)


async def test_what_a_subclass_has_added_stays_with_its_clones() -> None:
    class Mine(CommerceClient):
        __slots__ = ("region",)

        def __init__(self, *, region: str, **settings: Any) -> None:
            super().__init__(**settings)
            self.region = region
            self.notes = [region]

    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    async with Mine(region="eu", token="t", transport=transport, deadline=9) as mine:
        for clone in (mine.with_options(deadline=5), mine.for_account(ACCOUNT)):
            assert type(clone) is Mine
            assert (clone.region, clone.notes) == ("eu", ["eu"])
            clone.region = "us"
        assert (mine.region, mine._core.deadline, mine._core.tenants.get("transaction")) == (
            "eu",
            9,
            None,
        )


def test_another_event_loop_is_a_clear_error(anyio_backend: str) -> None:
    commerce = client(lambda request: httpx.Response(200, json={}))

    async def use() -> None:
        await commerce.orders.get(OFFERING)

    anyio.run(use, backend=anyio_backend)
    with pytest.raises(WrongEventLoop, match="another event loop"):
        anyio.run(use, backend=anyio_backend)


async def test_maybe_applied_follows_from_what_is_known() -> None:
    for fault, maybe in ((refused, False), (cut_before, True)):
        async with world(retry=None) as here:
            here.transport.faults["POST"].append(fault)
            with pytest.raises(ConnectionFailed) as caught:
                await here.commerce.orders.place(items=[new_item(OFFERING)])
            assert caught.value.maybe_applied is maybe


async def test_in_an_outage_calls_soon_cost_one_attempt_each_and_after_it_they_recover() -> None:
    async with world(deadline=None) as here:
        here.sandbox.fail_next("get_quote", 503, times=400)
        for _ in range(200):
            with pytest.raises(ServerError):
                await here.commerce.quotes.get(QUOTE)
        spent = len(here.transport.requests) - 200
        here.sandbox.reset()
        for _ in range(100):
            await here.commerce.quotes.get(QUOTE)
        here.sandbox.fail_next("get_quote", 503, times=3)
        assert await here.commerce.quotes.get(QUOTE)

    assert spent == 20


async def test_being_told_to_wait_is_no_outage() -> None:
    async with world(deadline=None, limiter=None) as here:
        for _ in range(60):
            here.sandbox.fail_next("get_quote", 429, headers={"Retry-After": "1"})
            assert await here.commerce.quotes.get(QUOTE)


async def test_clones_share_the_quota_and_clients_do_not() -> None:
    async with world(deadline=None) as here:
        here.sandbox.fail_next("get_quote", 503, times=400)
        for _ in range(20):
            with pytest.raises(ServerError):
                await here.commerce.quotes.get(QUOTE)
        before = len(here.transport.requests)
        with pytest.raises(ServerError):
            await here.commerce.with_options(deadline=5).quotes.get(QUOTE)
        assert len(here.transport.requests) == before + 1
