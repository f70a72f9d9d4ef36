"""Packages that tests generate anew, and import."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.codegen.generator import DOCUMENTS, generate
from tests.support.type_checker import strictly_checked


@contextmanager
def made(name: str, root: Path) -> Iterator[Any]:
    """The package of `<name>.yaml`, which lies in `root` as long as it is used."""
    run = generate("--document", DOCUMENTS / f"{name}.yaml", "--output", root / name)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    sys.path.insert(0, str(root))
    try:
        package = importlib.import_module(name)
        assert Path(str(package.__file__)).parent == root / name, f"{name} is a module of another"
        yield package
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
    return strictly_checked("-p", package.__name__, beside=root)
