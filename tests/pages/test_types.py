"""Every block of every page holds before a strict type checker."""

from __future__ import annotations

from pathlib import Path

from tests.pages.written import write_all
from tests.support.type_checker import strictly_checked


def test_all_blocks_hold_before_a_strict_type_checker(tmp_path: Path) -> None:
    files = write_all(tmp_path)
    assert files
    assert strictly_checked(*files) == ""
