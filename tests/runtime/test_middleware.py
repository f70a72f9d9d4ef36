"""The contract of a middleware, line by line, as docs/service.md has it."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import anyio
import httpx
import pytest

from commerce_sdk import (
    AccessToken,
    CallNext,
    CommerceClient,
    CommerceError,
    ConnectionFailed,
    DeadlineExceeded,
    InvalidRequest,
    LocalLimiter,
    Middleware,
    MiddlewareCall,
    MiddlewareFailed,
    MiddlewareReply,
    NotFound,
    PermissionDenied,
    RateLimited,
    RetryPolicy,
    TokenCache,
    Withdrawn,
    new_item,
)
from tests.pages.blocks import blocks_of
from tests.support.clients import SECRET, client
from tests.support.worlds import ACCOUNT, OFFERING, World, cut_after, cut_before, refused, world

pytestmark = pytest.mark.anyio

ITEMS = [new_item(OFFERING)]
QUICK = RetryPolicy(first_pause=0.001, pause_cap=0.001)
PLAIN = {"orderId": OFFERING}


class Seen:
    """A middleware that lets everything pass, and remembers."""

    def __init__(self) -> None:
        self.calls: list[MiddlewareCall] = []
        self.came: list[MiddlewareReply | BaseException] = []

    async def __call__(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        self.calls.append(call)
        try:
            reply = await call_next()
        except BaseException as error:
            self.came.append(error)
            raise
        self.came.append(reply)
        return reply


def fine(request: httpx.Request) -> httpx.Response:
    return httpx.Response(200, json=PLAIN, headers={"x-request-id": "r-1", "x-own": "1"})


# --- written by the contract alone


class Tracing:
    """Adds a header, measures, and notes how each attempt went."""

    def __init__(self, clock: Any) -> None:
        self.clock = clock
        self.spans: list[tuple[str, str, str, float]] = []

    async def __call__(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        trace = f"00-{call.call_id}-{call.attempt:016x}-01"
        began = self.clock.monotonic()
        outcome = "broken"
        try:
            reply = await call_next(headers={"traceparent": trace})
            outcome = str(reply.status)
            return reply
        except CommerceError as error:
            outcome = type(error).__name__
            raise
        finally:
            took = self.clock.monotonic() - began
            self.spans.append((call.operation, trace, outcome, took))


async def test_one_adds_a_trace_measures_and_sees_a_reset_a_429_and_a_success() -> None:
    async with world() as here:
        tracing = Tracing(here.time)
        commerce = on(here, [tracing])

        def two_seconds(request: httpx.Request, passes: bool) -> None:
            here.clock.advance(2.0)

        here.transport.on_request = two_seconds
        here.transport.faults["GET"].append(cut_before)
        here.sandbox.fail_next("list_orders", 429, headers={"Retry-After": "7"})
        await commerce.orders.list().collect()

    assert [span[2] for span in tracing.spans] == ["ConnectionFailed", "429", "200"]
    assert [span[3] for span in tracing.spans] == [2.0, 2.0, 2.0]
    assert {span[0] for span in tracing.spans} == {"list_orders"}
    sent = [request.headers["traceparent"] for request in here.transport.requests]
    assert sent == [span[1] for span in tracing.spans]
    assert len({each.split("-")[1] for each in sent}) == 1
    assert [each.split("-")[2][-1] for each in sent] == ["1", "2", "3"]


def of_the_page(words: str) -> tuple[str, dict[str, Any]]:
    """The block of docs/service.md that has these words, and what it defines."""
    (block,) = (each.code for each in blocks_of("docs/service.md") if words in each.code)
    found: dict[str, Any] = {"MiddlewareCall": MiddlewareCall, "MiddlewareReply": MiddlewareReply}
    found["CallNext"] = CallNext
    exec(block.partition("\n\n\nasync with")[0], found)
    return block, found


async def test_the_examples_of_the_page_do_what_it_says() -> None:
    recorded: list[Any] = []
    _, traced = of_the_page("import secrets")
    traced["record"] = lambda *what: recorded.append(what)
    _, kept = of_the_page("request_ids: ")
    async with world() as here:
        commerce = on(here, [traced["trace"], kept["remember"]])
        here.transport.faults["GET"].append(cut_before)
        here.sandbox.fail_next("list_orders", 429, headers={"X-Request-Id": "r-7"})
        await commerce.orders.list().collect()
    assert [each[2].split()[0] for each in recorded] == ["ConnectionFailed", "429", "200"]
    assert [each[:2] for each in recorded] == [("list_orders", n) for n in (1, 2, 3)]
    form = re.compile(r"00-[0-9a-f]{32}-[0-9a-f]{16}-01")
    for request in here.transport.requests:
        assert form.fullmatch(request.headers["traceparent"])
    assert len(kept["request_ids"]) == 1


def on(here: World, middleware: Any, **settings: Any) -> CommerceClient:
    """A client of the same platform, transport and clock with middlewares."""
    return client(
        here.transport,
        auth=here.commerce._core.pipeline.auth,
        middleware=middleware,
        clock=here.time,
        **{"retry": QUICK, **settings},
    )


# --- what it sees


async def test_it_sees_the_call_and_the_answer_of_a_success() -> None:
    seen = Seen()
    async with client(fine, middleware=[seen]) as commerce:
        await commerce.orders.get(OFFERING)
        placed = commerce.orders.prepare(items=ITEMS, order_id=OFFERING)
        await commerce.orders.place(placed, fresh=True)
    read, write = seen.calls
    assert (read.operation, read.method, read.template) == ("get_order", "GET", "/v2/orders/{id}")
    assert read.path == f"/v2/orders/{OFFERING}"
    assert (read.body, read.query, read.attempt) == (None, (), 1)
    assert ACCOUNT in dict(read.headers).values()
    assert write.body == placed.to_json()
    assert read.call_id != write.call_id
    reply = seen.came[0]
    assert isinstance(reply, MiddlewareReply)
    assert (reply.status, reply.request_id, reply.headers["x-own"]) == (200, "r-1", "1")
    assert reply.content == json.dumps(PLAIN, separators=(",", ":")).encode()
    assert reply.size == len(reply.content)


async def test_neither_the_call_nor_the_answer_can_be_changed() -> None:
    async def meddle(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        for name in call.__struct_fields__:
            with pytest.raises(AttributeError):
                setattr(call, name, "x")
        assert isinstance(call.headers, tuple)
        reply = await call_next()
        with pytest.raises(TypeError):
            reply.headers["retry-after"] = "1"  # type: ignore[index]
        for name in ("status", "content", "headers"):
            with pytest.raises(AttributeError):
                setattr(reply, name, "x")
        return reply

    async with client(fine, middleware=[meddle]) as commerce:
        await commerce.orders.get(OFFERING)


async def test_the_credential_is_nowhere_in_it() -> None:
    def echo(request: httpx.Request) -> httpx.Response:
        told = request.headers["authorization"]
        given = {"x-echo": told, "Set-Cookie": "session=a"}
        return httpx.Response(200, json={**PLAIN, "x": told}, headers=given)

    seen = Seen()
    async with client(echo, middleware=[seen, seen]) as commerce:
        await commerce.orders.get(OFFERING)
    for call in seen.calls:
        for name in call.__struct_fields__:
            assert SECRET not in repr(getattr(call, name))
        assert "authorization" not in {name.lower() for name, _ in call.headers}
    for reply in seen.came:
        assert isinstance(reply, MiddlewareReply)
        assert "[secret]" in reply.headers["x-echo"]
        assert "set-cookie" not in reply.headers
        assert SECRET not in repr([reply, reply.content, dict(reply.headers)])


async def test_of_a_file_the_body_is_not_read() -> None:
    seen = Seen()

    def file(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, content=b"%PDF-1", headers={"content-type": "application/pdf"})

    async with (
        client(file, middleware=[seen]) as commerce,
        commerce.quotes.download(OFFERING) as parts,
    ):
        assert b"".join([part async for part in parts]) == b"%PDF-1"
    (reply,) = seen.came
    assert isinstance(reply, MiddlewareReply)
    assert (reply.status, reply.content, reply.size) == (200, None, None)


# --- when it is called


async def test_each_attempt_calls_it_once_and_renewals_are_attempts() -> None:
    seen = Seen()
    statuses = iter([401, 503, 200])
    tokens = iter(["first-token", "second-token"])
    auth = TokenCache(lambda: AccessToken(next(tokens)))
    async with client(
        lambda request: httpx.Response(next(statuses), json=PLAIN),
        middleware=[seen],
        retry=QUICK,
        auth=auth,
        limiter=LocalLimiter(),
    ) as commerce:
        await commerce.orders.get(OFFERING)
    assert [call.attempt for call in seen.calls] == [1, 2, 3]
    assert len({call.call_id for call in seen.calls}) == 1
    assert [reply.status for reply in seen.came if isinstance(reply, MiddlewareReply)] == [
        *(401, 503, 200)
    ]


async def test_pages_polls_and_looks_call_it() -> None:
    async with world() as here:
        seen = Seen()
        commerce = on(here, [seen])
        here.transport.faults["POST"].append(cut_after)
        placed = await commerce.orders.place(items=ITEMS)
        await placed.result()
        await commerce.orders.list(page_size=5).collect()
        assert [call.path for call in seen.calls] == [
            request.url.path.removeprefix("/commerce/api") for request in here.transport.requests
        ]
    looks = [call for call in seen.calls if call.operation == "get_order_status"]
    assert looks[0].call_id == seen.calls[0].call_id, "looks are of the placing"
    assert looks[-1].call_id != seen.calls[0].call_id, "a poll is a call of its own"


async def test_the_first_of_the_list_is_outermost() -> None:
    order: list[Any] = []

    def named(name: str) -> Middleware:
        async def middleware(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
            order.append((name, [k for k, _ in call.headers if k.startswith("x-from")]))
            reply = await call_next({f"x-from-{name}": name})
            order.append(name)
            return reply

        return middleware

    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return fine(request)

    async with client(answer, middleware=(named("a"), named("b"))) as commerce:
        await commerce.orders.get(OFFERING)
    assert order == [("a", []), ("b", ["x-from-a"]), "b", "a"]
    assert (sent[0].headers["x-from-a"], sent[0].headers["x-from-b"]) == ("a", "b")


# --- what it may not


@pytest.mark.parametrize(
    "headers",
    [
        *({name: "x"} for name in ("Authorization", "host", "Content-Length", "accept")),
        *({name: "x"} for name in ("Transfer-Encoding", "cookie", "THE CALL'S OWN", "", "a b")),
        *({"x-a": value} for value in (SECRET + "\r\nx: y", SECRET + "é", 5, None)),
        {"x-a": "1", "X-A": "2"},
        {5: "x"},
        [("x-a", "1")],
        "x-a",
    ],
    ids=repr,
)
async def test_a_header_that_is_not_its_to_set_is_refused(headers: Any) -> None:
    sent: list[httpx.Request] = []

    async def adds(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        if headers == {"THE CALL'S OWN": "x"}:
            return await call_next({name.upper(): "x" for name, _ in call.headers})
        return await call_next(headers)

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return fine(request)

    async with client(answer, middleware=[adds], retry=QUICK) as commerce:
        with pytest.raises(InvalidRequest, match=r"^middleware\[0\]\.headers") as caught:
            await commerce.orders.place(items=ITEMS)
    assert caught.value.maybe_applied is False
    assert caught.value.order_id
    assert SECRET not in str(caught.value)
    assert sent == []


Body = Callable[[MiddlewareCall, CallNext], Awaitable[Any]]


async def never_calls(call: MiddlewareCall, call_next: CallNext) -> Any:
    return None


async def makes_one_up(call: MiddlewareCall, call_next: CallNext) -> Any:
    class Fake:
        status = 200

    return Fake()


async def fails_before(call: MiddlewareCall, call_next: CallNext) -> Any:
    raise ValueError(SECRET)


async def refuses_before(call: MiddlewareCall, call_next: CallNext) -> Any:
    raise RateLimited(429)


async def fails_after(call: MiddlewareCall, call_next: CallNext) -> Any:
    await call_next()
    raise ValueError(SECRET)


async def lies_after(call: MiddlewareCall, call_next: CallNext) -> Any:
    await call_next()
    raise PermissionDenied(403)


async def lies_with_what_was_refused_before(call: MiddlewareCall, call_next: CallNext) -> Any:
    try:
        await call_next({"host": "x"})
    except InvalidRequest as error:
        await call_next()
        raise error


async def returns_another(call: MiddlewareCall, call_next: CallNext) -> Any:
    return (await call_next()).status


async def swallows(call: MiddlewareCall, call_next: CallNext) -> Any:
    with suppress(CommerceError):
        return await call_next()


async def sends_twice(call: MiddlewareCall, call_next: CallNext) -> Any:
    await call_next()
    return await call_next()


async def sends_again_whatever(call: MiddlewareCall, call_next: CallNext) -> Any:
    for _ in range(3):
        with suppress(BaseException):
            await call_next()
    return "done"


async def two_at_once(call: MiddlewareCall, call_next: CallNext) -> Any:
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(call_next)
        tasks.start_soon(call_next)


BEFORE = [never_calls, makes_one_up, fails_before, refuses_before]
AFTER = [
    *(fails_after, lies_after, lies_with_what_was_refused_before, returns_another),
    *(sends_twice, sends_again_whatever, two_at_once),
]


@pytest.mark.parametrize("limiter", [None, "local"])
@pytest.mark.parametrize("middleware", [*BEFORE, *AFTER], ids=lambda each: each.__name__)
async def test_what_breaks_the_contract_sends_once_and_tells_the_truth(
    middleware: Body, limiter: str | None
) -> None:
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        sent.append(request)
        return httpx.Response(200, json={"orderId": json.loads(request.content)["orderId"]})

    settings = {"limiter": LocalLimiter() if limiter else None, "retry": QUICK}
    async with client(answer, middleware=[Seen(), middleware], **settings) as commerce:
        with pytest.raises(MiddlewareFailed, match=r"^middleware\[1\] ") as caught:
            await commerce.orders.place(items=ITEMS)
    error = caught.value
    after = middleware in AFTER
    assert len(sent) == int(after), "neither twice, nor again"
    assert (error.sent, error.maybe_applied) == (after, after)
    assert error.order_id
    assert error.token
    assert [each.sent for each in error.attempts] == [after]
    assert SECRET not in str(error)


@pytest.mark.parametrize("middleware", [fails_before, fails_after])
async def test_what_it_raised_is_the_cause(middleware: Body) -> None:
    async with client(fine, middleware=[middleware], retry=QUICK) as commerce:
        with pytest.raises(MiddlewareFailed, match="failed with ValueError") as caught:
            await commerce.orders.get(OFFERING)
    assert isinstance(caught.value.__cause__, ValueError)
    assert caught.value.maybe_applied is None
    assert caught.value.operation == "get_order"
    assert len(caught.value.attempts) == 1, "it is not tried again"


async def test_one_that_swallows_an_error_is_told_so() -> None:
    async with world() as here:
        here.transport.faults["POST"].append(cut_before)
        with pytest.raises(MiddlewareFailed, match="in place of the answer") as caught:
            await on(here, [swallows]).orders.place(items=ITEMS)
        assert caught.value.maybe_applied is True
        assert isinstance(caught.value.__cause__, ConnectionFailed)
        here.transport.faults["POST"].append(refused)
        with pytest.raises(MiddlewareFailed) as caught:
            await on(here, [swallows]).orders.place(items=ITEMS)
        assert caught.value.maybe_applied is False


async def test_an_order_whose_middleware_failed_after_sending_is_placed_once() -> None:
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=ITEMS)
        with pytest.raises(MiddlewareFailed) as caught:
            await on(here, [fails_after]).orders.place(prepared)
        error = caught.value
        assert error.maybe_applied is True
        assert error.order_id == prepared.order_id
        assert error.token is not None
        assert (await here.commerce.orders.resume(error.token)).order_id == prepared.order_id
        again = await here.commerce.orders.place(prepared)
        assert again.order_id == prepared.order_id
        assert again.already_placed
        assert len(here.sandbox.orders.held) == 1
        posts = [each for each in here.transport.requests if each.method == "POST"]
        assert len(posts) == 1


async def test_a_failure_is_told_whatever_a_look_would_find() -> None:
    async def fails_on_writes(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        reply = await call_next()
        if call.method == "POST":
            raise ValueError
        return reply

    async with world() as here:
        with pytest.raises(MiddlewareFailed) as caught:
            await on(here, [fails_on_writes]).orders.place(items=ITEMS)
        assert caught.value.maybe_applied is True
        assert [each.method for each in here.transport.requests] == ["POST"]


async def test_an_attempt_that_is_not_needed_any_more_is_told_and_nothing_is_sent() -> None:
    seen = Seen()
    async with world() as here:
        prepared = here.commerce.orders.prepare(items=ITEMS)

        async def hidden_once(request: httpx.Request, below: Any) -> httpx.Response:
            return httpx.Response(404, json={})

        here.transport.faults["POST"].append(cut_after)
        here.transport.faults["GET"].append(hidden_once)
        placed = await on(here, [seen]).orders.place(prepared)
        assert placed.order_id == prepared.order_id
        looks = [each.method for each in here.transport.requests]
    assert looks == ["POST", "GET", "GET"], "the second look, right before sending, found it"
    assert [type(each).__name__ for each in seen.came] == [
        *("ConnectionFailed", "MiddlewareReply", "MiddlewareReply", "Withdrawn")
    ]
    assert isinstance(seen.came[-1], Withdrawn)


# --- its end, and others'


async def test_an_error_of_what_comes_next_passes_as_it_is_also_through_a_task_group() -> None:
    seen = Seen()

    async def grouped(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        async with anyio.create_task_group():
            return await call_next()
        raise AssertionError

    async with world() as here:
        here.transport.faults["GET"].extend([refused] * 2)
        with pytest.raises(ConnectionFailed) as caught:
            await on(here, [grouped, seen], retry=None).orders.get(OFFERING)
        with pytest.raises(NotFound):
            await on(here, [grouped, seen]).orders.get(OFFERING)
    assert caught.value is seen.came[0]
    assert len(seen.came) == 3, "a reset is tried again"


async def test_one_that_leaves_the_sending_to_a_task_leaves_nothing_behind() -> None:
    async with anyio.create_task_group() as tasks:

        async def astray(call: MiddlewareCall, call_next: CallNext) -> Any:
            async def later() -> None:
                with suppress(CommerceError):
                    await call_next()

            tasks.start_soon(later)
            await anyio.wait_all_tasks_blocked()
            raise ValueError

        held = 0

        async def hold(request: httpx.Request) -> httpx.Response:
            nonlocal held
            held += 1
            try:
                await anyio.sleep_forever()
            finally:
                held -= 1
            raise AssertionError

        async with client(httpx.MockTransport(hold), middleware=[astray]) as commerce:
            with pytest.raises(MiddlewareFailed) as caught:
                await commerce.orders.place(items=ITEMS)
            assert caught.value.maybe_applied is True
            await anyio.wait_all_tasks_blocked()
            assert held == 0

        async def too_late(call: MiddlewareCall, call_next: CallNext) -> Any:
            kept.append(call_next)

        kept: list[CallNext] = []
        sent: list[httpx.Request] = []

        def answer(request: httpx.Request) -> httpx.Response:
            sent.append(request)
            return fine(request)

        async with client(answer, middleware=[too_late]) as commerce:
            with pytest.raises(MiddlewareFailed) as caught:
                await commerce.orders.place(items=ITEMS)
            with pytest.raises(MiddlewareFailed, match="after its end"):
                await kept[0]()
        assert caught.value.maybe_applied is False
        assert sent == []


async def test_a_file_that_nobody_is_given_is_let_go() -> None:
    closed: list[bool] = []

    class Stream(httpx.AsyncByteStream):
        async def __aiter__(self) -> Any:
            yield b"%PDF-1"

        async def aclose(self) -> None:
            closed.append(True)

    def file(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, stream=Stream(), headers={"content-type": "application/pdf"})

    async with client(file, middleware=[fails_after], max_connections=1) as commerce:
        for _ in range(2):
            with pytest.raises(MiddlewareFailed):
                async with commerce.quotes.download(OFFERING):
                    pass
    assert len(closed) >= 2


@pytest.mark.parametrize("swallowing", [False, True])
async def test_a_cancellation_passes_and_one_that_is_swallowed_leaves_the_truth(
    swallowing: bool,
) -> None:
    async def hold(request: httpx.Request) -> httpx.Response:
        inside.set()
        await anyio.sleep_forever()
        raise AssertionError

    async def swallow(call: MiddlewareCall, call_next: CallNext) -> Any:
        try:
            return await call_next()
        except BaseException as error:
            came.append(error)
            if not swallowing:
                raise

    came: list[BaseException] = []
    inside = anyio.Event()
    raised: list[CommerceError] = []
    async with client(httpx.MockTransport(hold), middleware=[swallow], deadline=None) as commerce:

        async def place() -> None:
            try:
                await commerce.orders.place(items=ITEMS)
            except CommerceError as error:
                raised.append(error)

        with anyio.CancelScope() as scope:
            async with anyio.create_task_group() as tasks:
                tasks.start_soon(place)
                await inside.wait()
                scope.cancel()
        assert isinstance(came[0], anyio.get_cancelled_exc_class())
        assert [each.maybe_applied for each in raised] == [True] * int(swallowing)
        assert commerce._core.pipeline._under_way == set()


async def test_a_cancellation_of_its_own_waiting_passes() -> None:
    inside = anyio.Event()

    async def waits(call: MiddlewareCall, call_next: CallNext) -> Any:
        inside.set()
        await anyio.sleep_forever()

    raised: list[BaseException] = []
    async with client(fine, middleware=[waits]) as commerce:

        async def place() -> None:
            try:
                await commerce.orders.place(items=ITEMS)
            except BaseException as error:
                raised.append(error)
                raise

        async with anyio.create_task_group() as tasks:
            tasks.start_soon(place)
            await inside.wait()
            tasks.cancel_scope.cancel()
    assert isinstance(raised[0], anyio.get_cancelled_exc_class())


async def test_a_middleware_has_the_deadline_of_the_call() -> None:
    async def hangs_before(call: MiddlewareCall, call_next: CallNext) -> Any:
        await anyio.sleep_forever()

    async def hangs_after(call: MiddlewareCall, call_next: CallNext) -> Any:
        await call_next()
        await anyio.sleep_forever()

    for middleware, maybe in ((hangs_before, False), (hangs_after, True)):
        async with client(fine, middleware=[middleware], deadline=0.05) as commerce:
            with pytest.raises(DeadlineExceeded, match="while a middleware was at work") as caught:
                await commerce.orders.place(items=ITEMS)
        assert caught.value.maybe_applied is maybe
        assert 0.03 < caught.value.spent["middleware"] < 5

    async def hold(request: httpx.Request) -> httpx.Response:
        await anyio.sleep_forever()
        raise AssertionError

    seen = Seen()
    async with client(httpx.MockTransport(hold), middleware=[seen], deadline=0.05) as commerce:
        with pytest.raises(DeadlineExceeded, match="while waiting for an answer") as caught:
            await commerce.orders.get(OFFERING)
    assert seen.came == [caught.value]
    assert caught.value.spent["attempts"] > 0.03


async def test_a_cancelled_task_that_it_awaited_is_no_cancellation_of_the_call(
    anyio_backend_name: str,
) -> None:
    if anyio_backend_name == "trio":
        return
    import asyncio

    async def awaits_a_stranger(call: MiddlewareCall, call_next: CallNext) -> Any:
        task = asyncio.ensure_future(asyncio.sleep(10))
        task.cancel()
        await task

    async with client(fine, middleware=[awaits_a_stranger]) as commerce:
        with pytest.raises(MiddlewareFailed, match="CancelledError"):
            await commerce.orders.get(OFFERING)


# --- checked when the client is made


class Given:
    async def __call__(self, call: Any, call_next: Any) -> Any:
        return await call_next()


class Plain:
    def __call__(self, call: Any, call_next: Any) -> Any:
        return call_next()


async def one(call: Any) -> Any:
    return None


async def three(call: Any, call_next: Any, more: Any) -> Any:
    return None


async def generator(call: Any, call_next: Any) -> Any:
    yield 1


@pytest.mark.parametrize(
    "wrong",
    [None, "x", 5, {}, Given, Plain(), lambda call, call_next: call_next(), one, three, generator],
)
def test_what_is_no_middleware_is_refused_with_its_place(wrong: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"^middleware\[1\]: must") as caught:
        CommerceClient(token="t", middleware=[Given(), wrong])
    assert caught.value.path == "middleware[1]"


@pytest.mark.parametrize("wrong", [None, "ab", b"ab", Given(), {Given()}, iter([Given()]), 5])
def test_what_is_no_list_is_refused(wrong: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"^middleware: must be a list"):
        CommerceClient(token="t", middleware=wrong)


@pytest.mark.parametrize(
    "right", [Given(), Given().__call__, functools.partial(three, more=1), Seen(), never_calls]
)
def test_what_is_one_is_taken(right: Any) -> None:
    CommerceClient(token="t", middleware=[right])
    CommerceClient(token="t", middleware=(right, right))


async def test_clones_have_it_and_the_environments_client_takes_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COMMERCE_TOKEN", "t")
    seen = Seen()
    commerce = CommerceClient.from_env(
        middleware=[seen], transport=httpx.MockTransport(fine), limiter=None
    )
    async with commerce:
        clone = commerce.with_options(deadline=5).for_account(ACCOUNT)
        await clone.orders.get(OFFERING)
    assert len(seen.calls) == 1


async def test_its_index_is_named_where_several_are() -> None:
    async with client(fine, middleware=[Seen(), Seen(), fails_before]) as commerce:
        with pytest.raises(MiddlewareFailed, match=r"^middleware\[2\] failed"):
            await commerce.orders.get(OFFERING)
