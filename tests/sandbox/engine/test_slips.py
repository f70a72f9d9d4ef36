"""Slips of whoever writes a behaviour: each is one line that says where, what came, and what to write."""

from __future__ import annotations

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest

from commerce_sdk.sandbox import Sandbox, commerce_platform
from commerce_sdk.sandbox.engine import (
    Answer,
    BehaviourError,
    Call,
    Document,
    Entry,
    File,
    ManualClock,
    Platform,
    Refusal,
    Server,
    World,
    WrongAnswer,
)
from tests.sandbox.engine.serving import (
    ORIGIN,
    Asked,
    a_document,
    asking,
    doing,
    one_server,
)
from tests.support.servers import on_loopback
from tests.support.steady_ids import steady

JSON = {"content": {"application/json": {"schema": {"type": "object"}}}}
LIST = {
    "parameters": [{"name": "from", "in": "query", "schema": {"type": "string"}}],
    "x-pagination": {"strategy": "cursor", "cursor": "from", "items": "rows", "next": "next"},
    "responses": {"200": JSON},
}


class Bare:
    def ask(self, call: Call) -> None: ...


class InWorld(Bare):
    def __init__(self, world: World) -> None: ...


class Waiting(InWorld):
    async def ask(self, call: Call) -> None: ...  # type: ignore[override]


class Deaf(InWorld):
    def ask(self) -> None: ...  # type: ignore[override]


class Empty(InWorld):
    ask = None  # type: ignore[assignment]


class OfOne(InWorld):
    parts = 5


class Flags(InWorld):
    def __init__(self, world: World) -> None:
        self.switches = {"slow": True}


class Kind(InWorld):
    @dataclass
    class Slow:
        pause: float = 1.0

    switches = Slow


class Still(InWorld):
    def __init__(self, world: World) -> None:
        self.state = {"rows": 1}


class AsyncState(InWorld):
    async def state(self) -> Any: ...


# --- when it is made


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (InWorld(World(ManualClock())), "an instance of InWorld; give the class, InWorld, itself"),
        (Bare, "behaviour: Bare is called with a world; write def __init__(self, world)"),
    ],
    ids=["instance", "no world"],
)
def test_what_makes_no_behaviour_is_refused_before_a_server_is_there(
    behaviour: Any, said: str
) -> None:
    with pytest.raises(BehaviourError) as caught:
        Platform(a_document("/a", {}), behaviour)
    assert said in str(caught.value)


def test_what_makes_a_behaviour_is_no_coroutine() -> None:
    async def make(world: World) -> object:
        return InWorld(world)

    with pytest.raises(BehaviourError, match="behaviour: make is async; write a plain def"):
        Platform(a_document("/a", {}), make)


@pytest.mark.parametrize(
    ("behaviour", "said"),
    [
        (Waiting, "Waiting does not fit its document: async, write a plain def: Waiting.ask"),
        (
            Deaf,
            "Deaf does not fit its document: with other arguments, write def Deaf.ask(self, call)",
        ),
        (Empty, "Empty does not fit its document: no method for the operation ask"),
        (OfOne, "OfOne.parts is an int; write the objects in a tuple"),
        (Flags, "switches is a dict; make it an instance of a dataclass"),
        (Kind, "switches is a type; make it an instance of a dataclass"),
        (Still, "state is a dict; write a plain def state(self)"),
        (AsyncState, "state is a method; write a plain def state(self)"),
    ],
)
def test_what_is_no_behaviour_is_refused_when_the_server_is_made(
    behaviour: Callable[[World], object], said: str
) -> None:
    with pytest.raises(BehaviourError) as caught:
        Server(Platform(a_document("/a", {}), behaviour))
    assert said in str(caught.value)


BEARER = {"components": {"securitySchemes": {"token": {"type": "http", "scheme": "bearer"}}}}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"credentials": {"token": "s3cret"}}, "credentials['token']: write a list, "),
        ({"credentials": {"token": 5}}, "credentials['token']: write a list, "),
        ({"credentials": []}, "credentials: write lists by their names, "),
        ({"credentials": ["s3cret"]}, "credentials: write lists by their names, "),
        ({"tenants": {"shop": "left"}}, "tenants['shop']: write a list, "),
        ({"tenants": ["left"]}, "tenants: write lists by their names, "),
    ],
    ids=str,
)
def test_one_text_is_not_taken_letter_by_letter(settings: dict[str, Any], said: str) -> None:
    with pytest.raises(ValueError, match=r", not an? (str|int|list)$") as caught:
        one_server(a_document("/a", {}, **BEARER), Asked(), **settings)
    assert str(caught.value).startswith(said)
    assert "s3cret" not in str(caught.value)


@pytest.mark.parametrize("name", ["tokens", "accounts", "catalog_accounts"])
@pytest.mark.parametrize("make", [Sandbox, commerce_platform])
def test_one_text_is_not_several_to_commerce(make: Callable[..., Any], name: str) -> None:
    with pytest.raises(ValueError, match=rf'^{name}: write a list, \["…"\], not a str$'):
        make(**{name: "abc"})


@pytest.mark.parametrize("document", ["a.json", {"paths": {}}], ids=str)
def test_what_is_no_document_is_refused(document: Any) -> None:
    with pytest.raises(TypeError, match=r"^document \(see Document.load\) is a Document, not "):
        Platform(document, InWorld)


@pytest.mark.parametrize(
    "platforms", [Document({"paths": {}}), [], [InWorld], {"/a": InWorld}, {"/a": []}], ids=steady
)
def test_what_is_no_platform_is_refused(platforms: Any) -> None:
    with pytest.raises(ValueError, match=r"^platforms: "):
        Server(platforms)


# --- what it gives


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda: Refusal("gone", 404, "Gone."), "status is an int, not 'gone'"),  # type: ignore[arg-type]
        (lambda: Refusal(404, "Gone.", 5), "detail is a str, not 5"),  # type: ignore[arg-type]
        (lambda: Answer({"n": 1}, 200), "status is an int, not {'n': 1}"),  # type: ignore[arg-type]
        (lambda: File("a,b", "text/csv"), "content is bytes, not 'a,b'"),  # type: ignore[arg-type]
        (lambda: Entry.of(1, {}), "key is a str, not 1"),  # type: ignore[arg-type]
        (lambda: Entry("a", {}), "show is called for the item; write Entry.of(key, item)"),  # type: ignore[arg-type]
    ],
)
def test_arguments_in_another_order_are_refused(make: Callable[[], object], said: str) -> None:
    with pytest.raises(TypeError) as caught:
        make()
    assert said in str(caught.value)


def a_generator() -> Any:
    yield Entry.of("a", {})


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([{"id": "a"}], "ask lists a dict where an entry belongs; write Entry.of(key, item)"),
        (["a"], "ask lists a str where an entry belongs; write Entry.of(key, item)"),
        (a_generator(), "ask lists a generator; write a list of entries: [Entry.of(key, item), …]"),
        ({"a": 1}.values(), "ask lists a dict_values; write a list of entries"),
        ("abc", "ask lists a str; write a list of entries"),
        (Refusal(404, "gone", "Gone."), "ask returns a Refusal; write raise Refusal(…)"),
        (None, "None is not of type 'object'"),
    ],
    ids=steady,
)
async def test_a_list_is_of_entries(given: Any, said: str) -> None:
    async with asking(one_server(a_document("/a", LIST), Asked(given))) as client:
        with pytest.raises(WrongAnswer) as caught:
            await client.get("/a")
    assert said in str(caught.value)


@pytest.mark.anyio
async def test_a_whole_page_may_be_given_in_place_of_entries() -> None:
    async with asking(one_server(a_document("/a", LIST), Asked({"rows": [1]}))) as client:
        assert (await client.get("/a")).json() == {"rows": [1]}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"at": datetime.date(2026, 1, 2)}, "at: is a date; write it as a text, a number, a dict"),
        ({"a": [{"b": {1}}]}, "a[0].b: is a set; write it as "),
        ({"n": float("nan")}, "n: is nan; numbers are finite"),
        ({"a": {1: 2}}, "a: has an int for a name; names are texts"),
    ],
    ids=repr,
)
async def test_what_json_cannot_carry_is_named_with_its_place(given: Any, said: str) -> None:
    document = a_document("/a", {"responses": {"200": JSON}})
    async with asking(one_server(document, Asked(given))) as client:
        with pytest.raises(WrongAnswer) as caught:
            await client.get("/a")
    assert str(caught.value).startswith(f"ask answers 200 with what JSON cannot carry: {said}")


async def later() -> None: ...


@pytest.mark.anyio
async def test_what_is_returned_in_place_of_an_answer_is_named() -> None:
    coroutine = later()
    behaviour = Asked(Refusal(404, "gone", "Gone."), coroutine, True, 5)
    async with asking(one_server(a_document("/a", {}), behaviour)) as client:
        for said in (
            "ask returns a Refusal; write raise Refusal(…)",
            "ask returns a coroutine; write a plain def",
            "ask answers a bool; its document names 204 without a body",
            "ask answers an int; its document names 204 without a body",
        ):
            with pytest.raises(WrongAnswer) as caught:
                await client.get("/a")
            assert str(caught.value) == said
    coroutine.close()


@pytest.mark.anyio
async def test_a_call_without_a_parameter_in_its_path_has_no_id() -> None:
    document = a_document("/a", {})
    async with asking(one_server(document, doing(document, lambda call: call.id))) as client:
        with pytest.raises(LookupError, match=r"call\.id: the path /a has no parameter; see "):
            await client.get("/a")


# --- what it raises


def broken(call: Call) -> Any:
    raise KeyError("rex")


@pytest.mark.anyio
async def test_what_a_behaviour_raises_is_a_500_that_names_the_operation_and_then_raised() -> None:
    document = a_document("/a", {})
    server = one_server(document, doing(document, broken))
    async with asking(server) as client:
        with pytest.raises(KeyError, match="rex"):
            await client.get("/a")
    transport = httpx.ASGITransport(app=server, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        answer = await client.get("/a")
    assert (answer.status_code, answer.json()) == (500, {"detail": "ask: KeyError: 'rex'"})


@pytest.mark.parametrize(
    ("act", "detail"),
    [
        (broken, "ask: KeyError: 'rex'"),
        (
            lambda call: 5,
            "ask: WrongAnswer: ask answers an int; its document names 204 without a b",
        ),
    ],
)
def test_a_served_behaviour_that_raises_is_a_500_and_a_traceback_in_the_log(
    act: Callable[[Call], Any], detail: str, caplog: pytest.LogCaptureFixture
) -> None:
    document = a_document("/a", {})
    log = logging.getLogger("uvicorn.error")
    with on_loopback(one_server(document, doing(document, act))) as client:
        log.addHandler(caplog.handler)  # whose logger tells nobody above it
        answers = [client.get("/a") for _ in range(2)]
    log.removeHandler(caplog.handler)
    assert [each.status_code for each in answers] == [500, 500]
    assert all(each.json()["detail"].startswith(detail) for each in answers)
    assert len([record for record in caplog.records if record.exc_info]) == 2


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("state", "said"),
    [
        (5, "Told.state() gives an int; write a dict"),
        ({"a": {1}}, "Told.state() gives what JSON cannot carry: a: is a set; write it as a text"),
    ],
    ids=repr,
)
async def test_what_is_shown_from_outside_is_json(state: Any, said: str) -> None:
    class Told(Asked):
        def state(self) -> Any:
            return state

    server = one_server(a_document("/a", {}), Told())
    async with asking(server) as client:
        with pytest.raises(WrongAnswer) as caught:
            await client.get("/_sandbox/state")
    assert said in str(caught.value)
    transport = httpx.ASGITransport(app=server, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        answer = await client.get("/_sandbox/state")
    assert answer.status_code == 500
    assert answer.json()["detail"].startswith("Told.state: WrongAnswer: Told.state() gives ")


@pytest.mark.anyio
async def test_a_behaviour_that_cannot_begin_again_is_a_500_that_says_so() -> None:
    worlds = [World(ManualClock())]

    def once(world: World) -> object:
        worlds.pop()
        return Asked()

    server = Server(Platform(a_document("/a", {}), once))
    transport = httpx.ASGITransport(app=server, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
        answer = await client.post("/_sandbox/reset")
    detail = "reset: IndexError: pop from empty list"
    assert (answer.status_code, answer.json()) == (500, {"detail": detail})


@pytest.mark.anyio
@pytest.mark.parametrize("wrong", ["5", True, None, 1.5])
async def test_a_switch_is_of_its_kind(wrong: Any) -> None:
    @dataclass
    class Counting:
        count: int = 1

    class Switched(Asked):
        switches = Counting()

    async with asking(one_server(a_document("/a", {}), Switched())) as client:
        answer = await client.post("/_sandbox/switches", json={"count": wrong})
        assert (answer.status_code, answer.json()) == (400, {"detail": "count is an int."})
        answer = await client.post("/_sandbox/switches", json={"count": 5})
        assert answer.json() == {"count": 5}
