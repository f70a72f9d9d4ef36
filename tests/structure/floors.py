"""The rules of a package whose rooms stand on floors, apart from what it reads. A room is a folder; the
files beside the rooms are commands, which stand above them all."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.structure.house import cycles, imports
from tests.structure.rooms import modules

COMMANDS = ""
"""The room of the files that lie in no folder."""


def room_of(package: Path, path: Path) -> str:
    """The folder that a file lies in."""
    return next(iter(path.relative_to(package).parts[:-1]), COMMANDS)


def circles(package: Path) -> list[str]:
    """Modules that import each other in a circle, inside a room too."""
    known = modules(package.parent, package.name)
    graph: dict[str, set[str]] = {module: set() for module in known}
    for module, _, target in _within(package, known):
        graph[module].add(target)
    return cycles(graph)


def wrong_imports(package: Path, floors: Sequence[Sequence[str]]) -> list[str]:
    """Imports, for types too, of another room that does not stand on a lower floor, and of one
    command by another; and rooms that stand on no floor. Floors are named from the lowest up."""
    known = modules(package.parent, package.name)
    floor = {room: height for height, rooms in enumerate(floors) for room in rooms}
    floor[COMMANDS] = len(floors)
    wrong = {
        f"{room} stands on no floor"
        for room in {room_of(package, path) for path in known.values()} - floor.keys()
    }
    for module, path, target in _within(package, known):
        here, there = room_of(package, path), room_of(package, known[target])
        is_inside = here == there != COMMANDS
        if not is_inside and {here, there} <= floor.keys() and floor[there] >= floor[here]:
            wrong.add(f"{module} imports {target}")
    return sorted(wrong)


def _within(package: Path, known: Mapping[str, Path]) -> Iterator[tuple[str, Path, str]]:
    for module, path in known.items():
        for target, _ in imports(module, path):
            if target in known and target not in (module, package.name):
                yield module, path, target


def importers(package: Path, others: Sequence[str]) -> list[str]:
    """The modules that import one of other packages, when they run or for types."""
    return [
        module
        for module, path in modules(package.parent, package.name).items()
        if any(target.partition(".")[0] in others for target, _ in imports(module, path))
    ]


def untold_rooms(package: Path) -> list[str]:
    """Folders, the package's own too, that do not say in one sentence what they are for."""
    folders = [package, *(path for path in sorted(package.rglob("*")) if path.is_dir())]
    return [
        folder.relative_to(package.parent).as_posix()
        for folder in folders
        if folder.name != "__pycache__" and not _says_one_sentence(folder / "__init__.py")
    ]


def _says_one_sentence(init: Path) -> bool:
    text = init.read_text(encoding="utf-8") if init.is_file() else ""
    said = (ast.get_docstring(ast.parse(text)) or "").replace("\n", " ")
    return said.endswith(".") and ". " not in said


def no_documents(folder: Path) -> list[str]:
    """What lies among the documents and is none: programs, templates, or anything else."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file()
        and "__pycache__" not in path.parts
        and path.suffix not in (".yaml", ".json", ".md")
    )


def put_on_the_path(files: Iterable[Path], folders: Sequence[str]) -> list[str]:
    """Files that put one of these folders on `sys.path`, where its modules could hide others."""
    return [
        path.as_posix()
        for path in files
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if any(ast.unparse(each).startswith("sys.path") for each in _changed(node))
        and any(f"'{folder}'" in ast.unparse(node) for folder in folders)
    ]


def _changed(node: ast.AST) -> list[ast.expr]:
    """What a statement assigns to, or whose method it calls."""
    match node:
        case ast.Call(func=ast.Attribute(value=holder)):
            return [holder]
        case ast.Assign(targets=targets):
            return targets
        case ast.AugAssign(target=target):
            return [target]
    return []
