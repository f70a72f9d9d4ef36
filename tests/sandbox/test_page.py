"""The page of the sandbox: the example of a platform of one's own runs, and prints what it says."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from commerce_sdk.sandbox import engine
from commerce_sdk.sandbox.commerce import commerce_platform
from tests.conftest import ROOT

PAGE = (ROOT / "docs" / "sandbox.md").read_text(encoding="utf-8")
_, ANOTHER = PAGE.split("## Another platform")


def block(kind: str) -> str:
    """The first block of a kind in the part about another platform."""
    found = re.search(rf"```{kind}\n(.*?)```", ANOTHER, re.DOTALL)
    assert found is not None
    return found[1]


def test_the_example_of_another_platform_prints_what_the_page_says(tmp_path: Path) -> None:
    (tmp_path / "shop.json").write_text(block("json"), encoding="utf-8")
    (tmp_path / "shop.py").write_text(block("python"), encoding="utf-8")
    command = [sys.executable, "shop.py"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr) == (0, "")
    assert run.stdout == block("text")


def test_the_page_names_what_there_is() -> None:
    named = set(re.findall(r"`([A-Z][a-z][A-Za-z]+)\b", ANOTHER)) - {"Stock"}
    assert named
    assert named <= set(engine.__all__)
    for name in ("fail_next", "recover", "calls"):
        assert f"`.{name}" in ANOTHER or f"`platform.{name}" in ANOTHER
        assert hasattr(commerce_platform(), name)
