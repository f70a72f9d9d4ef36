"""A change, planted in a module when it is loaded, by this process and by those that it starts."""

from __future__ import annotations

import json
import os
import sys
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder, SourceFileLoader
from pathlib import Path
from types import CodeType
from typing import Any

from tests.mutants.spots import Changeable

VARIABLES = ("MUTANT_MODULE", "MUTANT_PATH", "MUTANT_NUMBER")


class _Loader(SourceFileLoader):
    def __init__(self, name: str, path: str, code: CodeType) -> None:
        super().__init__(name, path)
        self._code = code

    def get_code(self, fullname: str) -> CodeType:
        return self._code


class _Finder(MetaPathFinder):
    def __init__(self, name: str, code: CodeType) -> None:
        self._name, self._code = name, code

    def find_spec(self, name: str, path: Any, target: Any = None) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name == self._name else None
        if spec is not None:
            spec.loader = _Loader(name, str(spec.origin), self._code)
        return spec


def when_loaded(module: str, path: Path, number: int | None, code: CodeType) -> None:
    sys.meta_path.insert(0, _Finder(module, code))
    os.environ.update(zip(VARIABLES, (module, str(path), json.dumps(number)), strict=True))


def as_asked() -> None:
    """What the variables of the environment ask for."""
    module, path, number = (os.environ[name] for name in VARIABLES)
    code = Changeable(module, Path(path)).changed(json.loads(number))
    sys.meta_path.insert(0, _Finder(module, code))
