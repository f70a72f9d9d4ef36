"""The rules of the house as functions over a source tree, so that they can be tried on planted ones."""

from __future__ import annotations

import ast
import io
import tokenize
from collections.abc import Iterator
from pathlib import Path

FLOORS = ["ground", "document", "generated", "runtime", "facades", "journeys", "tools"]
"""Bottom to top; a file may import its own floor and those below."""

_DOCUMENTS = Path(__file__).resolve().parent.parent.parent / "openapi"
_OF_FOLDER = {
    "document": "document",
    "runtime": "runtime",
    **{document.stem: "facades" for document in _DOCUMENTS.glob("*.yaml")},
    "journeys": "journeys",
    "cli": "tools",
    "testing": "tools",
    "_pyinstaller": "tools",
    "sandbox": "sandbox",
}


def floor_of(module: str) -> str:
    """The floor of one of our modules. The two lazy front doors stand on no floor."""
    parts = module.split(".")
    if parts[0] == "commerce_sdk_api":
        return "generated"
    if len(parts) == 1 or parts[1] == "models":
        return "front"
    return _OF_FOLDER.get(parts[1], "ground")


def platform_of(module: str) -> str | None:
    """The platform that a generated module or a facade is for."""
    parts = module.split(".")
    if len(parts) > 1 and floor_of(module) in ("generated", "facades"):
        return parts[1]
    return None


def _through_front_door(target: str, known: dict[str, Path]) -> bool:
    # A lazy name leads to any floor: `from commerce_sdk import CommerceClient` loads a facade.
    door = target.rpartition(".")[0]
    return door in ("commerce_sdk", "commerce_sdk.models") and target not in known


def modules(source: Path, generated: Path) -> Iterator[tuple[str, Path]]:
    for root in (source, generated):
        for path in sorted(root.rglob("*.py")):
            parts = list(path.relative_to(root).with_suffix("").parts)
            yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(module: str, path: Path) -> Iterator[tuple[str, bool]]:
    """What a file imports, each with whether it does so when it runs (not for types only)."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]

    def visit(node: ast.AST, runs: bool) -> Iterator[tuple[str, bool]]:
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Import):
                yield from ((alias.name, runs) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                base = child.module or ""
                if child.level:
                    above = package.split(".")[: len(package.split(".")) - child.level + 1]
                    base = ".".join([*above, *([child.module] if child.module else [])])
                yield base, runs
                yield from ((f"{base}.{alias.name}", runs) for alias in child.names)
            elif isinstance(child, ast.If) and _is_for_types(child.test):
                yield from visit(ast.Module(child.body, []), False)
                yield from visit(ast.Module(child.orelse, []), runs)
            else:
                yield from visit(child, runs)

    yield from visit(ast.parse(path.read_text(encoding="utf-8")), True)


def _is_for_types(test: ast.expr) -> bool:
    # Nothing cleverer counts: under `not TYPE_CHECKING` a file imports when it runs.
    name = test.attr if isinstance(test, ast.Attribute) else getattr(test, "id", None)
    return name == "TYPE_CHECKING"


def dynamic_importers(source: Path, generated: Path) -> list[str]:
    """The modules that import by a name made at run time, which no other check here can follow."""

    def names(path: Path) -> set[str]:
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        return {getattr(node, "attr", getattr(node, "id", "")) for node in tree}

    return sorted(
        module
        for module, path in modules(source, generated)
        if names(path) & {"import_module", "__import__", "exec", "eval", "spec_from_file_location"}
    )


def upward_imports(source: Path, generated: Path) -> list[str]:
    """Imports that point up, also by way of the front doors; into the sandbox, or out of it; or
    from one platform to another."""
    known = dict(modules(source, generated))
    wrong = []
    for module, path in known.items():
        floor = floor_of(module)
        if floor == "front":
            continue
        for target, runs in imports(module, path):
            if runs and floor != "tools" and _through_front_door(target, known):
                wrong.append(f"{module} ({floor}) imports {target} (front)")
            if target not in known or not runs:
                continue
            other = floor_of(target)
            if other == "front" or (floor == other == "sandbox"):
                continue
            if "sandbox" in (floor, other):
                allowed = floor == "tools" and other == "sandbox"
            else:
                allowed = FLOORS.index(other) <= FLOORS.index(floor)
                # The mechanism knows no platform, though the generated ones stand below it.
                allowed &= (floor, other) != ("runtime", "generated")
                platforms = {platform_of(module), platform_of(target)} - {None}
                allowed &= len(platforms) < 2 or floor == "tools"
            if not allowed:
                wrong.append(f"{module} ({floor}) imports {target} ({other})")
    return sorted(set(wrong))


def sandbox_trespasses(source: Path) -> list[str]:
    """Imports within the sandbox that go where they may not: out of its engine, which knows no
    platform, or from one platform's behaviour to another's. Its front may import all of them."""
    front = "commerce_sdk.sandbox"
    known = {
        module: path
        for module, path in modules(source, source / "nowhere")
        if module.startswith(f"{front}.")
    }
    rooms = {module.split(".")[2] for module in known if module.count(".") > 2}

    def room(module: str) -> str:
        name = module.split(".")[2]
        return name if name in rooms else "front"

    return sorted(
        f"{module} imports {target}"
        for module, path in known.items()
        for target, _ in imports(module, path)
        if room(module) != "front"
        and (target == front or target in known)
        and (target == front or room(target) not in ("engine", room(module)))
    )


def import_cycles(source: Path, generated: Path) -> list[str]:
    """Cycles among the modules of each floor that is written by hand, and of the sandbox."""
    known = dict(modules(source, generated))
    graph = {
        module: {target for target, runs in imports(module, path) if runs and target in known}
        for module, path in known.items()
        if floor_of(module) in ("ground", "document", "runtime", "facades", "sandbox")
    }
    return cycles(graph)


def cycles(graph: dict[str, set[str]]) -> list[str]:
    """The ways through a graph that come back to where they began."""
    done: set[str] = set()
    found: list[str] = []

    def walk(module: str, way: list[str]) -> None:
        if module in way:
            found.append(" -> ".join([*way[way.index(module) :], module]))
            return
        if module in done or module not in graph:
            return
        for target in sorted(graph[module]):
            walk(target, [*way, module])
        done.add(module)

    for module in sorted(graph):
        walk(module, [])
    return found


def importers(source: Path, generated: Path, library: str) -> list[str]:
    """The modules that import a library when they run."""
    return sorted(
        module
        for module, path in modules(source, generated)
        if any(
            runs and (target == library or target.startswith(library + "."))
            for target, runs in imports(module, path)
        )
    )


def long_files(folders: list[Path], limit: int) -> list[str]:
    """Files over so many lines."""
    found = []
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            lines = len(path.read_text(encoding="utf-8").splitlines())
            if lines > limit:
                found.append(f"{path.name}: {lines} lines")
    return found


def traces_of_registries(root: Path, names: list[str]) -> list[str]:
    """Files that say where a package was once downloaded from, or that lock for one machine."""
    # Put together, so that this file is not one of them.
    traces = ['"resolved": ' + '"http', "--index-url" + " http", "--extra-index-url" + " http"]
    found = [name for name in names if Path(name).name == "uv" + ".lock"]
    for name in names:
        try:
            text = (root / name).read_text(encoding="utf-8")
        except (UnicodeDecodeError, FileNotFoundError, IsADirectoryError):
            continue
        found += [f"{name}: {trace}" for trace in traces if trace in text]
    return found


def code_lines(path: Path) -> int:
    """Lines of a file that hold code: no blank lines, comments or docstrings."""
    text = path.read_text(encoding="utf-8")
    prose: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
                prose |= set(range(child.lineno, (child.end_lineno or child.lineno) + 1))
    lines: set[int] = set()
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type in (tokenize.NAME, tokenize.OP, tokenize.NUMBER, tokenize.STRING):
            lines |= set(range(token.start[0], token.end[0] + 1))
    return len(lines - prose)
