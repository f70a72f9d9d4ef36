"""Bugs to plant do not rot: each still has its place in the source, and the tests that notice it."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections import Counter
from functools import cache

import pytest

from tests.conftest import ROOT
from tests.planted.__main__ import bugs
from tests.planted.bug import Bug


@pytest.mark.parametrize("bug", bugs(), ids=lambda bug: bug.name)
def test_a_bug_has_its_place_and_its_tests(bug: Bug) -> None:
    assert (ROOT / bug.file).read_text(encoding="utf-8").count(bug.old) == 1
    assert bug.new != bug.old
    for test in bug.tests:
        path, _, name = test.partition("::")
        assert path.rpartition("/")[2].startswith("test_"), test
        found = names_in(path)
        assert not name or name.partition("[")[0] in found, test


@cache
def names_in(path: str) -> frozenset[str]:
    """The tests that pytest finds in a file, but for their rows."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    functions = ast.FunctionDef | ast.AsyncFunctionDef
    names = (each.name for each in tree.body if isinstance(each, functions))
    return frozenset(name for name in names if name.startswith("test_"))


def test_pytest_finds_every_row_that_a_bug_names() -> None:
    named = sorted({test for bug in bugs() for test in bug.tests if "[" in test})
    found = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *named],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout[-2000:] + found.stderr


def test_each_bug_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(bug.name for bug in bugs()).items() if times > 1] == []
