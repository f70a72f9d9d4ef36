"""Puts what is generated where it belongs: at once or not at all, and over nothing of others."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from codegen.reading.failures import GenerationFailed

_OURS = "; not edited by hand."
"""Ends the line that each package begins with (`templates/package_init.py.jinja`)."""


def claimed(output: Path) -> Path:
    """The whole path of a folder that a package may go to. Raises `GenerationFailed` for what is
    no folder, or holds what this program did not write."""
    with _unwritable(output):
        where = output.resolve()
        if Path.cwd().is_relative_to(where):
            _refuse(output, "holds the folder that this runs in", "name one inside it")
        if where.exists() and not where.is_dir():
            _refuse(output, "is no folder", "name one, which need not be there yet")
        if where.is_dir() and any(where.iterdir()) and not _is_ours(where / "__init__.py"):
            do = "name one that is new, empty or a package of its making"
            _refuse(output, "holds what this program did not write", do)
        return where


def put(made: Path, where: Path) -> None:
    """Let a copy of what is made take the place of what stands there. Where that fails, or is
    interrupted, all is as it was before."""
    with (
        _unwritable(where),
        _folder(where.parent) as folder,
        # Beside it, for nothing can be renamed from one file system to another.
        tempfile.TemporaryDirectory(dir=folder, prefix=".generated-") as scratch,
    ):
        new, before = Path(scratch, "new"), Path(scratch, "before")
        if made.is_dir():
            shutil.copytree(made, new)
        else:
            shutil.copyfile(made, new)
        try:
            if where.is_dir():
                where.rename(before)
            new.replace(where)
        except BaseException:
            if before.exists() and not where.exists():
                before.rename(where)
            raise


@contextmanager
def _folder(path: Path) -> Iterator[Path]:
    """A folder, made with all above it; those that are new go again where it is not used."""
    new = [each for each in (path, *path.parents) if not each.exists()]
    try:
        path.mkdir(parents=True, exist_ok=True)
        yield path
    except BaseException:
        for each in new:
            if each.is_dir():
                each.rmdir()
        raise


@contextmanager
def _unwritable(output: Path) -> Iterator[None]:
    try:
        yield
    except OSError as fault:
        _refuse(output, f"cannot be written ({fault.strerror})", "name a folder that can be")


def _refuse(output: Path, what: str, do: str) -> None:
    raise GenerationFailed(f"--output {output}: {what}; {do}") from None


def _is_ours(init: Path) -> bool:
    if not init.is_file():
        return False
    lines = init.read_text(encoding="utf-8", errors="replace").splitlines()
    return any(line.startswith("Generated from ") and line.endswith(_OURS) for line in lines[:5])
