"""The blocks of a page, in their order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import groupby

from tests.conftest import ROOT

PAGES = [
    *("README.md", "CONTRIBUTING.md", "openapi/README.md", "codegen/README.md"),
    *sorted(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md")),
]

FENCE = re.compile(
    r"(?:^<!-- does not run: (?P<reason>.*?) -->\n\n?)?"
    r"^(?P<indent> *)```(?P<kind>[a-z]*)\n(?P<code>.*?)^ *```$",
    re.DOTALL | re.MULTILINE,
)
RUNS_ITSELF = re.compile(r"^(?:asyncio|trio|anyio)\.run\(", re.MULTILINE)
TESTS = re.compile(r"^(?:async )?def test_", re.MULTILINE)
NEEDS_PYTEST = re.compile(r"^(?:async )?def test_\w+\([^)]|^@pytest\.", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """`section` is the heading that it stands under, `before` the text between it and the block
    before, `reason` why it does not run."""

    page: str
    section: str
    line: int
    kind: str
    code: str
    before: str
    reason: str | None

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_example(self) -> bool:
        """It is a file of examples/, word for word, which is run and checked there."""
        return self.code in examples()

    @property
    def _runs_here(self) -> bool:
        return self.kind == "python" and not self.is_example

    @property
    def is_program(self) -> bool:
        """It starts an event loop of its own, so a reader runs it as a file."""
        return self._runs_here and bool(RUNS_ITSELF.search(self.code))

    @property
    def is_tests(self) -> bool:
        return self._runs_here and bool(TESTS.search(self.code))

    @property
    def is_plain_tests(self) -> bool:
        return self.is_tests and not NEEDS_PYTEST.search(self.code)

    @property
    def needs_pytest(self) -> bool:
        """Its tests are given fixtures, or more than one set of values."""
        return self.is_tests and not self.is_plain_tests

    @property
    def is_fragment(self) -> bool:
        """It goes on where the fragments before it in its section stopped."""
        return self._runs_here and not self.is_program and not self.is_tests

    def at_its_line(self) -> str:
        """The code where it stands on the page, so that a traceback names the page's line."""
        return "\n" * (self.line - 1) + self.code


@cache
def examples() -> frozenset[str]:
    files = (ROOT / "examples").rglob("*.py")
    return frozenset(path.read_text(encoding="utf-8") for path in files)


def text_of(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_in(text: str, page: str) -> list[Block]:
    found, end, section = [], 0, ""
    for each in FENCE.finditer(text):
        line = text[: each.start("code")].count("\n") + 1
        code = re.sub(rf"^{each['indent']}", "", each["code"], flags=re.MULTILINE)
        before = text[end : each.start()]
        section = (re.findall(r"^#+ (.*)", before, re.MULTILINE) or [section])[-1]
        found.append(Block(page, section, line, each["kind"], code, before, each["reason"]))
        end = each.end()
    assert text.count("```") == 2 * len(found), f"{page}: a block that is not read"
    return found


def by_section(blocks: Iterable[Block]) -> list[list[Block]]:
    return [list(each) for _, each in groupby(blocks, lambda block: block.section)]


def blocks_of(page: str) -> list[Block]:
    return blocks_in(text_of(page), page)
