"""The way of one call: what is tried again, what is said, what is never said, and how it ends."""

from __future__ import annotations

import logging
import random
from email.utils import formatdate
from functools import partial
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    ApiError,
    Basic,
    Bearer,
    ClientClosed,
    CommerceError,
    ConnectionFailed,
    DecodeError,
    InvalidRequest,
    RateLimited,
    RetryPolicy,
    ServerError,
    WrongEventLoop,
)
from tests.shop import ShopClient
from tests.support.shop import BILL, SECRET, Answer, a_bill, new_bill, shop_client
from tests.support.shop_world import shop_world
from tests.support.stops import cancelled_while_it_waits
from tests.support.worlds import cut_before, refused

pytestmark = [pytest.mark.anyio, pytest.mark.leaps]
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
    async with shop_client(lambda request: httpx.Response(status, content=BODIES[body])) as shop:
        for call in (
            lambda: shop.bills.get(BILL),
            lambda: shop.racks.get("r"),
            lambda: shop.bills.list().collect(),
            lambda: shop.bills.create(new_bill()),
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

    async with shop_client(answer) as shop:
        with pytest.raises(DecodeError) as caught:
            await shop.bills.get(BILL)

    error = caught.value
    assert (error.status, error.request_id, error.path) == (status, "r-1", "$")
    assert error.content == BODIES[body]
    assert "request id r-1" in str(error)


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
        return httpx.Response(200, json=a_bill())

    return answer, seen


QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.002)


@pytest.mark.parametrize(
    "failures",
    [(429,), (500, 502, 503), (504,), (httpx.ReadError("x"),), (httpx.ConnectTimeout("x"), 503)],
    ids=str,
)
async def test_a_read_is_tried_again(failures: tuple[Any, ...]) -> None:
    answer, seen = failing(*failures)
    async with shop_client(answer, retry=QUICK) as shop:
        assert (await shop.bills.get(BILL)).id == BILL
    assert len(seen) == len(failures) + 1


@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 423, 501, 302])
async def test_a_refusal_is_not_tried_again(status: int) -> None:
    answer, seen = failing(status)
    async with shop_client(answer, retry=QUICK) as shop:
        with pytest.raises(ApiError) as caught:
            await shop.bills.get(BILL)
    assert len(seen) == 1
    assert caught.value.maybe_applied is None


async def test_the_last_error_carries_how_every_attempt_went() -> None:
    answer, _ = failing(503, httpx.ReadError("x"), 500, 502)
    async with shop_client(answer, retry=QUICK) as shop:
        with pytest.raises(ServerError) as caught:
            await shop.bills.get(BILL)

    assert caught.value.status == 502
    assert [(a.number, a.outcome, a.status) for a in caught.value.attempts] == [
        (1, "status 503", 503),
        (2, "no answer", None),
        (3, "status 500", 500),
        (4, "status 502", 502),
    ]


async def test_retry_after_is_kept_as_seconds_or_as_a_date() -> None:
    async with shop_world() as here:
        for header, waited in (("3", 3.0), ("date", 7.0)):
            if header == "date":
                header = formatdate(here.clock.time() + waited, usegmt=True)
            here.server.fail_next(429, headers={"Retry-After": header})
            here.time.slept.clear()
            await here.shop.bills.list().collect()
            assert here.time.slept == [waited]


async def test_a_retry_after_past_the_deadline_or_the_cap_is_not_waited_for() -> None:
    async with shop_world(deadline=30.0, limiter=None) as here:
        for header in ("31", "600", "99999999999999999999"):
            here.server.fail_next(429, headers={"Retry-After": header})
            with pytest.raises(RateLimited) as caught:
                await here.shop.bills.list().collect()
            assert caught.value.retry_after == float(header)
        assert not here.time.slept
    async with shop_world(deadline=None, limiter=None) as here:
        here.server.fail_next(429, headers={"Retry-After": "61"})
        with pytest.raises(RateLimited):
            await here.shop.bills.list().collect()
        assert not here.time.slept


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

    async with shop_client(Hanging(), retry=QUICK, attempt_timeout=None) as shop:
        await cancelled_while_it_waits(partial(shop.bills.get, BILL))
    assert len(seen) == 1


# --- what goes out and what never shows


async def test_a_request_carries_what_it_should_and_no_cookie_comes_back() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, json={}, headers={"Set-Cookie": "a=b"})

    async with shop_client(answer) as shop:
        await shop.tills.get("a/b c?d#é")
        await shop.bills.get(BILL)
    assert seen[0].url.raw_path == b"/api/v1/shops/corner/tills/a%2Fb%20c%3Fd%23%C3%A9"
    assert seen[0].headers["user-agent"].startswith("commerce-sdk/")
    assert seen[1].headers["x-shop"] == "corner"
    assert "cookie" not in seen[1].headers


@pytest.mark.parametrize("till_id", ["", ".", "..", "a\nb", "a\x00"])
async def test_a_path_value_that_would_change_the_path_is_refused(till_id: str) -> None:
    async with shop_client(lambda request: httpx.Response(200, json={})) as shop:
        with pytest.raises(InvalidRequest, match="till_id: may not"):
            await shop.tills.get(till_id)


async def test_no_secret_shows_in_errors_reprs_or_logs(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="commerce_sdk")
    shown: list[str] = []
    async with shop_client(lambda request: httpx.Response(500, json={"title": "no"})) as shop:
        shown += [
            repr(shop),
            repr(shop._core),
            repr(Bearer(SECRET)),
            repr(Basic("m@x", SECRET)),
        ]
        for call in (
            lambda: shop.racks.get("rack-77"),
            lambda: shop.bills.create(new_bill()),
        ):
            with pytest.raises(CommerceError) as caught:
                await call()
            shown += [str(caught.value), repr(caught.value), str(caught.value.__dict__)]
    shown += [record.getMessage() for record in caplog.records]
    assert not [text for text in shown if SECRET in text or "m@x" in text]
    attempts = [each for each in caplog.records if each.levelname == "INFO"]
    assert attempts[0].getMessage().startswith("GET /v1/racks/{rackId} attempt 1: status 500")
    assert "rack-77" not in caplog.text


# --- life


async def test_a_closed_client_says_so_and_clones_close_nothing() -> None:
    async with shop_world() as here:
        clone = here.shop.with_options(deadline=5, retry=None)
        await clone.aclose()
        assert not here.transport.closed
        await clone.bills.list().first()
    assert here.transport.closed
    for closed in (here.shop, clone):
        with pytest.raises(ClientClosed) as caught:
            await closed.bills.create(new_bill())
        assert caught.value.maybe_applied is False
    with pytest.raises(InvalidRequest, match="deadline: must be seconds"):
        clone.with_options(deadline=-1)


async def test_what_a_subclass_has_added_stays_with_its_clones() -> None:
    class Mine(ShopClient):
        __slots__ = ("region",)

        def __init__(self, *, region: str, **settings: Any) -> None:
            super().__init__(**settings)
            self.region = region
            self.notes = [region]

    transport = httpx.MockTransport(lambda request: httpx.Response(200, json={}))
    async with Mine(region="eu", token="t", transport=transport, deadline=9) as mine:
        for clone in (mine.with_options(deadline=5), mine.for_shop("east")):
            assert type(clone) is Mine
            assert (clone.region, clone.notes) == ("eu", ["eu"])
            clone.region = "us"
        assert (mine.region, mine._core.deadline, mine._core.tenants.get("shop")) == (
            "eu",
            9,
            None,
        )


def test_another_event_loop_is_a_clear_error(anyio_backend_name: str) -> None:
    shop = shop_client(lambda request: httpx.Response(200, json={}))

    async def use() -> None:
        await shop.bills.get(BILL)

    anyio.run(use, backend=anyio_backend_name)
    with pytest.raises(WrongEventLoop, match="another event loop; make one in each loop"):
        anyio.run(use, backend=anyio_backend_name)


async def test_maybe_applied_follows_from_what_is_known() -> None:
    for fault, maybe in ((refused, False), (cut_before, True)):
        async with shop_world(retry=None) as here:
            here.transport.faults["POST"].append(fault)
            with pytest.raises(ConnectionFailed) as caught:
                await here.shop.bills.send(BILL)
            assert caught.value.maybe_applied is maybe


async def test_in_an_outage_calls_soon_cost_one_attempt_each_and_after_it_they_recover() -> None:
    async with shop_world(deadline=None) as here:
        here.server.fail_next(503, times=400)
        for _ in range(200):
            with pytest.raises(ServerError):
                await here.shop.bills.get(BILL)
        spent = len(here.transport.requests) - 200
        here.server.recover()
        for _ in range(100):
            await here.shop.bills.get(BILL)
        here.server.fail_next(503, times=3)
        assert await here.shop.bills.get(BILL)

    assert spent == 20


async def test_being_told_to_wait_is_no_outage() -> None:
    async with shop_world(deadline=None, limiter=None) as here:
        for _ in range(60):
            here.server.fail_next(429, headers={"Retry-After": "1"})
            assert await here.shop.bills.get(BILL)


async def test_clones_share_the_quota_and_clients_do_not() -> None:
    async with shop_world(deadline=None) as here:
        here.server.fail_next(503, times=400)
        for _ in range(20):
            with pytest.raises(ServerError):
                await here.shop.bills.get(BILL)
        before = len(here.transport.requests)
        with pytest.raises(ServerError):
            await here.shop.with_options(deadline=5).bills.get(BILL)
        assert len(here.transport.requests) == before + 1
