"""The page of methods holds every public name, each with its methods, and an index that leads there."""

from __future__ import annotations

import inspect
import re

import pytest

import commerce_sdk
from codegen.api_page.markdown import anchor
from codegen.api_page.page import page
from codegen.api_page.subjects import clients, is_member, methods, namespaces
from commerce_sdk import journeys
from commerce_sdk.runtime.platform_client import PlatformClient
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
PLATFORMS = {client.__name__: client for client in clients()}
PUBLIC = {name: getattr(commerce_sdk, name) for name in dir(commerce_sdk)} | {
    f"journeys.{name}": getattr(journeys, name) for name in journeys.__all__
}


def entry(name: str) -> str:
    """What the page says of a public name: the text under its heading, or its row of a table."""
    if name in PLATFORMS:
        name = PLATFORMS[name].platform.name
    for heading in (f"## `{name}`\n", f"### `{name}`\n"):
        if f"\n{heading}" in PAGE:
            return re.split(r"\n#{2,3} ", PAGE.partition(f"\n{heading}")[2])[0]
    bare = name.rpartition(".")[2]
    return "".join(
        line
        for line in PAGE.splitlines()
        if line.startswith((f"| `{name}` |", f"| `{bare}(", f"| `await {bare}("))
    )


def entries(name: str) -> str:
    """What it says of a name and of all that it has from others."""
    kind = PUBLIC[name]
    bases = {name for name, each in PUBLIC.items() if each in inspect.getmro(kind)}
    return "".join(map(entry, bases))


def test_it_is_what_the_code_says() -> None:
    assert page() == PAGE


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_an_entry(name: str) -> None:
    assert entry(name)


def public_members() -> list[tuple[str, str]]:
    return [
        (name, member)
        for name, kind in PUBLIC.items()
        if inspect.isclass(kind)
        for each in inspect.getmro(kind)
        if each.__module__.startswith("commerce_sdk")
        for member, value in vars(each).items()
        if is_member(value) and not member.startswith("_")
    ]


def test_every_public_method_is_in_the_entry_of_its_class() -> None:
    spaces = {f"{kind.__name__}.{name}" for kind in clients() for name, _ in namespaces(kind)}
    every = [pair for pair in public_members() if ".".join(pair) not in spaces]
    assert len(every) > 150
    missing = [
        f"{name}.{member}"
        for name, member in every
        if not re.search(rf"`(await )?{member}[(`]", entries(name))
    ]
    assert missing == []


def test_what_every_value_holds_is_in_the_entry_of_its_class() -> None:
    held = [
        (name, field)
        for name, kind in PUBLIC.items()
        for field in getattr(kind, "__struct_fields__", ())
    ]
    assert len(held) > 80
    missing = [each for each in held if not re.search(rf"\b{each[1]}: ", entries(each[0]))]
    assert missing == []


def test_every_method_of_a_platform_has_a_row() -> None:
    for kind in clients():
        for name, namespace in namespaces(kind):
            told = entry(f"{kind.platform.name}.{name}")
            rows = re.findall(r"^\| `(\w+)\(", told, re.MULTILINE)
            assert rows == [method for method, _ in methods(namespace)]


@pytest.mark.parametrize("kind", clients())
def test_the_keywords_of_a_client_are_listed_with_their_types(kind: type[PlatformClient]) -> None:
    told = entry(kind.__name__).replace("\\|", "|")
    for each in inspect.signature(kind).parameters.values():
        assert f"| `{each.name}: {each.annotation}` |" in told
    assert not re.search(r"\| *\|$", told.partition("It has beside")[0], re.MULTILINE)


def test_nothing_is_left_folded_up() -> None:
    assert "Unpack[" not in PAGE
    assert not re.search(r"\*\*\w+: ", PAGE)
    of_commerce_layer = PAGE.partition("## `commerce_layer`")[2].partition("## `storefront`")[0]
    assert not re.search(r"\[[A-Z]\b", of_commerce_layer)


def test_signatures_are_as_python_has_them() -> None:
    place = entry("commerce.orders")
    assert "`prepare(`<br>`order: Placeable \\| None = None,`<br>`/, *, items: " in place
    assert "`list(`<br>`*, page_size: int \\| None = None,`<br>" in place
    assert "`for_organization(organization: str)`" in entry("AdminClient")


def test_types_are_written_as_a_program_writes_them() -> None:
    assert not re.search(r"~[A-Z]|\bcollections\.abc\.|\bcommerce_sdk(\.\w+)+\.[A-Z]", PAGE)
    assert "frozenset({408, 425, 429, " in entry("RetryPolicy")


def test_no_row_leaves_open_what_it_is_about() -> None:
    asked = re.compile(r"\| what it (?:is|does|says) \|\n\|[-|]+\n((?:\|.*\n)+)")
    rows = [row for table in asked.findall(PAGE) for row in table.splitlines()]
    assert len(rows) > 200
    assert [row for row in rows if row.endswith("|  |")] == []


def test_the_index_leads_everywhere() -> None:
    headings = re.findall(r"^#{1,3} (.*)$", PAGE, re.MULTILINE)
    anchors = [anchor(each) for each in headings]
    assert len(anchors) == len(set(anchors)), "two headings lead to one place"
    index = PAGE.partition("## Index")[2].partition("\n## ")[0]
    linked = set(re.findall(r"\]\(#([^)]*)\)", index))
    assert linked <= set(anchors)
    unlisted = {"every-method", "index", "types-that-signatures-name"}
    assert set(anchors) - linked == unlisted


def test_no_cell_has_a_longer_piece_of_code_than_a_page_is_wide() -> None:
    code = re.findall(r"`([^`]*)`", PAGE)
    assert max(map(len, code)) <= 120
