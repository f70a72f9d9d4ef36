"""Runs files of tests and writes down, a record a file, which functions each test enters and how long
it takes. `python -m tests.mutants.recording`, with the job on its standard input."""

from __future__ import annotations

import functools
import gc
import json
import os
import shutil
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Generator
from pathlib import Path
from types import CodeType
from typing import Any

import pytest

from tests.mutants.project import OPTIONS, RAN, Project, on_other_loop, test_function

ROWS = 20
"""So many rows of a test are recorded."""


class Recorder:
    """Traces calls only, never lines; a test that does not pass is left out."""

    def __init__(self, project: Project, files: dict[str, Any], shapes: dict[str, str]) -> None:
        self._project, self._files, self._shapes = project, files, shapes
        self._names: dict[int, tuple[CodeType, str | None]] = {}
        self._entered: dict[int, CodeType] = {}
        self._of_fixtures: dict[int, frozenset[str]] = {}
        self._seconds_of_fixtures: dict[int, float] = {}
        self._shared_seconds = 0.0
        self._passed = False
        self._tests: dict[str, tuple[float, frozenset[str]]] = {}
        self._folder = Path(tempfile.mkdtemp(prefix="entered-", dir=project.store))
        os.environ["MUTANTS_ENTERED"] = str(self._folder)
        self._at_import: frozenset[str] = frozenset()
        self._caches: list[Any] = []
        self._forgetful = f"{next(iter(project.packages))}."
        folders = (*project.packages.values(), *project.beside)
        self._roots = tuple(f"{folder}{os.sep}" for folder in folders)
        sys.settrace(self._enter_at_import)

    def _start(self) -> None:
        threading.settrace(self._enter)
        sys.settrace(self._enter)

    def _enter_at_import(self, frame: Any, event: str, argument: Any) -> None:
        """Tests are collected: what counts is what modules do while they are loaded."""
        code = frame.f_code
        while frame is not None and code.co_filename.startswith(self._roots):
            of = frame.f_code
            if of.co_name == "<module>" and of.co_filename.startswith(self._roots):
                self._entered[id(code)] = code
                return
            frame = frame.f_back

    def _enter(self, frame: Any, event: str, argument: Any) -> None:
        self._entered[id(frame.f_code)] = frame.f_code

    def _taken(self) -> frozenset[str]:
        """What was entered since it was last asked."""
        entered, self._entered = self._entered, {}
        names = set()
        for key, code in entered.items():
            if key not in self._names or self._names[key][0] is not code:
                name = self._project.function(code.co_filename, code.co_qualname)
                self._names[key] = code, name
            names.add(self._names[key][1])
        for path in self._folder.iterdir():
            for line in path.read_text().splitlines():
                names.add(self._project.function(*line.split("\t")))
            path.unlink()
        return frozenset(name for name in names if name is not None)

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """A few rows of each test, on one event loop: the others enter much the same."""
        rows: defaultdict[str, list[pytest.Item]] = defaultdict(list)
        for item in items:
            rows[test_function(item.nodeid)].append(item)
        kept = set()
        for each in rows.values():
            each = [item for item in each if not on_other_loop(item.nodeid)] or each
            kept.update(each[:: -(-len(each) // ROWS)])
        items[:] = [item for item in items if item in kept]

    def pytest_collection_finish(self) -> None:
        sys.settrace(None)
        self._at_import = self._taken()
        self._caches = [each for each in gc.get_objects() if self._is_to_forget(each)]

    def _is_to_forget(self, each: Any) -> bool:
        """What is cached is entered by the first test only, so it is forgotten between tests; but not
        whole documents, which take long to read."""
        if not isinstance(each, functools._lru_cache_wrapper):
            return False
        module: str = each.__wrapped__.__module__
        return module.startswith(self._forgetful) and ".sandbox." not in module

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item, nextitem: pytest.Item | None
    ) -> Generator[None, Any, Any]:
        for cache in self._caches:
            cache.cache_clear()
        self._passed, self._entered, self._shared_seconds = True, {}, 0.0
        began = _cpu_seconds()
        self._start()
        answer = yield
        sys.settrace(None)
        seconds, entered = _cpu_seconds() - began - self._shared_seconds, self._taken()
        for definitions in item._fixtureinfo.name2fixturedefs.values():  # type: ignore[attr-defined]
            for each in definitions:
                entered |= self._of_fixtures.get(id(each), frozenset())
                seconds += self._seconds_of_fixtures.get(id(each), 0.0)
        if self._passed:
            self._tests[item.nodeid] = round(seconds, 4), entered
        if nextitem is None or nextitem.path != item.path:
            self._write(item.nodeid.partition("::")[0])
        return answer

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(self, fixturedef: Any) -> Generator[None, Any, Any]:
        """What sets up many tests is entered by each of them, and takes its time for each: alone in
        a fork it has to be set up."""
        before, self._entered = self._entered, {}
        began, earlier = _cpu_seconds(), self._shared_seconds
        answer = yield
        if fixturedef.scope != "function":
            known = self._of_fixtures.get(id(fixturedef), frozenset())
            self._of_fixtures[id(fixturedef)] = known | self._taken()
            took = _cpu_seconds() - began
            self._seconds_of_fixtures[id(fixturedef)] = took - (self._shared_seconds - earlier)
            self._shared_seconds = earlier + took
        self._entered |= before
        return answer

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self._passed = self._passed and report.passed

    def _write(self, file: str) -> None:
        tests, self._tests = self._tests, {}
        names = sorted({name for _, entered in tests.values() for name in entered})
        index = {name: number for number, name in enumerate(names)}
        sets: dict[frozenset[str], int] = {}
        for _, entered in tests.values():
            sets.setdefault(entered, len(sets))
        modules = {name.partition(":")[0] for name in names}
        record = {
            "digest": self._files[file]["digest"],
            "shapes": {module: self._shapes[module] for module in sorted(modules)},
            "at_import": sorted(self._at_import),
            "functions": names,
            "entered": [sorted(index[name] for name in entered) for entered in sets],
            "tests": {test: [seconds, sets[entered]] for test, (seconds, entered) in tests.items()},
        }
        Path(self._files.pop(file)["record"]).write_text(json.dumps(record), encoding="utf-8")

    def pytest_sessionfinish(self, exitstatus: int) -> None:
        for file in tuple(self._files) if exitstatus in RAN else ():
            self._write(file)  # none of its tests could be run

    def pytest_unconfigure(self) -> None:
        shutil.rmtree(self._folder, ignore_errors=True)


def _cpu_seconds() -> float:
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def main() -> int:
    job = json.load(sys.stdin)
    project = Project.read(job["project"])
    options = [*OPTIONS, f"--rootdir={project.root}", *job["files"]]
    return int(pytest.main(options, [Recorder(project, job["files"], job["shapes"])]))


if __name__ == "__main__":
    sys.exit(main())
