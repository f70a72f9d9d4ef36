"""Plants each bug in a copy of the checkout and runs its tests there; fails where one stays green."""

from __future__ import annotations

import importlib
import os
import pkgutil
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests import planted
from tests.planted.bug import Bug

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 300
_TESTS_FAILED = 1
_INSTALLED = ("src", "generated")
"""Where the packages are that users install; `codegen` and the tests run from the checkout itself."""
_ENVIRONMENTS = (".venv", ".venv-tools")
_LEFT_OUT = (".git", ".venv*", "__pycache__", "node_modules", ".*_cache", ".hypothesis")


def bugs() -> list[Bug]:
    """Every bug of every module beside this one."""
    modules = sorted(module.name for module in pkgutil.iter_modules(planted.__path__))
    lists = [
        getattr(importlib.import_module(f"tests.planted.{name}"), "PLANTED", [])
        for name in modules
        if name != "__main__"
    ]
    return [bug for found in lists for bug in found]


def notices(bug: Bug, copy: Path) -> str | None:
    """Plant a bug in a copy of the checkout; returns what is wrong, or None where it is noticed."""
    source = copy / bug.file
    original = source.read_text(encoding="utf-8")
    if original.count(bug.old) != 1:
        return f"its place stands {original.count(bug.old)} times in {bug.file}"
    source.write_text(original.replace(bug.old, bug.new), encoding="utf-8")
    path = os.pathsep.join(str(copy / name) for name in _INSTALLED)
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *bug.tests],
            cwd=copy,
            env={**os.environ, "PYTHONPATH": path},
            capture_output=True,
            timeout=SECONDS,
            check=False,
        ).returncode
    except subprocess.TimeoutExpired:
        return None  # it hangs, which nobody overlooks
    finally:
        source.write_text(original, encoding="utf-8")
    return None if ended == _TESTS_FAILED else f"pytest ended with {ended}"


def main(names: list[str]) -> int:
    chosen = [bug for bug in bugs() if not names or any(name in bug.name for name in names)]
    unnoticed = 0
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, "checkout")
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*_LEFT_OUT))
        for name in _ENVIRONMENTS:
            (copy / name).symlink_to(ROOT / name)
        for bug in chosen:
            wrong = notices(bug, copy)
            unnoticed += wrong is not None
            print(
                f"{'noticed' if wrong is None else f'NOT NOTICED ({wrong})'}: {bug.name}",
                flush=True,
            )
    print(f"{len(chosen)} bugs planted, {unnoticed} not noticed")
    return int(unnoticed > 0 or not chosen)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
