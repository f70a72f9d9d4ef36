"""How blocks are told apart, and what each of them owes its reader."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from dataclasses import fields
from itertools import pairwise
from pathlib import Path

import pytest
from ruamel.yaml import YAML

import commerce_sdk
from tests.conftest import ROOT
from tests.pages import preludes
from tests.pages.blocks import PAGES, Block, blocks_in, blocks_of
from tests.pages.preludes import common
from tests.pages.running import fixed, prelude_name, prelude_of, run_fragments, run_program

BLOCKS = [block for page in PAGES for block in blocks_of(page)]
MOST_MARKED = 3
"""So few blocks may say that they do not run."""

FOLLOWED = {
    # tests/openapi/test_contributing.py does what each of them says; one is the tree of folders.
    "CONTRIBUTING.md": {"py", "sh", "yaml", ""},
    # tests/examples/test_testing_page.py runs pytest with them.
    "docs/testing.md": {"ini"},
    # Pieces of documents, whose keys tests/codegen holds.
    "openapi/README.md": {"yaml"},
}


def bound_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id
        elif isinstance(node, ast.alias):
            yield (node.asname or node.name).partition(".")[0]
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.arg):
            yield node.arg
        elif (isinstance(node, ast.ExceptHandler) and node.name) or (
            isinstance(node, ast.MatchAs | ast.MatchStar) and node.name
        ):
            yield node.name


def presumed_by(block: Block) -> set[str]:
    """The names that it takes from elsewhere."""
    tree = ast.parse(block.code)
    read = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return read - set(bound_in(tree)) - set(dir(builtins))


def imported_in(block: Block) -> set[str]:
    return {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(block.code))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }


PIECES = [block for block in BLOCKS if block.kind == "yaml"]
PYTHON = [block for block in BLOCKS if block.kind == "python" and not block.is_example]


@pytest.mark.parametrize("page", sorted({block.page for block in PYTHON}))
def test_a_block_imports_what_it_uses_itself(page: str) -> None:
    """Who copies a block sees where its names come from."""
    mine = [block for block in PYTHON if block.page == page]
    known = set(dir(commerce_sdk)).union(*(imported_in(block) for block in mine))
    silent = {block.place: presumed_by(block) & known for block in mine}
    assert {place: names for place, names in silent.items() if names} == {}


def test_few_blocks_say_that_they_do_not_run() -> None:
    marked = [block for block in BLOCKS if block.reason is not None]
    assert len(marked) <= MOST_MARKED
    assert all(block.reason and block.kind == "python" for block in marked)


def test_a_block_is_of_a_kind_that_somebody_follows() -> None:
    kinds = {"python", "sh", "json", "text"}
    lost = [each for each in BLOCKS if each.kind not in FOLLOWED.get(each.page, set()) | kinds]
    assert lost == []


SHOWN = {
    "docs/admin.md": "tests/admin/test_page.py",
    "docs/sandbox.md": "tests/sandbox/test_page.py",
}
"""Who holds a page's other texts to what is there: the words of an error."""


def test_what_is_shown_is_printed_by_the_program_before_it_or_held_elsewhere() -> None:
    for before, block in pairwise(BLOCKS):
        if block.kind == "text" and not (before.is_program and before.page == block.page):
            assert (ROOT / SHOWN[block.page]).is_file(), block.place


@pytest.mark.parametrize("block", PIECES, ids=[each.place for each in PIECES])
def test_a_piece_of_a_document_is_yaml(block: Block) -> None:
    assert YAML(typ="safe").load(block.code)


# --- what pages presume

PRELUDES = sorted(
    path.stem
    for path in Path(preludes.__file__).parent.glob("*.py")
    if path.stem not in ("__init__", "common")
)


def test_every_prelude_is_of_a_page() -> None:
    assert set(PRELUDES) <= {Path(page).stem.lower() for page in PAGES}


@pytest.mark.parametrize("page", sorted({block.page for block in PYTHON}))
def test_a_prelude_gives_no_name_of_the_sdk(page: str) -> None:
    prelude = prelude_of(page)
    names = {*fixed(prelude), *(each.name for each in fields(prelude.Given))}
    assert names & (set(dir(commerce_sdk)) - {"sandbox"}) == set()


# --- the reading itself, on a page of its own

PAGE = """\
# A page

```python
value = 1
```

Text.

<!-- does not run: it shows what is wrong -->

```python
nothing.there
```

  ```python
  value + 1
  ```

## The next

```python
import asyncio

asyncio.run(main())
```

```python
async def test_plain() -> None: ...
```

```python
async def test_given(httpx_mock) -> None: ...
```

```python
value
```
"""


def test_blocks_are_told_apart() -> None:
    blocks = blocks_in(PAGE, "page.md")
    assert [block.line for block in blocks] == [4, 12, 16, 22, 28, 32, 36]
    assert [block.section for block in blocks] == ["A page"] * 3 + ["The next"] * 4
    assert [block.reason for block in blocks] == [None, "it shows what is wrong", *[None] * 5]
    assert [block.is_fragment for block in blocks] == [True] * 3 + [False] * 3 + [True]
    assert [block.is_program for block in blocks] == [False] * 3 + [True] + [False] * 3
    assert [block.is_plain_tests for block in blocks][4:6] == [True, False]
    assert [block.needs_pytest for block in blocks][4:6] == [False, True]
    assert blocks[2].code == "value + 1\n"


TRIO = """\
```python
import sniffio
import trio


async def main() -> None:
    print(sniffio.current_async_library())


trio.run(main)
```
"""


def test_a_program_for_trio_runs_on_trio() -> None:
    (program,) = blocks_in(TRIO, "page.md")
    assert program.is_program
    assert run_program(program) == "trio\n"


def test_a_block_that_is_a_file_of_the_examples_is_that_file() -> None:
    text = (ROOT / "examples" / "finance_job.py").read_text(encoding="utf-8")
    page = f"```python\n{text}```\n\n```python\n{text}more\n```\n"
    shown, other = blocks_in(page, "page.md")
    assert shown.is_example
    assert (shown.is_program, shown.is_tests, shown.is_fragment) == (False, False, False)
    assert not other.is_example


def test_a_block_that_is_not_closed_is_refused() -> None:
    with pytest.raises(AssertionError, match=r"page\.md: a block that is not read"):
        blocks_in("```python\nvalue = 1\n", "page.md")


@pytest.mark.anyio
async def test_an_unmarked_block_that_does_not_run_is_refused_at_its_line() -> None:
    first, wrong, *_ = blocks_in(PAGE, "page.md")
    with pytest.raises(NameError, match="nothing") as caught:
        await run_fragments([first, wrong], prelude_of("page.md"))
    assert (caught.traceback[-1].path, caught.traceback[-1].lineno) == ("page.md", wrong.line - 1)


@pytest.mark.anyio
async def test_a_section_begins_anew() -> None:
    first, _, going_on, *_, elsewhere = blocks_in(PAGE, "page.md")
    await run_fragments([first, going_on], prelude_of("page.md"))
    with pytest.raises(NameError, match="value"):
        await run_fragments([first, elsewhere], prelude_of("page.md"))


def test_a_page_without_a_prelude_gets_the_common_one() -> None:
    assert prelude_name("docs/a-new-page.md") == common.__name__
