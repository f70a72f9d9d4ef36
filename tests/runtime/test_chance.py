"""What is drawn by chance differs from process to process, whenever it was forked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import commerce_sdk
from tests.conftest import ROOT


@pytest.mark.skipif(
    not hasattr(os, "fork"), reason="no os.fork on this system, so no worker is ever forked here"
)
@pytest.mark.parametrize("backend", ["asyncio", "trio"])
def test_forked_workers_neither_pause_nor_renew_at_the_same_moments(backend: str) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.runtime.forked_workers", backend],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    workers = [line.split() for line in run.stdout.splitlines()]
    assert [len(drawn) for drawn in workers] == [4, 4, 4], run.stderr
    for drawn in zip(*workers, strict=True):
        assert len(set(drawn)) > 1, "all workers drew the same"


def test_no_source_of_chance_in_the_sdk_has_a_state_that_a_fork_would_copy() -> None:
    package = Path(commerce_sdk.__file__).parent
    # As a type (`chance: random.Random`) it may stand anywhere; the sandbox is seeded, on purpose.
    drawn = re.compile(r"from random import.*|(?<!: )\brandom\.(?!SystemRandom\b)\w+")
    found = {
        path.name: drawn.findall(path.read_text(encoding="utf-8"))
        for path in sorted(package.rglob("*.py"))
        if not path.is_relative_to(package / "sandbox")
    }
    assert {name: uses for name, uses in found.items() if uses} == {}
