"""Every way in which a document sends a parameter: what goes out, and what is refused."""

from __future__ import annotations

import datetime
import importlib
import inspect
import re
import sys
import warnings
from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, Literal, get_args, get_type_hints
from urllib.parse import parse_qsl

import httpx
import pytest

from commerce_sdk import CurrencyMismatch, InvalidRequest, Money
from commerce_sdk.document import amount_kinds, container_kinds, kinds
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk.secret import Secret
from commerce_sdk.value import Value
from tests.codegen.generator import DOCUMENTS, generate
from tests.conftest import ROOT
from tests.support.wires import Server, Wire

pytestmark = pytest.mark.anyio


@pytest.fixture(scope="module")
def depot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Any]]:
    """Imports a module of what is generated, by its name in the package."""
    root = tmp_path_factory.mktemp("generated")
    run = generate("--document", DOCUMENTS / "parameters.yaml", "--output", root / "depot")
    assert run.returncode == 0, run.stderr
    sys.path.insert(0, str(root))
    try:
        yield lambda name: importlib.import_module(f"depot.{name}")
    finally:
        sys.path.remove(str(root))
        for name in [each for each in sys.modules if each.partition(".")[0] == "depot"]:
            del sys.modules[name]


@pytest.fixture
def build(depot: Callable[[str], Any]) -> Callable[..., Any]:
    """Builds a request of an operation."""

    def built(operation: str, **arguments: Any) -> Any:
        return depot(f"api.default.{operation}").build(**arguments)

    return built


@pytest.fixture
def models(depot: Callable[[str], Any]) -> Any:
    return depot("models")


def client(depot: Callable[[str], Any], **settings: Any) -> Any:
    platform = {"platform": importlib.import_module("depot").PLATFORM}
    kind: Any = type("DepotClient", (PlatformClient,), {**platform, "prefix": "DEPOT_"})
    return kind(token="t0ken-123456", retry=None, limiter=None, **settings)


class Heads(Server):
    """Answers everything with 204 and keeps what it was sent."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[bytes] = []

    def serve(self, wire: Wire) -> None:
        while True:
            head, _, _ = wire.receive_until(b"\r\n\r\n").partition(b"\r\n\r\n")
            self.lines.extend(head.split(b"\r\n"))
            wire.send(b"HTTP/1.1 204 X\r\n\r\n")


# --- what generated code can name


def test_all_that_writes_a_value_is_imported_by_all_that_is_generated() -> None:
    listed = (ROOT / "codegen/templates/request_imports.py.jinja").read_text(encoding="utf-8")
    names = set(re.findall(r"\w+", listed))
    written_by = {
        name
        for module in (kinds, amount_kinds, container_kinds)
        for name, found in inspect.getmembers(module, inspect.isclass)
        if issubclass(found, Value) and found.__module__ == module.__name__
    }
    assert written_by - {"Scope", "Field"} <= names
    for template in ("endpoint_module.py.jinja", "model.py.jinja"):
        text = (ROOT / "codegen/templates" / template).read_text(encoding="utf-8")
        assert '{% include "request_imports.py.jinja" %}' in text


# --- lists


async def test_lists_go_out_with_the_delimiters_that_openapi_writes(
    depot: Callable[[str], Any], build: Callable[..., Any]
) -> None:
    request = build(
        "list_ways",
        needed=["x", "y"],
        each_=["a,b", "c"],
        comma=["a", "b c"],
        space=["a", "b,c"],
        pipe=["a", "b&c"],
        x_ids=["a", "b"],
    )
    with Heads() as server:
        async with client(depot, base_url=f"http://127.0.0.1:{server.port}") as asked:
            await asked._core.ask(request)
            await asked._core.ask(build("get_several", ids=["a/b", "c"]))
    first = b"GET /lists?each=a%2Cb&each=c&comma=a,b%20c&space=a%20b,c&pipe=a%7Cb%26c"
    assert first + b"&needed=x&needed=y HTTP/1.1" in server.lines
    assert b"GET /lists/a%2Fb,c HTTP/1.1" in server.lines
    assert b"X-Ids: a,b" in server.lines
    sent = next(line for line in server.lines if line.startswith(b"GET /lists?")).split()[1]
    read = parse_qsl(sent.partition(b"?")[2].decode())
    assert dict(read)["comma"].split(",") == ["a", "b c"]
    assert dict(read)["space"].split(" ") == ["a", "b,c"]
    assert dict(read)["pipe"].split("|") == ["a", "b&c"]


def test_the_entries_of_a_list_are_written_as_what_they_are(
    build: Callable[..., Any], models: Any
) -> None:
    query = build(
        "list_ways",
        needed=["x"],
        colours=[models.Colour.RED, "blue"],
        days=[datetime.date(2026, 1, 2), "2026-01-03"],
        numbers=(1, 2),
    ).query
    expected = (("colours", "red,blue"), ("days", "2026-01-02,2026-01-03"), ("numbers", "1,2"))
    assert query == (*expected, ("needed", "x"))


@pytest.mark.parametrize(
    ("arguments", "path"),
    [
        ({"comma": ["a", "b,c"]}, "comma[1]"),
        ({"space": ["a b"]}, "space[0]"),
        ({"pipe": ["a", "b|"]}, "pipe[1]"),
        ({"comma": ["a", ""]}, "comma[1]"),
        ({"x_ids": ["a,b"]}, "X-Ids[0]"),
        ({"numbers": [1]}, "numbers"),
        ({"numbers": [1, 0]}, "numbers[1]"),
        ({"colours": ["green"]}, "colours[0]"),
        ({"needed": []}, "needed"),
        ({"comma": "a"}, "comma"),
    ],
)
def test_an_entry_that_no_server_could_tell_is_refused(
    build: Callable[..., Any], arguments: dict[str, Any], path: str
) -> None:
    with pytest.raises(InvalidRequest) as caught:
        build("list_ways", **{"needed": ["x"], **arguments})
    assert caught.value.path == path


def test_an_empty_list_is_left_out_where_it_may_be(build: Callable[..., Any]) -> None:
    request = build("list_ways", needed=["x"], comma=[], each_=[], x_ids=[])
    assert (request.query, request.headers) == ((("needed", "x"),), ())
    with pytest.raises(InvalidRequest, match="ids: may not be empty"):
        build("get_several", ids=[])


def test_a_list_of_secrets_is_one(build: Callable[..., Any]) -> None:
    (_, (_, keys)) = build("list_ways", needed=["x"], keys=["k1", "k2"]).query
    assert isinstance(keys, Secret)
    assert str(keys) == "k1,k2"


# --- objects


def test_an_object_goes_out_field_by_field(build: Callable[..., Any], models: Any) -> None:
    request = build(
        "find",
        filter_=models.Filter(
            colour="red", min_price=Money.of("1.50", "USD"), since=datetime.date(2026, 1, 2)
        ),
        strict=models.Strict(word="w", sure=True),
    )
    assert request.query == (
        ("filter[colour]", "red"),
        ("filter[minPrice]", "150"),
        ("filter[since]", "2026-01-02"),
        ("strict[word]", "w"),
        ("strict[sure]", "true"),
    )


def test_an_object_is_held_to_its_schema(build: Callable[..., Any], models: Any) -> None:
    with pytest.raises(InvalidRequest, match=r"strict\.word"):
        build("find", strict=models.Strict(word="long"))
    with pytest.raises(InvalidRequest, match="strict"):
        build("find", strict={"word": "w"})
    priced = models.Filter(min_price=Money.of("1", "USD"))
    with pytest.raises(CurrencyMismatch):
        build("find", strict=models.Strict(word="w"), filter_=priced, currency="EUR")


# --- constants and amounts


def test_a_constant_that_has_to_be_there_is(
    build: Callable[..., Any], depot: Callable[[str], Any]
) -> None:
    assert build("ask_constant").query == (("version", "v1"),)
    request = build("ask_constant", level=1, all_=True, over=Money.of("2", "USD"), x_flag=False)
    assert request.query == (("version", "v1"), ("level", "1"), ("all", "true"), ("over", "200"))
    assert request.headers == (("X-Flag", "false"),)
    hints = get_type_hints(depot("api.default.ask_constant").build)
    assert hints["version"] == Literal["v1"]
    assert Literal[True] in get_args(hints["all_"])
    for wrong in ({"version": "v2"}, {"level": True}, {"level": 2}, {"all_": 1}):
        with pytest.raises(InvalidRequest):
            build("ask_constant", **wrong)


# --- names


def test_names_are_told_apart_and_their_signs_go_out(build: Callable[..., Any]) -> None:
    request = build(
        "ask_named",
        id="{ab}",
        a="1%",
        ab="{a}",
        id_query="q",
        id_header="h",
        body_="b",
        body_header="c",
        user_id="u",
        user_id_old="o",
        dash="d",
        quotex="x",
        größe="g",
    )
    assert request.path == "/named/%7Bab%7D/%7Ba%7D/1%25/100%25"
    assert request.query == (
        ("id", "q"),
        ("body", "b"),
        ("userId", "u"),
        ("user_id", "o"),
        ("-", "d"),
        ("q\"uo'te\n{{x}}\\", "x"),
        ("größe", "g"),
    )
    assert request.headers == (("id", "h"), ("body", "c"))


async def test_any_name_arrives(depot: Callable[[str], Any], build: Callable[..., Any]) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    request = build("ask_named", id="a b", a="2", ab="3", quotex="x", größe="ä ö", id_header="h")
    async with client(depot, transport=httpx.MockTransport(answer)) as asking:
        await asking._core.ask(request)
    assert asked[0].url.raw_path.startswith(b"/api/named/a%20b/3/2/100%25?")
    assert asked[0].url.params["q\"uo'te\n{{x}}\\"] == "x"
    assert asked[0].url.params["größe"] == "ä ö"
    assert asked[0].headers["id"] == "h"


# --- what is deprecated, and what stands in for what is left out


def test_what_is_deprecated_warns_whoever_used_it(build: Callable[..., Any]) -> None:
    with pytest.warns(DeprecationWarning, match="the operation ask_old is") as caught:
        build("ask_old")
    assert caught[0].filename == __file__
    with pytest.warns(DeprecationWarning, match="size of ask_newer") as caught:
        assert build("ask_newer", size=1).query == (("size", "1"),)
    assert len(caught) == 1
    with (
        pytest.warns(DeprecationWarning, match="order of ask_newer"),
        pytest.warns(DeprecationWarning, match="size of ask_newer"),
    ):
        build("ask_newer", size=1, order="asc")


def test_it_warns_once_for_each_line(build: Callable[..., Any]) -> None:
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("default")
        for _ in range(3):
            build("ask_old")
    assert len(caught) == 1


def test_the_docstring_says_what_is_deprecated_and_what_is_taken(
    depot: Callable[[str], Any],
) -> None:
    assert depot("api.default.ask_old").build.__doc__.startswith("Deprecated. The old way.")
    text = " ".join(depot("api.default.ask_newer").build.__doc__.split())
    assert 'order: Deprecated. The order. Left out, the platform takes "asc".' in text


# --- bodies


def test_a_form_is_written_as_one(build: Callable[..., Any], models: Any) -> None:
    body = models.FormInput(
        name="a b&c=ü\n",
        tags=["x", "y"],
        price=Money.of("1.50", "USD"),
        sure=False,
        day=datetime.date(2026, 1, 2),
        colour="red",
    )
    request = build("send_form", body=body)
    assert request.content_type == "application/x-www-form-urlencoded"
    written = b"name=a+b%26c%3D%C3%BC%0A&tags=x&tags=y&price=1.50&currency=USD&sure=false"
    assert request.body == written + b"&day=2026-01-02&colour=red"
    assert build("maybe_send_form").body is None
    with pytest.raises(InvalidRequest, match="tags: may not be empty"):
        build("send_form", body=models.FormInput(name="n", tags=[]))
    with pytest.raises(InvalidRequest, match="a FormInput"):
        build("send_form", body={"name": "n"})


async def test_a_form_arrives_as_one(
    depot: Callable[[str], Any], build: Callable[..., Any], models: Any
) -> None:
    asked: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        return httpx.Response(204)

    async with client(depot, transport=httpx.MockTransport(answer)) as asking:
        await asking._core.ask(build("send_form", body=models.FormInput(name="n")))
    assert asked[0].headers["content-type"] == "application/x-www-form-urlencoded"
    assert asked[0].content == b"name=n"


def test_a_body_is_a_list_or_a_map_or_a_scalar_of_python(
    build: Callable[..., Any], models: Any
) -> None:
    price = models.PriceInput
    dollars, yen = price(price=Money.of("1.50", "USD")), price(price=Money.of("100", "JPY"))
    assert build("send_list", body=[dollars, dollars]).body == b'[{"price":1.50},{"price":1.50}]'
    with pytest.raises(CurrencyMismatch):
        build("send_list", body=[dollars, yen])
    with pytest.raises(CurrencyMismatch):
        build("send_list", body=[dollars], currency="EUR")
    with pytest.raises(InvalidRequest):
        build("send_list", body=[])
    with pytest.raises(InvalidRequest, match=r"\[1\]: expected a PriceInput"):
        build("send_list", body=[dollars, {}])
    assert build("send_map", body={"a": "red"}).body == b'{"a":"red"}'
    with pytest.raises(InvalidRequest) as caught:
        build("send_map", body={"a": "green"})
    assert caught.value.path == "a"
    request = build("send_scalar", body="why")
    assert (request.body, request.content_type) == (b'"why"', "application/vnd.depot+json")
    with pytest.raises(InvalidRequest):
        build("send_scalar", body="too long")


def test_null_is_a_body_and_none_is_none(build: Callable[..., Any], models: Any) -> None:
    assert build("send_nullable").body is None
    assert build("send_nullable", body=None).body == b"null"
    assert build("send_nullable", body=models.FormInput(name="n")).body == b'{"name":"n"}'
    assert build("send_animal").body is None
    assert build("send_animal", body=None).body is None
    for kind in ("cat", "dog"):
        model = getattr(models, f"{kind.title()}Input")
        assert build("send_animal", body=model()).body == f'{{"kind":"{kind}"}}'.encode()


def test_numbers_go_out_exactly(build: Callable[..., Any], models: Any) -> None:
    body = [models.PriceInput(price=Money.of(Decimal("12345678901234567890.12"), "USD"))]
    assert build("send_list", body=body).body == b'[{"price":12345678901234567890.12}]'
