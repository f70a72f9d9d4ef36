"""Packages that tests generate anew, and import."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.conftest import ROOT
from tests.generation.test_generator import HERE, generate


@contextmanager
def made(name: str, root: Path) -> Iterator[Any]:
    """The package of `<name>.yaml`, which lies in `root` as long as it is used."""
    # The programs that read documents are on the path, too, and would be imported in its place.
    assert not (ROOT / "openapi" / f"{name}.py").exists(), f"{name} is a module of the pipeline"
    run = generate("--document", HERE / f"{name}.yaml", "--output", root / name)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    sys.path.insert(0, str(root))
    try:
        yield importlib.import_module(name)
    finally:
        sys.path.remove(str(root))
        for each in [each for each in sys.modules if each.partition(".")[0] == name]:
            del sys.modules[each]


def models(package: Any) -> Any:
    return importlib.import_module(f"{package.__name__}.models")


def api(package: Any, tag: str, name: str) -> Any:
    return importlib.import_module(f"{package.__name__}.api.{tag}.{name}")


def type_check(package: Any) -> str:
    """What mypy says of a package and of all that its classes are used by; empty where nothing."""
    root = Path(package.__file__).parent.parent
    path = os.pathsep.join([str(ROOT / "src"), str(root)])
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file=", "-p", package.__name__]
    run = subprocess.run(
        [*command, "--cache-dir", str(root / "cache"), "--python-version", "3.11"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "MYPYPATH": path},
        cwd=root,
    )
    return "" if run.returncode == 0 else run.stdout + run.stderr
