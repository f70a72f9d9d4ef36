"""CONTRIBUTING.md's ways of adding an operation and a platform, followed to the letter on a copy."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.codegen.generator import write_sources_as_json
from tests.conftest import ROOT

TOOLS = ROOT / ".venv-tools" / "bin" / "python"
COPIED = ("openapi", "codegen", "generated", "src", "tests", "docs", "Makefile", "pyproject.toml")
COPIED += ("requirements", "CHANGELOG.md", "examples", "benchmarks", "README.md", "CONTRIBUTING.md")
TYPES_SEEN = ROOT / ".mypy_cache"
STEP = re.compile(
    r"(?:In\s+`(?P<file>[^`]+)`, after\s+`(?P<line>[^`]+)`:"
    r"|In the new file\s+`(?P<new>[^`]+)`:)?\n\n```(?P<kind>\w+)\n(?P<block>.*?)\n```",
    re.DOTALL,
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    made = copied(tmp_path / "checkout")
    if TYPES_SEEN.exists():  # what a type checker knows of the files that are the same
        shutil.copytree(TYPES_SEEN, made / TYPES_SEEN.name)
    return made


def copied(copy: Path) -> Path:
    """This checkout in a new folder, as a repository of its own."""
    copy.mkdir()
    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            ignored = shutil.ignore_patterns("node_modules", ".hypothesis")
            shutil.copytree(source, copy / name, ignore=ignored)
        else:
            shutil.copy2(source, copy / name)
    subprocess.run(["git", "init", "--quiet", str(copy)], check=True)
    shutil.copy2(ROOT / ".gitignore", copy)
    return copy


def run(command: str, checkout: Path) -> None:
    """Run a command of the page in the copy; it has to go well."""
    done = tried(command, checkout)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"


def tried(command: str, checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in the copy, with the environments of this checkout."""
    program, *arguments = command.split()
    if program == "make":
        made = ["-o", ".venv/ready", "-o", ".venv-tools/ready"]
        given = [f"BIN={Path(sys.executable).parent}", f"TOOLS={TOOLS.parent}"]
        words = ["make", *arguments, *made, *given]
    else:
        environments = {".venv/bin/python": sys.executable, ".venv-tools/bin/python": TOOLS}
        words = [str(environments[program]), *arguments]
    paths = f"{checkout / 'src'}{os.pathsep}{checkout / 'generated'}"
    # A make that runs these tests would be told of in what the make of a command prints.
    kept = {name: os.environ[name] for name in os.environ if not name.startswith("MAKE")}
    # Many commands import the copy: what Python compiles of it stays there, as it does by itself.
    kept.pop("PYTHONDONTWRITEBYTECODE", None)
    environment = {**kept, "PYTHONPATH": paths}
    return subprocess.run(words, cwd=checkout, env=environment, capture_output=True, text=True)


def insert(file: Path, after: str, block: str) -> None:
    lines = file.read_text(encoding="utf-8").split("\n")
    assert lines.count(after) == 1, f"{file.name} has {lines.count(after)} lines {after!r}"
    lines[lines.index(after) + 1 : lines.index(after) + 1] = block.split("\n")
    file.write_text("\n".join(lines), encoding="utf-8")


def follow(checkout: Path, title: str, end: str) -> None:
    """Do what a part of the page says, step by step."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    begin = page.index(title)
    walk = page[begin : page.index(end, begin + 1)]
    steps = list(STEP.finditer(walk))
    assert len(steps) == walk.count("```") / 2
    write_sources_as_json(checkout, but={step["file"] for step in steps})
    for step in steps:
        if step["kind"] == "sh":
            for command in step["block"].split("\n"):
                run(command, checkout)
        elif step["new"]:
            new = checkout / step["new"]
            new.parent.mkdir(exist_ok=True)
            new.write_text(step["block"] + "\n", encoding="utf-8")
        else:
            assert step["file"], f"where does this go?\n{step['block']}"
            insert(checkout / step["file"], step["line"], step["block"])


def test_an_operation_is_added_as_the_page_says(checkout: Path) -> None:
    follow(checkout, "### Adding an operation", "\n### ")

    methods = (checkout / "docs" / "api.md").read_text(encoding="utf-8")
    assert "`receipt(order_id: str)` | `OrderReceipt` | `GET /v2/orders/{id}/receipt`" in methods


def test_a_platform_is_added_as_the_page_says(checkout: Path) -> None:
    follow(checkout, "### Adding a platform", "\nThe generator is pinned")

    methods = (checkout / "docs" / "api.md").read_text(encoding="utf-8")
    assert "## `florist.bills`" in methods
    assert "`Paginator[Bill]` | `GET /v1/bills` | 10 in 1 s | safe |" in methods
    run("make lint", checkout)
    run("make types", checkout)
