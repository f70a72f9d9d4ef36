"""The rules of a package of rooms as functions over its tree, so that they can be tried on planted
ones. A room is a folder; the files beside the rooms are commands, which stand above them all."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.structure.house import code_lines, imports

COMMANDS = ""
"""The room of the files that lie in no folder."""
_DOCUMENTED = frozenset({"_replace", "_asdict", "_fields", "_make"})
"""What a `NamedTuple` has under such names, so that no field can hide it."""


def modules(package: Path) -> Iterator[tuple[str, Path]]:
    """Every module, with its file."""
    for path in sorted(package.rglob("*.py")):
        parts = list(path.relative_to(package.parent).with_suffix("").parts)
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def room_of(package: Path, path: Path) -> str:
    """The folder that a file lies in."""
    return next(iter(path.relative_to(package).parts[:-1]), COMMANDS)


def wrong_imports(package: Path, floors: Sequence[Sequence[str]]) -> list[str]:
    """Imports, for types too, of another room that does not stand on a lower floor, and of one
    command by another; and rooms that stand on no floor. Floors are named from the lowest up."""
    known = dict(modules(package))
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


def circle(package: Path) -> list[str]:
    """Modules that import each other in a circle, of the first that is found."""
    graph: dict[str, set[str]] = {}
    for module, _, target in _within(package, dict(modules(package))):
        graph.setdefault(module, set()).add(target)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def _within(package: Path, known: dict[str, Path]) -> Iterator[tuple[str, Path, str]]:
    for module, path in known.items():
        for target, _ in imports(module, path):
            if target in known and target not in (module, package.name):
                yield module, path, target


def importers(package: Path, others: Sequence[str]) -> list[str]:
    """The modules that import one of other packages, when they run or for types."""
    return [
        module
        for module, path in modules(package)
        if any(target.partition(".")[0] in others for target, _ in imports(module, path))
    ]


def private_reaches(package: Path) -> list[str]:
    """Where a file takes what another keeps to itself: by an import, or from what it is given."""
    found = []
    for module, path in modules(package):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                names = [each.name for each in node.names]
            elif isinstance(node, ast.Attribute) and not _is_own(node.value):
                names = [node.attr]
            else:
                continue
            found += [f"{module}: {name}" for name in names if _is_private(name)]
    return found


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__") and name not in _DOCUMENTED


def _is_own(holder: ast.expr) -> bool:
    if isinstance(holder, ast.Call):
        return isinstance(holder.func, ast.Name) and holder.func.id == "super"
    return isinstance(holder, ast.Name) and holder.id in ("self", "cls")


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


def lines_of(package: Path) -> dict[str, int]:
    """The lines of code of each room."""
    lines: dict[str, int] = {}
    for _, path in modules(package):
        room = room_of(package, path)
        lines[room] = lines.get(room, 0) + code_lines(path)
    return lines


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
