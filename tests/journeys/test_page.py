"""The page of journeys: its pieces run through a crash, and the names and keywords
that it tells of are there."""

from __future__ import annotations

import ast
import builtins
import inspect
import json
import re
import types
from collections.abc import AsyncIterator
from typing import Any

import msgspec
import pytest

import commerce_sdk
from commerce_sdk import journeys
from commerce_sdk.journeys.window import MARGIN, TELLING
from commerce_sdk_api.admin import api
from tests.conftest import ROOT
from tests.journeys.two_platforms import APP, EMAIL, TwoPlatforms, two_platforms
from tests.pages.blocks import blocks_of

PAGE = (ROOT / "docs" / "journeys.md").read_text(encoding="utf-8")
OPTIONS = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")
_, INSTALL, RESUME, FOLLOW = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
FUNCTIONS = [
    getattr(journeys, name)
    for name in journeys.__all__
    if inspect.isfunction(getattr(journeys, name))
]


@pytest.fixture
async def world() -> AsyncIterator[TwoPlatforms]:
    async with two_platforms() as made:
        yield made


async def run(piece: str, world: TwoPlatforms, **names: Any) -> dict[str, Any]:
    """Run a piece of the page between the two clients; gives what it has made."""
    given = {
        "__builtins__": builtins,
        "journeys": journeys,
        "admin": world.admin,
        "commerce": world.commerce,
        "keep": world.kept,
        "OFFERING": APP,
        **names,
    }
    code = compile(piece, "docs/journeys.md", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
    waiting = types.FunctionType(code, given)()
    if waiting is not None:  # where the piece itself awaits
        await waiting
    return given


@pytest.mark.anyio
async def test_an_app_is_installed_and_followed(
    world: TwoPlatforms, capsys: pytest.CaptureFixture[str]
) -> None:
    made = await run(INSTALL, world)
    await run(FOLLOW, world, journey=made["journey"])

    begun, *_, ended = capsys.readouterr().out.splitlines()
    request_id = made["journey"].request_id
    assert re.fullmatch(rf"{request_id}, to be ordered by \d\d:\d\d:\d\d", begun)
    assert ended == "the provisioning is COMPLETED"
    (entitlement,) = (await made["journey"].result()).entitlements
    assert entitlement.offering == APP


@pytest.mark.anyio
async def test_a_provisioning_whose_answer_was_lost_is_told(
    world: TwoPlatforms, capsys: pytest.CaptureFixture[str]
) -> None:
    class Killed(BaseException):
        pass

    async def keep(token: str) -> None:
        await world.kept(token)
        if world.kept.stages[-1] == "provisioning":
            raise Killed

    with pytest.raises(Killed):
        await run(INSTALL, world, keep=keep)
    await run(RESUME, world, token=world.kept.tokens[-1])

    said = capsys.readouterr().out
    assert "its answer is lost; nothing was ordered" in said
    assert "now 'acme' has ari:cloud:jira-software::site/" in said
    assert world.provisionings == {}


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("stage", "provisionings", "orders"),
    [("started", 1, 1), ("ordering", 1, 1), ("following", 1, 1)],
)
async def test_a_crash_after_each_other_token_is_gone_on_with(
    stage: str, provisionings: int, orders: int, world: TwoPlatforms
) -> None:
    async def keep(token: str) -> None:
        await world.kept(token)
        if len(world.kept.tokens) == len(set(world.kept.stages)) and world.kept.stages[-1] == stage:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await run(INSTALL, world, keep=keep)
    made = await run(RESUME, world, token=world.kept.tokens[-1])
    await made["journey"].result()
    assert (len(world.provisionings), world.order_receipts) == (provisionings, orders)


@pytest.mark.anyio
async def test_a_service_keeps_a_row_until_its_journey_has_ended(world: TwoPlatforms) -> None:
    piece = piece_with("async def begin(")
    kept: dict[str, str] = {}

    class Rows:
        async def put(self, key: str, token: str) -> None:
            kept[key] = token
            await world.kept(token)

        async def delete(self, key: str) -> None:
            del kept[key]

    made = await run(piece, world, rows=Rows(), SITE="acme", EMAIL=EMAIL)
    app = journeys.app(APP, app_key="com.example.timesheets", quantities={"user": 100})
    await made["begin"]("mine", app)
    assert kept == {}
    assert world.kept.stages == ["started", "provisioning", "ordering", "following"]


@pytest.mark.anyio
async def test_a_result_is_handed_out_as_json(world: TwoPlatforms) -> None:
    piece = piece_with("def as_json(")
    journey = await world.begin()
    done = await journey.result()
    made = await run(piece, world, msgspec=msgspec)
    shown = json.loads(made["as_json"](done))
    assert shown["order"] == json.loads(done.order.to_json())
    assert [each["entitlement"] for each in shown["entitlements"]] == [
        each.entitlement for each in done.entitlements
    ]
    assert "commerce_sdk:" not in str(shown)
    steps = [step async for step in journey.steps()]
    (begun,) = (each for each in steps if isinstance(each, journeys.ProvisioningBegun))
    assert json.loads(msgspec.json.encode(begun))["request_id"] == journey.request_id


def piece_with(words: str) -> str:
    """The piece of the page of services that has these words."""
    (piece,) = (block.code for block in blocks_of("docs/service.md") if words in block.code)
    return piece


def words_in_code(text: str) -> set[str]:
    return set(re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL)))


def test_the_names_of_the_page_are_there() -> None:
    names = {
        name
        for word in words_in_code(PAGE)
        for name in re.findall(r"\b[A-Z][a-z]\w*[a-z]\w*\b|\b[A-Z]+_[A-Z_]+\b", word)
    }
    known = {*dir(commerce_sdk), *dir(commerce_sdk.errors), *journeys.__all__}
    known |= {"Exception", "IN_PROGRESS", "SYNC_ORDER", "True"}
    assert {"JourneyFailed", "ProvisioningUnclear", "JIRA_PREMIUM", "SiteFound"} <= names
    assert names - known == set()


def test_the_keywords_of_the_page_are_taken() -> None:
    taken = {name for each in FUNCTIONS for name in inspect.signature(each).parameters}
    told = {
        keyword for word in words_in_code(PAGE) for keyword in re.findall(r"\b([a-z_]+)=", word)
    }
    assert {"parent", "new_site", "container", "product_ari", "provision_again"} <= told
    assert told - taken == set()


def test_the_table_of_products_is_what_they_are() -> None:
    rows = re.findall(r"^\| `(\w+)\((.*)\)` \| .*? \|(.*)\|$", PAGE, re.MULTILINE)
    assert [name for name, _, _ in rows] == ["jira", "jsm", "confluence", "app"]
    for name, arguments, offering in rows:
        function = getattr(journeys, name)
        needed = [
            parameter.name
            for parameter in inspect.signature(function).parameters.values()
            if parameter.default is parameter.empty
        ]
        assert re.findall(r"\w+", arguments) == needed
        if name != "app":
            made = function(**dict.fromkeys(needed, 1), parent="p")
            (default,) = re.findall(r"`([A-Z_]+)`", offering)
            assert made.offering == getattr(journeys, default)


def test_the_numbers_of_the_page_are_those_of_the_code() -> None:
    for operation in (api.apps.provision_app, api.products.provision_products):
        assert operation.OPERATION.completed_within == 600
    assert "within ten minutes" in PAGE
    said = " ".join(PAGE.split())
    assert f" {MARGIN:.0f} seconds before the end" in said
    assert f"until {TELLING:.0f} seconds before the end" in said


def test_the_table_of_options_is_what_a_journey_takes() -> None:
    (table,) = re.findall(r"^\| of a journey \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", OPTIONS, re.MULTILINE)
    said = dict(re.findall(r"^\| `(\w+)` \| `(.*?)` \|", table, re.MULTILINE))
    site, app = (
        {
            parameter.name: repr(parameter.default)
            for parameter in inspect.signature(function).parameters.values()
            if parameter.default is not parameter.empty
        }
        for function in (journeys.provision_and_order, journeys.install_app)
    )
    assert said == {name: site[name] for name in site.keys() & app.keys()}
    own = (site.keys() ^ app.keys()) | {"site"}
    assert own == {"new_site", "timezone", "container", "site", "product", "product_ari"}
    assert all(f"`{name}`" in OPTIONS.partition("## Journeys")[2] for name in own)
