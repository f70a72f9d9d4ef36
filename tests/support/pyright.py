"""Pyright over programs, and over the package, as users run it: the installed package is found by
this interpreter's environment. `checker` is its command; basedpyright is the one that pip installs.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal, NamedTuple

from tests.conftest import ROOT

Mode = Literal["standard", "strict"]
Command = Sequence[str]
BASED: Command = (sys.executable, "-m", "basedpyright")
SETTINGS = ROOT / "tests" / "typing"
"""The folder of a file of settings for each mode."""


class Finding(NamedTuple):
    """What is wrong at a line of a program, the first being 1."""

    path: Path
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.text}"


class Completeness(NamedTuple):
    """How much of what a package exports is typed, of 1; and the names of which it is not known."""

    score: float
    names: int
    untyped: list[str]


def findings(
    folder: Path, mode: Mode, include: Sequence[Path] = (), checker: Command = BASED
) -> list[Finding]:
    """What a check of the programs in a folder finds, and in whatever else it is to include. The
    settings are written into the folder."""
    settings = folder / "pyrightconfig.json"
    includes = [os.path.relpath(path, folder) for path in (folder, *include)]
    extends = os.path.relpath(SETTINGS / f"{mode}.json", folder)
    settings.write_text(json.dumps({"extends": extends, "include": includes}), encoding="utf-8")
    said = _said(checker, "--project", str(settings), "--pythonpath", sys.executable)
    assert said["summary"]["filesAnalyzed"], "nothing was checked"
    return [
        Finding(
            Path(each["file"]), each["range"]["start"]["line"] + 1, f"{each['message']} ({mode})"
        )
        for each in said["generalDiagnostics"]
        if each["severity"] != "information"
    ]


def completeness(package: str, path: Sequence[Path] = (), checker: Command = BASED) -> Completeness:
    """How completely the public names of a package are typed, which is found in the environment or
    on `path`."""
    said = _said(checker, "--verifytypes", package, "--ignoreexternal", path=path)
    told = said["typeCompleteness"]
    names = [each for each in told["symbols"] if each["isExported"]]
    untyped = [each["name"] for each in names if each["isTypeAmbiguous"] or not each["isTypeKnown"]]
    return Completeness(told["completenessScore"], len(names), untyped)


def _said(checker: Command, *arguments: str, path: Sequence[Path] = ()) -> Any:
    # What it verifies it looks for in the environment of the first `python` on the PATH alone.
    own = Path(sys.executable).parent
    searched = [*map(str, path), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {
        **os.environ,
        "PATH": f"{own}{os.pathsep}{os.environ.get('PATH', '')}",
        "PYTHONPATH": os.pathsep.join(searched),
    }
    done = subprocess.run(
        [*checker, *arguments, "--outputjson"],
        cwd=SETTINGS,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in (0, 1), done.stdout + done.stderr
    return json.loads(done.stdout)
