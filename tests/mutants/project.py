"""What is changed, and by which tests it is to be noticed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
_INSIDE = Path(__file__).parent / "inside"
_COMPREHENSIONS = tuple(
    f".<locals>.<{name}>" for name in ("listcomp", "setcomp", "dictcomp", "genexpr")
)
OPTIONS = (
    *("-o", "addopts=", "-q", "-p", "no:cacheprovider", "-p", "no:randomly", "-p", "no:xdist"),
    *("-W", "ignore::pytest.PytestAssertRewriteWarning", "--hypothesis-seed=1"),
)
"""Of each run of pytest: in order, alone, and every time the same."""
RAN = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)
"""How a run ends that came to its end."""


class Project(NamedTuple):
    """A checkout: its packages, what else has to be importable, its tests, what is known of it."""

    root: Path
    packages: dict[str, Path]
    beside: tuple[Path, ...]
    tests: tuple[Path, ...]
    harmless: Path

    @property
    def store(self) -> Path:
        return self.root / ".mutants"

    def modules(self, names: Sequence[str] = ()) -> dict[str, Path]:
        """Every module, or those below one of `names`; the first package's may leave its name out."""
        found = dict(self._modules())
        if not names:
            return found
        first = next(iter(self.packages))
        asked = {*names, *(f"{first}.{name}" for name in names)}
        return {
            module: path
            for module, path in found.items()
            if any(module == name or module.startswith(f"{name}.") for name in asked)
        }

    def written(self) -> dict[str, Any]:
        """As JSON, for another process; `read` reads it."""
        return {
            "root": str(self.root),
            "packages": {name: str(folder) for name, folder in self.packages.items()},
            "beside": [str(path) for path in self.beside],
            "tests": [str(path) for path in self.tests],
            "harmless": str(self.harmless),
        }

    @classmethod
    def read(cls, written: dict[str, Any]) -> Project:
        return cls(
            root=Path(written["root"]),
            packages={name: Path(folder) for name, folder in written["packages"].items()},
            beside=tuple(map(Path, written["beside"])),
            tests=tuple(map(Path, written["tests"])),
            harmless=Path(written["harmless"]),
        )

    def _modules(self) -> Iterator[tuple[str, Path]]:
        for package, folder in self.packages.items():
            for path in sorted(folder.rglob("*.py")):
                yield ".".join((package, *_parts(path, folder))), path

    def function(self, file: str, qualname: str) -> str | None:
        """The name of a function of the packages, as `module:qualified.name`; a comprehension is of
        the function that it stands in."""
        for package, folder in self.packages.items():
            if file.startswith(f"{folder}{os.sep}") and file.endswith(".py"):
                module = ".".join((package, *_parts(Path(file), folder)))
                return f"{module}:{_owner(qualname)}"
        return None

    def environment(self, **more: str) -> dict[str, str]:
        """Of a process that imports this checkout, and can be looked into from its start."""
        bases = {str(folder.parent): None for folder in self.packages.values()}
        path = [str(_INSIDE), *bases, *map(str, self.beside), str(self.root), str(ROOT)]
        return {**os.environ, "PYTHONPATH": os.pathsep.join(path), **more}

    def test_files(self) -> list[Path]:
        files = {
            path
            for each in self.tests
            for path in ([each] if each.is_file() else each.rglob("test_*.py"))
        }
        return sorted(files)


def _owner(qualname: str) -> str:
    while qualname.endswith(_COMPREHENSIONS):
        qualname = qualname.rpartition(".<locals>.")[0]
    return qualname


def _parts(path: Path, folder: Path) -> tuple[str, ...]:
    parts = path.relative_to(folder).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def house(tests: Sequence[str] = ()) -> Project:
    """This checkout, noticed by `tests` or by all that stand for its sources."""
    folders = tests or [
        f"tests/{name}"
        for name in (
            *("admin", "codegen", "commerce", "commerce_layer", "document", "examples", "ground"),
            *("journeys", "openapi", "runtime", "sandbox", "shop", "storefront"),
            "wire",
        )
    ]
    return Project(
        root=ROOT,
        packages={"commerce_sdk": ROOT / "src" / "commerce_sdk", "codegen": ROOT / "codegen"},
        beside=(ROOT / "generated",),
        tests=tuple(ROOT / name for name in folders),
        harmless=Path(__file__).parent / "harmless.toml",
    )


def test_function(test: str) -> str:
    """The name of a test without the parameters of its row."""
    return test.partition("[")[0]


def on_other_loop(test: str) -> bool:
    """Does the row run on the second of the event loops? Most run on both."""
    return "trio" in test.partition("[")[2]
