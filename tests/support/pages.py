"""What pages of the docs print and tabulate, held to what is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.conftest import ROOT

OPTIONS = (ROOT / "docs" / "options.md").read_text(encoding="utf-8")


def option_rows(head: str) -> list[list[str]]:
    """The rows of the table of options whose first column has this head."""
    (table,) = re.findall(rf"^\| {head} \|.*\n\|[-|]+\|\n((?:\|.*\n)+)", OPTIONS, re.MULTILINE)
    return [[cell.strip() for cell in row.strip("|").split(" | ")] for row in table.splitlines()]


def printed_by(program: str, settings: Mapping[str, str], folder: Path | None = None) -> str:
    """What a page's program prints that is run with these variables, and ends well."""
    run = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env={**os.environ, **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout
