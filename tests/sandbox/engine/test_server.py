"""Several platforms in one process: each under its prefix, in one world, looked into from outside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import httpx
import pytest

from commerce_sdk import CommerceClient
from commerce_sdk.sandbox import ACCOUNTS, QUOTES, TOKEN, commerce_platform
from commerce_sdk.sandbox.engine import Call, ManualClock, Platform, Server, SystemClock, World
from tests.sandbox.engine.serving import Asked, a_document, asking
from tests.support.shop import BILL, SECRET, shop_client
from tests.support.shop_platform import TOKEN_LIFE, Stands, shop_platform
from tests.support.worlds import VirtualClock

pytestmark = pytest.mark.anyio
COUNT = {"type": "object", "properties": {"racks": {"type": "integer"}}}


@dataclass
class Switches:
    pause: float = 1.0
    mood: Literal["good", "bad"] = "good"
    open: bool = True


class Depot:
    """A platform that shares the shop's racks."""

    def __init__(self, world: World) -> None:
        self._stands = world.shared(Stands)
        self.switches = Switches()

    def ask(self, call: Call) -> Any:
        self._stands.racks -= 1
        return {"racks": self._stands.racks}

    def state(self) -> Any:
        return {"racks": self._stands.racks}


def depot() -> Platform:
    answer = {"content": {"application/json": {"schema": COUNT}}}
    return Platform(a_document("/take", {"responses": {"200": answer}}), Depot)


async def test_platforms_share_a_world_where_they_touch() -> None:
    clock = ManualClock()
    shop, other = shop_platform(), depot()
    server = Server({"/shop": shop, "/depot": other}, clock=clock)
    transport = httpx.ASGITransport(app=server)
    time = VirtualClock(clock)
    settings: dict[str, Any] = {"base_url": "http://127.0.0.1:1/shop/api", "clock": time}
    async with shop_client(transport, **settings) as client, asking(server) as raw:
        await client.stands.add_rack()
        assert (await raw.get("/depot/take")).json() == {"racks": 3}
        assert (await client.stands.count()).racks == 3
        assert (await client.bills.get(BILL)).id == BILL
        server.reset()
        assert (await raw.get("/depot/take")).json() == {"racks": 2}
    assert (shop.calls.total(), other.calls.total()) == (0, 1)


async def test_the_sdks_clients_of_two_platforms_run_on_one_clock() -> None:
    clock = ManualClock()
    commerce, shop = commerce_platform(limits=False), shop_platform(limits=False)
    server = Server({"/one": commerce, "/two": shop}, clock=clock)
    transport = httpx.ASGITransport(app=server)
    time = VirtualClock(clock)
    async with (
        CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNTS[0],
            base_url="http://127.0.0.1:1/one/commerce/api",
            transport=transport,
            clock=time,
        ) as buyer,
        shop_client(transport, base_url="http://127.0.0.1:1/two/api", clock=time) as client,
    ):
        quote, version = next(iter(QUOTES.items()))
        given = await client.access.log_in("ada@shop.invalid", "s3cr3t-word")
        token = str(given.access_token)
        clock.advance(TOKEN_LIFE - 1)
        order = await buyer.orders.place(quote_id=quote, quote_version=version)
        assert shop.credentials.knows("bearer", token)
        await order.result(deadline=60)
    assert not shop.credentials.knows("bearer", token)
    assert len(commerce.behaviour.orders.held) == 1


async def test_a_prefix_may_begin_like_another() -> None:
    first, second = Asked(), Asked()
    server = Server(
        {
            prefix: Platform(a_document("/a", {}), lambda world, each=each: each)  # type: ignore[misc]
            for prefix, each in (("/x", first), ("/x/y", second))
        }
    )
    async with asking(server) as client:
        for path in ("/x/a", "/x/y/a", "/x/y/a"):
            assert (await client.get(path)).status_code == 204
        nowhere = await client.get("/z/a")
    assert (len(first.calls), len(second.calls)) == (1, 2)
    assert (nowhere.status_code, nowhere.json()["detail"]) == (
        404,
        "There is nothing here; there are /x/y, /x",
    )


@pytest.mark.parametrize("prefix", ["shop", "/shop/", "/"])
def test_what_is_no_prefix_is_refused(prefix: str) -> None:
    with pytest.raises(ValueError, match="is no prefix; write it like '/one'"):
        Server({prefix: depot()})


def based(base: str) -> Platform:
    """A depot whose document has a base path."""
    answer = {"content": {"application/json": {"schema": COUNT}}}
    document = a_document(
        "/take", {"responses": {"200": answer}}, servers=[{"url": f"https://shop.invalid{base}"}]
    )
    return Platform(document, Depot)


@pytest.mark.parametrize("prefix", ["", "/x"])
async def test_several_at_one_prefix_are_served_at_their_bases(prefix: str) -> None:
    several = [based("/one/api"), based("/one"), based("/two")]
    server = Server({prefix: several} if prefix else several, clock=ManualClock())
    async with asking(server) as client:
        for base in ("/one/api", "/one", "/two", "/two"):
            assert (await client.get(f"{prefix}{base}/take")).status_code == 200
        assert [each.calls["ask"] for each in several] == [1, 1, 2]
        # The first is seen from outside by the prefix alone.
        for name, platform in zip((prefix, f"{prefix}/one", f"{prefix}/two"), several, strict=True):
            assert server.platforms[name] is platform
            path = f"/_sandbox{name}/switches"
            assert (await client.post(path, json={"pause": 7})).json()["pause"] == 7
            assert platform.behaviour.switches.pause == 7
            platform.behaviour.switches.pause = 1


@pytest.mark.parametrize(
    ("platforms", "said"),
    [
        (lambda: {"": [based("/one"), based("/one")]}, "two would answer at '/one'"),
        (
            lambda: {"": [based("/one"), based("/two")], "/two": depot()},
            "two would answer at '/two'",
        ),
        (lambda: {"": [based("/a"), based("/x")], "/x": based("/y")}, "two would answer at '/x'"),
        (lambda: [based("/one"), Depot], "'' is a type; make a Platform of it"),
        (lambda: {"/x": []}, "at '/x' is a list; give one Platform or several"),
        (lambda: {"/x": Depot}, "at '/x' is a type; give one Platform or several"),
    ],
)
def test_several_that_cannot_be_told_apart_are_refused(platforms: Any, said: str) -> None:
    with pytest.raises(ValueError, match=f"^platforms: {said}"):
        Server(platforms())


# --- from outside


async def test_each_platform_is_shown_and_switched_behind_its_prefix() -> None:
    server = Server({"/shop": shop_platform(), "/depot": depot()}, clock=ManualClock())
    async with asking(server) as client:
        state = (await client.get("/_sandbox/depot/state")).json()
        assert state == {"switches": {"pause": 1.0, "mood": "good", "open": True}, "racks": 3}
        assert (await client.get("/_sandbox/shop/state")).json() == {"switches": {}}
        changed = await client.post(
            "/_sandbox/depot/switches", json={"pause": 2, "mood": "bad", "open": False}
        )
        assert changed.json() == {"pause": 2, "mood": "bad", "open": False}
        for wrong, said in (
            ({"pause": -1}, "pause is from 0 to"),
            ({"mood": "odd"}, "mood is one of good, bad."),
            ({"open": 1}, "open is a bool."),
            ({"no": 1}, "no is no switch; there are pause, mood, open"),
        ):
            refused = await client.post("/_sandbox/depot/switches", json=wrong)
            assert refused.status_code == 400
            assert refused.json()["detail"].startswith(said)
        none = await client.post("/_sandbox/shop/switches", json={"no": 1})
        assert none.json() == {"detail": "no is no switch; there are none"}


async def test_time_and_reset_are_for_all() -> None:
    clock = ManualClock()
    server = Server({"/shop": shop_platform(), "/depot": depot()}, clock=clock)
    before = clock.time()
    async with asking(server) as client:
        await client.get("/depot/take")
        assert (await client.post("/_sandbox/advance", json={"seconds": 5})).json() == {
            "time": before + 5
        }
        assert (await client.post("/_sandbox/reset")).status_code == 204
        assert (await client.get("/_sandbox/depot/state")).json()["racks"] == 3
    async with asking(Server(depot(), clock=SystemClock())) as client:
        assert (await client.post("/_sandbox/advance", json={"seconds": 5})).status_code == 409


# --- scripted answers


async def test_answers_are_scripted_for_an_operation_or_for_any() -> None:
    platform = shop_platform(limits=False)
    headers = {"Authorization": f"Bearer {SECRET}"}
    async with asking(Server(platform), headers=headers) as client:

        async def status(method: str = "GET") -> int:
            return (await client.request(method, "/api/v1/stands")).status_code

        platform.fail_next("count_racks", 503, times=2)
        platform.fail_next(None, 502)
        assert [await status("POST"), await status(), await status(), await status()] == [
            *(502, 503, 503, 200),
        ]
        platform.fail_next("add_rack", 504, after_applying=True, body=b"<html>")
        assert [await status("POST"), platform.behaviour.stands.racks] == [504, 4]
        platform.fail_next(None, times=9)
        platform.recover()
        assert await status() == 200
        with pytest.raises(ValueError, match="'nothing' is no operation; there are get_bill"):
            platform.fail_next("nothing")


@pytest.mark.parametrize("prefix", ["", "/shop"])
async def test_answers_are_scripted_from_outside(prefix: str) -> None:
    platform, other = depot(), depot()
    server = Server({"/other": other, prefix: platform} if prefix else platform)
    async with asking(server) as client:

        async def script(**wanted: Any) -> int:
            path = f"/_sandbox{prefix}/fail-next"
            return (await client.post(path, json=wanted)).status_code

        async def take() -> httpx.Response:
            return await client.get(f"{prefix}/take")

        assert await script(operation_id="ask", status=502, times=2) == 204
        assert [(await take()).status_code for _ in range(3)] == [502, 502, 200]
        headers = {"Retry-After": "5"}
        assert (
            await script(operation_id=None, after_applying=True, headers=headers, body="ö") == 204
        )
        answer = await take()
        assert (answer.status_code, answer.text, answer.headers["retry-after"]) == (503, "ö", "5")
        assert (await take()).json() == {"racks": 0}


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ([], "The body is a JSON object."),
        ({}, "operation_id is required: the id of an operation, or null for any."),
        ({"operation_id": 5}, "operation_id is the id of an operation, or null for any."),
        ({"operation_id": "no"}, "'no' is no operation; there are ask"),
        ({"operation_id": "ask", "status": "503"}, "status is a number."),
        ({"operation_id": "ask", "status": True}, "status is a number."),
        ({"operation_id": "ask", "times": 1.5}, "times is a number."),
        ({"operation_id": "ask", "times": 10**12}, "times is at most 10,000."),
        ({"operation_id": "ask", "after_applying": 1}, "after_applying is true or false."),
        ({"operation_id": "ask", "headers": {"X": 3}}, "headers is an object of texts."),
        ({"operation_id": "ask", "body": {}}, "body is a text."),
        (
            {"operation_id": "ask", "statsu": 5},
            "statsu is not known; there are operation_id, status",
        ),
    ],
)
async def test_what_cannot_be_scripted_is_refused_from_outside(wanted: Any, said: str) -> None:
    async with asking(Server(depot())) as client:
        refused = await client.post("/_sandbox/fail-next", json=wanted)
        assert refused.status_code == 400
        assert refused.json()["detail"].startswith(said)
        assert (await client.get("/take")).status_code == 200


async def test_an_answer_after_applying_stands_in_for_a_refusal_too() -> None:
    platform = shop_platform(limits=False)
    async with asking(Server(platform), headers={"Authorization": f"Bearer {SECRET}"}) as client:
        platform.fail_next("get_rack", 503, after_applying=True)
        seen = [(await client.get("/api/v1/racks/none")).status_code for _ in range(2)]
    assert seen == [503, 404]


@pytest.mark.parametrize("status", [200, 204, 302, 304, 409, 418, 422, 511, 599])
async def test_a_scripted_status_is_as_it_was_asked_for(status: int) -> None:
    refused = {"400": {"x-error": "t", "content": {"application/json": {"schema": {}}}}}
    platform = Platform(a_document("/a", {"responses": {"204": {}, **refused}}), lambda _: Asked())
    async with asking(Server(platform)) as client:
        platform.fail_next("ask", status, headers={"X-Rest": "1"})
        answer = await client.get("/a")
    assert (answer.status_code, answer.headers["x-rest"]) == (status, "1")
    assert bool(answer.content) == (status not in (204, 304))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"status": 700}, "fail_next: status is from 200 to 599, not 700"),
        ({"status": 100}, "fail_next: status is from 200 to 599, not 100"),
        ({"status": "503"}, "fail_next: status is from 200 to 599, not '503'"),
        ({"times": 0}, "fail_next: times is from 1 on, not 0"),
        ({"times": 1.5}, "fail_next: times is from 1 on, not 1.5"),
        ({"body": "<html>"}, "fail_next: body is bytes, not str"),
    ],
    ids=str,
)
def test_what_cannot_be_scripted_is_refused(wrong: dict[str, Any], said: str) -> None:
    with pytest.raises((ValueError, TypeError)) as caught:
        depot().fail_next("ask", **wrong)
    assert str(caught.value) == said


async def test_a_websocket_is_turned_away() -> None:
    sent: list[Any] = []

    async def receive() -> Any:
        return {"type": "websocket.connect"}

    async def send(message: Any) -> None:
        sent.append(message["type"])

    await Server(depot())({"type": "websocket", "path": "/take", "headers": []}, receive, send)
    assert sent == ["websocket.close"]
