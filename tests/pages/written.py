"""The pages as modules, for type checkers: each program a file, the fragments of a section a function."""

from __future__ import annotations

import textwrap
from dataclasses import fields
from pathlib import Path

from tests.pages.blocks import PAGES, Block, blocks_of, by_section
from tests.pages.running import fixed, prelude_name, prelude_of


def modules_of(page: str) -> dict[str, str]:
    """By file name, what type checkers are to see of a page."""
    blocks = [
        block
        for block in blocks_of(page)
        if block.kind == "python" and not block.reason and not block.is_example
    ]
    stem = Path(page).stem.lower()
    written = {
        f"{stem}_line_{block.line}.py": f"# {block.place}\n{block.code}"
        for block in blocks
        if not block.is_fragment
    }
    if fragments := [block for block in blocks if block.is_fragment]:
        written[f"{stem}.py"] = as_functions(page, fragments)
    return written


def as_functions(page: str, fragments: list[Block]) -> str:
    """A function for each section."""
    prelude = prelude_of(page)
    lines = [
        # A fragment ends before its reader has used what it makes.
        "# pyright: reportUnusedVariable=false, reportUnusedFunction=false, reportUnusedClass=false",
        f"from {prelude_name(page)} import {', '.join(['Given', *fixed(prelude)])}",
    ]
    for number, section in enumerate(by_section(fragments)):
        lines += ["", "", f"async def section_{number}(given: Given) -> None:"]
        lines += (f"    {each.name} = given.{each.name}" for each in fields(prelude.Given))
        for block in section:
            lines += [f"    # {block.place}", textwrap.indent(block.code, "    ")]
    return "\n".join(lines)


def write_all(folder: Path) -> list[Path]:
    """Write every page's modules to a folder."""
    files = []
    for page in PAGES:
        for name, text in modules_of(page).items():
            files.append(folder / name)
            files[-1].write_text(text, encoding="utf-8")
    return files
