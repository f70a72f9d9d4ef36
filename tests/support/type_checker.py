"""mypy over a program, as a process of its own: within ours it would change the recursion limit."""

from __future__ import annotations

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from tests.conftest import ROOT

KNOWN = ROOT / ".mypy_cache"
"""What it knows of our own files and of others', where `make types` has run."""


def strictly_checked(*programs: Path | str, beside: Path | None = None) -> str:
    """What a strict check of files and folders finds, or as mypy's own options say; nothing where
    all is well. What is imported can lie `beside` as well."""
    config = ["--strict", "--config-file", str(ROOT / "pyproject.toml"), "--no-error-summary"]
    done = subprocess.run(
        [
            *(sys.executable, "-m", "mypy", *config, "--cache-dir", str(_known())),
            *("--show-absolute-path", *map(str, programs)),
        ],
        cwd=ROOT,
        env={**os.environ, **({} if beside is None else {"MYPYPATH": str(beside)})},
        capture_output=True,
        text=True,
        check=False,
    )
    assert not done.stderr, done.stderr
    assert done.returncode == bool(done.stdout), f"mypy ended with {done.returncode}"
    return done.stdout


@cache
def _known() -> Path:
    """A copy for this process, which adds to it: another one may run beside it."""
    folder = Path(tempfile.mkdtemp(prefix="types-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    if KNOWN.exists():
        shutil.copytree(KNOWN, folder, dirs_exist_ok=True)
    return folder
