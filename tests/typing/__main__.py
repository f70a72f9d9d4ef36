"""What pyright says of users' code, and of the package.

    python -m tests.typing [COMMAND]

Checks every block of the pages, the examples and the programs in this folder, by pyright's standard and
its strict rules, and that every public name has a type that all checkers agree on. COMMAND is the
checker; left out, basedpyright.
"""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from pathlib import Path

from tests.conftest import ROOT
from tests.pages.written import write_all
from tests.support.pyright import BASED, SETTINGS, Command, Mode, completeness, findings

MODES: tuple[Mode, ...] = ("standard", "strict")
PACKAGES = ("commerce_sdk", "commerce_sdk_api")


def users_code(checker: Command) -> list[str]:
    """What is wrong with it, a line each."""
    found: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        write_all(Path(folder))
        for mode in MODES:
            more = (SETTINGS, ROOT / "examples")
            found += map(str, findings(Path(folder), mode, more, checker))
    return found


def untyped(checker: Command) -> list[str]:
    """The public names without a known type, a line each."""
    found: list[str] = []
    for package in PACKAGES:
        score, names, without = completeness(package, checker=checker)
        print(f"{package}: {score:.1%} of {names} public names are typed")
        found += (f"{name} has no type that all checkers agree on" for name in without)
        if not names:
            found.append(f"{package} was not found")
    return found


def main(checker: Command) -> int:
    """How many things are wrong, said one by one."""
    found = [*users_code(checker), *untyped(checker)]
    for each in found:
        print(each)
    print(f"{' '.join(checker)}: {len(found)} found")
    return bool(found)


if __name__ == "__main__":
    given = [os.path.abspath(shutil.which(command) or command) for command in sys.argv[1:]]
    sys.exit(main(given or BASED))
