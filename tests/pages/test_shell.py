"""What pages tell to type is there: extras to install, targets to make, programs to start."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
import tomllib

import pytest

from tests.conftest import ROOT
from tests.pages.blocks import PAGES, blocks_of, text_of

FOLLOWED = {"CONTRIBUTING.md"}
"""Whose commands tests/openapi/test_contributing.py runs."""
ASKED = {"docs/testing.md": "tests/examples/test_testing_page.py"}
"""Who sends what a page sends with curl."""

LINES = [
    (block.place, line)
    for page in PAGES
    if page not in FOLLOWED
    for block in blocks_of(page)
    if block.kind == "sh"
    for line in block.code.splitlines()
]


def install(what: str) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    name, _, extra = what.rstrip("]").partition("[")
    assert name in (project["name"], ".")
    assert not extra or extra in project["optional-dependencies"]


def read(variable: str) -> None:
    """The page of options says that it is read."""
    assert f"`{variable}`" in text_of("docs/options.md")


def make(*targets: str) -> None:
    done = subprocess.run(["make", "-n", *targets], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def start(module: str, *options: str) -> None:
    """It takes these options, begins, at whatever port is free, and is ended."""
    command = [sys.executable, "-m", module, *options, "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as program:
        try:
            assert program.stdout is not None
            assert re.match("sandbox ready http://127", program.stdout.readline())
        finally:
            program.terminate()


@pytest.mark.parametrize(("place", "line"), LINES, ids=[f"{at} {line}" for at, line in LINES])
def test_a_command_is_there(place: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    match words:
        case ["pip", "install", what]:
            install(what)
        case ["make", *targets]:
            make(*targets)
        case ["export", setting]:
            read(setting.partition("=")[0])
        case ["python", "-m", "commerce_sdk.sandbox" as module, *options]:
            start(module, *options)
        case ["curl", *_]:
            assert (ROOT / ASKED[place.partition(":")[0]]).is_file()
        case _:
            pytest.fail(f"{place}: nothing tries {line!r}")
