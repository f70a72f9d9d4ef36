"""The rules of rooms: a folder is one, and so is each file that lies beside folders."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from tests.structure import house


def modules(root: Path, package: str) -> dict[str, Path]:
    """The modules of a package that lies in a folder of its own name."""
    found = house.modules(root / package, root / "nowhere")
    return {f"{package}.{name}".rstrip("."): path for name, path in found}


def rooms(known: Mapping[str, Path]) -> dict[str, str]:
    """The room of each module. The door of a folder (`__init__`) stands in none."""
    doors = {module for module, path in known.items() if path.name == "__init__.py"}
    with_folders = {door.rpartition(".")[0] for door in doors}
    folder_of = {module: module.rpartition(".")[0] for module in known if module not in doors}
    return {
        module: module if folder in with_folders else folder for module, folder in folder_of.items()
    }


def cycles(root: Path, package: str) -> list[str]:
    """Rooms that need each other, by way of any import, for types too: they are cut wrongly."""
    known = modules(root, package)
    room_of = rooms(known)
    graph: dict[str, set[str]] = {}
    for module, room in room_of.items():
        needed = {target for target, _ in house.imports(module, known[module])}
        others = {room_of[target] for target in needed if target in room_of}
        graph.setdefault(room, set()).update(others - {room})
    return house.cycles(graph)


def silent_doors(root: Path, package: str) -> list[str]:
    """Folders whose `__init__` does not begin with a sentence that says what they are for."""
    found = []
    for module, path in modules(root, package).items():
        if path.name == "__init__.py":
            said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            if not said.partition("\n\n")[0].endswith("."):
                found.append(module)
    return found


def lines(root: Path, package: str) -> Counter[str]:
    """Lines of code in each folder."""
    found: Counter[str] = Counter()
    for module, path in modules(root, package).items():
        is_door = path.name == "__init__.py"
        found[module if is_door else module.rpartition(".")[0]] += house.code_lines(path)
    return found


def private_reaches(root: Path, package: str) -> list[str]:
    """Private names that a module takes from elsewhere: by import, or as an attribute that it
    gives a value nowhere itself. What a class inherits is its own (`self`, `cls`)."""
    found = []
    for module, path in modules(root, package).items():
        tree = ast.parse(path.read_text(encoding="utf-8"))
        own = _defined_in(tree)
        for node in ast.walk(tree):
            names: list[str] = []
            if isinstance(node, ast.ImportFrom):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.Attribute) and node.attr not in own:
                holder = node.value.id if isinstance(node.value, ast.Name) else ""
                names = [] if holder in ("self", "cls") else [node.attr]
            private = (name for name in names if name[:1] == "_" and name[:2] != "__")
            found += [f"{module} reaches {name}" for name in private]
    return sorted(set(found))


def _defined_in(tree: ast.Module) -> set[str]:
    own: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            own.add(node.name)
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
            own.add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            own.add(node.id)
    return own
