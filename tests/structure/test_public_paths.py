"""What the pages show a user to import is what the page of versions calls public."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "versioning.md"
CODE = re.compile(r"^```py(?:thon)?\n(.*?)^```", re.MULTILINE | re.DOTALL)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
PROGRAMS = sorted((ROOT / "examples").rglob("*.py"))


def public() -> set[str]:
    """The modules that the table names; `.faults` and the like are of the one before."""
    table = PAGE.read_text(encoding="utf-8").partition("## What is public")[2].partition("\n##")[0]
    rows = [row.split("|")[1] for row in table.splitlines() if row.startswith("| ")]
    found: set[str] = set()
    for row in rows:
        last = ""
        for name in re.findall(r"`((?:commerce_sdk|\.)[\w.<>]*)`", row):
            last = last if name.startswith(".") else name
            found.add(last + name if name.startswith(".") else name)
    return found


def imported(code: str) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {
        name for name in found if name.partition(".")[0] in ("commerce_sdk", "commerce_sdk_api")
    }


def is_public(module: str) -> bool:
    generated = re.sub(r"^commerce_sdk_api\.\w+", "commerce_sdk_api.<platform>", module)
    return bool({module, generated} & public())


def blocks(page: Path) -> list[str]:
    return CODE.findall(page.read_text(encoding="utf-8"))


def test_the_page_names_what_it_calls_public() -> None:
    assert public() >= {
        "commerce_sdk",
        "commerce_sdk.models",
        "commerce_sdk.sandbox",
        "commerce_sdk.sandbox.faults",
        "commerce_sdk_api.<platform>.models",
    }
    assert not is_public("commerce_sdk.runtime.core")
    assert is_public("commerce_sdk_api.commerce.models")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_import_what_is_public_alone(page: Path) -> None:
    for block in blocks(page):
        try:
            found = imported(block)
        except SyntaxError:  # a piece of a program
            found = set(re.findall(r"^(?:from|import) (commerce_sdk[\w.]*)", block, re.MULTILINE))
        assert [module for module in found if not is_public(module)] == []


@pytest.mark.parametrize("program", PROGRAMS, ids=lambda program: program.name)
def test_examples_import_what_is_public_alone(program: Path) -> None:
    found = imported(program.read_text(encoding="utf-8"))
    assert [module for module in found if not is_public(module)] == []


def test_every_public_module_is_there() -> None:
    from importlib import import_module

    for module in public() - {"commerce_sdk_api.<platform>.models"}:
        assert import_module(module)


FILES = re.compile(r"`([\w./-]+/[\w.-]+\.(?:py|yaml|json|jinja))`")
NEW = re.compile(r"In\s+(?:the new file\s+)?`[^`]+`")
MAINTAINERS = [ROOT / "CONTRIBUTING.md", ROOT / "openapi/README.md", ROOT / "codegen/README.md"]


@pytest.mark.parametrize(
    "page", [*PAGES, *MAINTAINERS], ids=lambda page: str(page.relative_to(ROOT))
)
def test_files_that_pages_name_are_there(page: Path) -> None:
    # What a recipe makes is not there yet; another test follows it.
    text = NEW.sub("", CODE.sub("", page.read_text(encoding="utf-8")))
    near = (ROOT, page.parent, ROOT / "src" / "commerce_sdk", ROOT / "codegen", ROOT / "src")
    named = FILES.findall(text)
    assert [each for each in named if not any((base / each).exists() for base in near)] == []
