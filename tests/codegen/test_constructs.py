"""Every construct of OpenAPI is right or refused: generated code does what the document says, or one
line says where it stands and what to write instead, and nothing on disk has changed."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import httpx
import pytest

from commerce_sdk import ApiError, CurrencyMismatch, InvalidRequest
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.runtime.retries.certainty import State
from tests.codegen.constructs import everything  # noqa: F401  fills the table
from tests.codegen.constructs.table import TABLE, Call, Refused, Right
from tests.codegen.constructs.workshop import EARLIER, Workshop, workshop
from tests.codegen.generator import tree

RIGHT = [name for name, each in TABLE.items() if isinstance(each.verdict, Right)]
REFUSED = [name for name, each in TABLE.items() if isinstance(each.verdict, Refused)]


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workshop]:
    made = workshop(tmp_path_factory.mktemp("constructs"))
    sys.path.insert(0, str(made.packages))
    try:
        yield made
    finally:
        sys.path.remove(str(made.packages))
        ours = {*TABLE, *(f"calls_{name}" for name in TABLE)}
        for module in [each for each in sys.modules if each.partition(".")[0] in ours]:
            del sys.modules[module]


def test_there_are_many_constructs() -> None:
    assert len(TABLE) >= 250
    assert len(RIGHT) > 100
    assert len(REFUSED) > 100


def test_what_every_construct_is_an_edit_of_is_a_good_document(shop: Workshop) -> None:
    assert shop.linted["base"].code == 0, shop.linted["base"].said


# --- right


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_generated(shop: Workshop, name: str) -> None:
    outcome = shop.outcomes[name]
    assert outcome.code == 0, outcome.said
    assert not outcome.said


@pytest.mark.parametrize("name", RIGHT)
def test_what_is_right_is_typed(shop: Workshop, name: str) -> None:
    assert shop.outcomes[name].made, "was not generated"
    assert not shop.types.get(name)


def test_the_type_check_is_of_the_constructs_alone(shop: Workshop) -> None:
    assert {name: said for name, said in shop.types.items() if name not in TABLE} == {}


@pytest.mark.anyio
@pytest.mark.parametrize("name", RIGHT)
async def test_what_is_right_is_called(shop: Workshop, name: str) -> None:
    assert shop.outcomes[name].made, "was not generated"
    construct = TABLE[name].verdict
    assert isinstance(construct, Right)
    package = importlib.import_module(name)
    calls = importlib.import_module(f"calls_{name}")
    for number, call in enumerate(construct.calls):
        build, reads = getattr(calls, f"build_{number}"), getattr(calls, f"reads_{number}")
        if call.refused is not None:
            with pytest.raises((InvalidRequest, CurrencyMismatch), match=call.refused) as caught:
                build()
            assert reads(caught.value)
            continue
        with warned(call):
            await answered(package, call, build, reads)


def warned(call: Call) -> AbstractContextManager[Any]:
    if call.warned is None:
        return nullcontext()
    return pytest.warns(DeprecationWarning, match=call.warned)


async def given(client: PlatformClient, request: Any) -> Any:
    """What a request gives, asked as its class says."""
    if request.operation.retry.kind in ("safe", "never"):
        return await client._core.ask(request)

    async def look(context: object) -> None:
        raise AssertionError("nothing was unclear")

    outcome = await client._core.write(request, State.FRESH, look=look, check=lambda answer: None)
    return outcome.answer


async def answered(package: Any, call: Call, build: Any, reads: Any) -> None:
    """Make the request, send it, and read its answer; each as the construct says."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        headers = {"content-type": call.kind} if call.answer else {}
        content = call.answer.encode() if isinstance(call.answer, str) else call.answer
        return httpx.Response(call.status, content=content, headers=headers)

    request = build()
    async with client(package, call, httpx.MockTransport(answer)) as opened:
        if call.status >= 400:
            with pytest.raises(ApiError) as caught:
                await given(opened, request)
            assert caught.value.status == call.status
            assert reads(caught.value), vars(caught.value)
        else:
            read = await given(opened, request)
            assert reads(read), read
    (sent,) = seen
    assert sent.method == request.operation.method
    assert sent.url.path == ("" if call.base_url else "/api") + call.path
    assert tuple(sent.url.params.multi_items()) == call.query
    for header, value in call.headers:
        assert sent.headers.get_list(header) == [value]
    assert sent.content == (call.body or b"")
    if call.body is not None:
        assert sent.headers["content-type"] == call.sent
    if call.accepts is not None:
        assert sent.headers["accept"] == call.accepts


def client(package: Any, call: Call, transport: httpx.MockTransport) -> Any:
    """A client of the package's platform."""
    kind: Any = type(
        "NurseryClient", (PlatformClient,), {"platform": package.PLATFORM, "prefix": "NURSERY_"}
    )
    where = {} if call.base_url is None else {"base_url": call.base_url}
    return kind(token="t0ken-123456", retry=None, limiter=None, transport=transport, **where)


# --- refused


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_one_line_of_where_and_what_to_do(shop: Workshop, name: str) -> None:
    outcome, verdict = shop.outcomes[name], TABLE[name].verdict
    assert isinstance(verdict, Refused)
    assert outcome.code == 1, outcome.said or "was generated"
    assert len(outcome.said.splitlines()) == 1, outcome.said
    said = outcome.said.removeprefix("generation failed: ")
    assert said.startswith((f"{name}.yaml", *TABLE[name].beside)), outcome.said
    assert verdict.names_the_place(said.removeprefix(f"{name}.yaml")), said
    assert verdict.says_what_to_do(said), said


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_changes_nothing(shop: Workshop, name: str) -> None:
    assert tree(shop.packages / name) == EARLIER


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_is_refused_by_the_lint(shop: Workshop, name: str) -> None:
    linted = shop.linted[name]
    assert linted.code == 1, linted.said or "the lint finds nothing"


def test_nothing_is_left_beside_what_is_generated(shop: Workshop) -> None:
    kept = {each.name for each in shop.packages.iterdir() if not each.name.startswith("calls_")}
    assert kept - {"__pycache__"} == TABLE.keys()
