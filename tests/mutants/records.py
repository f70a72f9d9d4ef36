"""What is known of the tests: read where it is kept, and recorded anew where it is stale."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, NamedTuple

from tests.mutants.project import RAN, Project


class Test(NamedTuple):
    """A test that passes: its seconds of processor time, and how many functions it enters."""

    name: str
    seconds: float
    breadth: int

    @property
    def file(self) -> str:
        return self.name.partition("::")[0]


class Records(NamedTuple):
    """By the name of each function: the tests that enter it, and whether it is entered when a module
    is loaded."""

    entering: Mapping[str, Sequence[Test]]
    at_import: frozenset[str]
    tests: int


def recorded(project: Project, workers: int) -> Records:
    """Of every test of a project; runs those of which too little is known."""
    project.store.mkdir(exist_ok=True)
    files = {path.relative_to(project.root).as_posix(): path for path in project.test_files()}
    into = {name: project.store / f"{name.replace('/', '.')}.json" for name in files}
    shapes = {module: _shape(path) for module, path in project.modules().items()}
    folders: defaultdict[str, dict[str, Any]] = defaultdict(dict)
    for name, path in files.items():
        digest = _digest(path.read_bytes())
        if not _is_fresh(into[name], digest, shapes):
            job = {"record": str(into[name]), "digest": digest}
            folders[name.rpartition("/")[0]][name] = job
    with ThreadPoolExecutor(workers) as pool:
        for ended in pool.map(lambda part: _record(project, part, shapes), folders.values()):
            for name in ended:
                print(f"recorded {name}", file=sys.stderr, flush=True)
    return _put_together([json.loads(path.read_text("utf-8")) for path in into.values()])


def _record(project: Project, files: Mapping[str, Any], shapes: Mapping[str, str]) -> Sequence[str]:
    ended = subprocess.run(
        [sys.executable, "-m", "tests.mutants.recording"],
        cwd=project.root,
        env=project.environment(),
        input=json.dumps({"project": project.written(), "files": files, "shapes": shapes}),
        text=True,
        stdout=subprocess.DEVNULL,
        check=False,
    )
    if ended.returncode not in RAN:
        raise RuntimeError(f"the tests of {min(files)} and its neighbours could not be recorded")
    return list(files)


def _is_fresh(record: Path, digest: str, shapes: Mapping[str, str]) -> bool:
    """A test enters what it entered before, unless it changed itself or functions came or went."""
    if not record.exists():
        return False
    known = json.loads(record.read_text("utf-8"))
    return known["digest"] == digest and all(
        shapes.get(module) == shape for module, shape in known["shapes"].items()
    )


def _shape(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    heads = [line for line in lines if line.lstrip().startswith(("def ", "async def ", "class "))]
    return _digest("\n".join(heads).encode())


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _put_together(records: Sequence[Any]) -> Records:
    entering: defaultdict[str, list[Test]] = defaultdict(list)
    for name, test in _entries(records):
        entering[name].append(test)
    at_import = frozenset(name for record in records for name in record["at_import"])
    return Records(entering, at_import, sum(len(record["tests"]) for record in records))


def _entries(records: Sequence[Any]) -> Iterator[tuple[str, Test]]:
    for record in records:
        for name, (seconds, number) in record["tests"].items():
            entered = record["entered"][number]
            test = Test(name, seconds, len(entered))
            for function in entered:
                yield record["functions"][function], test
