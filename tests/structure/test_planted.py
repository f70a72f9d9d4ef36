"""Bugs to plant do not rot: each still has its place in the source, and the tests that notice it."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

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
        source = (ROOT / path).read_text(encoding="utf-8")
        assert not name or f"def {name.partition('[')[0]}(" in source, test


def test_pytest_finds_every_test_that_a_bug_names() -> None:
    named = sorted({test for bug in bugs() for test in bug.tests})
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
