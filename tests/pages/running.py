"""A page's blocks, run: programs and tests as files are, fragments as one program that goes on."""

from __future__ import annotations

import ast
import builtins
import contextlib
import importlib
import importlib.util
import io
import re
import subprocess
import sys
import types
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import fields
from pathlib import Path
from typing import Any, Protocol

from tests.pages.blocks import Block, by_section

INI = """\
[pytest]
asyncio_mode = auto
asyncio_default_fixture_loop_scope = function
"""
FILE = re.compile(r"this is `([^`]+)`:\s*$")


class Prelude(Protocol):
    """A module of `preludes`."""

    __all__: list[str]
    Given: type[Any]

    def opened(self) -> AbstractAsyncContextManager[Any]: ...


def prelude_name(page: str) -> str:
    """The module of what a page presumes."""
    name = f"tests.pages.preludes.{Path(page).stem.lower()}"
    return name if importlib.util.find_spec(name) else "tests.pages.preludes.common"


def prelude_of(page: str) -> Prelude:
    found: Any = importlib.import_module(prelude_name(page))
    return found  # type: ignore[no-any-return]


def fixed(prelude: Prelude) -> list[str]:
    """The names of a prelude that need nothing opened."""
    return [name for name in prelude.__all__ if name not in ("Given", "opened")]


def lay_out(blocks: Sequence[Block], folder: Path) -> None:
    """Write the files that the page tells of."""
    for block in blocks:
        if name := FILE.search(block.before):
            (folder / name[1]).write_text(block.code, encoding="utf-8")


def run_program(block: Block) -> str:
    """Run it as its file would be run; gives what it prints."""
    module = types.ModuleType("__main__")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(block.at_its_line(), block.page, "exec"), module.__dict__)
    return printed.getvalue()


async def run_plain_tests(block: Block) -> None:
    """Run tests that take nothing, as they stand."""
    names: dict[str, Any] = {"__name__": "tests_of_the_page"}
    exec(compile(block.at_its_line(), block.page, "exec"), names)
    for name, test in list(names.items()):
        if name.startswith("test_"):
            waiting = test()
            if waiting is not None:
                await waiting


def run_with_pytest(blocks: Sequence[Block], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the tests of a page, each block a file, as a project of its reader's would."""
    names = []
    for block in blocks:
        names.append(f"test_line_{block.line}.py")
        (folder / names[-1]).write_text(block.code, encoding="utf-8")
    (folder / "pytest.ini").write_text(INI, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


async def run_fragments(blocks: Sequence[Block], prelude: Prelude) -> None:
    """Run them in order, those of a section in one namespace, in which each finds what the page
    presumes."""
    async with prelude.opened() as given:
        presumed = {name: getattr(prelude, name) for name in fixed(prelude)}
        presumed |= {each.name: getattr(given, each.name) for each in fields(given)}
        for section in by_section(blocks):
            names: dict[str, Any] = {"__name__": "__page__", "__builtins__": builtins}
            for block in section:
                names |= presumed
                await run_fragment(block, names)


async def run_fragment(block: Block, names: dict[str, Any]) -> None:
    flags = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    code = compile(block.at_its_line(), block.page, "exec", flags=flags)
    waiting = types.FunctionType(code, names)()
    if waiting is not None:  # where the piece itself awaits
        await waiting
