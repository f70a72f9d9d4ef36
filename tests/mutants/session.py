"""Plants mutants, each in a fork of a process that has collected the tests, and says of each whether
a test notices. `python -m tests.mutants.session`, with the job on its standard input."""

from __future__ import annotations

import gc
import importlib
import json
import os
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import suppress
from types import CodeType
from typing import NamedTuple

import pytest

from tests.mutants.forks import Ended, fork, limit_cpu
from tests.mutants.loading import when_loaded
from tests.mutants.planting import Living
from tests.mutants.project import OPTIONS, Project, on_other_loop, test_function
from tests.mutants.spots import Changeable, Mutant

_USED = ("httpx", "anyio", "trio", "hypothesis", "starlette.applications", "jsonschema", "yaml")
_NOTICED, _SURVIVED = 1, 0
ROWS_SECONDS = 3.0
"""So much processor time has what is known of a test only by other rows."""


Say = Callable[[str], object]
Work = Callable[[Say], int]
Forked = Callable[[Sequence[str], str, int | None], Ended]
"""Runs tests with a mutant of a module, or with the module planted as it is."""


class Planned(NamedTuple):
    mutant: Mutant
    tests: Sequence[str]


class Session:
    """`tell` is told of each mutant: is it noticed, by which test, after how much processor time."""

    def __init__(
        self,
        project: Project,
        planned: Sequence[Planned],
        seconds: dict[str, float],
        tell: Callable[[Planned, bool, str, float], object],
    ) -> None:
        self.project, self._planned, self._seconds, self._tell = project, planned, seconds, tell
        self._folder = tempfile.TemporaryDirectory(prefix="session-", dir=project.store)
        self._modules: dict[str, Changeable] = {}
        self._proven: dict[str, bool] = {}
        self._noticing: defaultdict[str, list[str]] = defaultdict(list)

    def run(self, on_load: bool) -> None:
        """`on_load` plants each before its module is loaded, for which all has to be loaded anew."""
        with self._folder:
            if not on_load:
                tests = {test: None for each in self._planned for test in each.tests}
                self._pytest([*tests], _InPlace(self, self._planned))
                return
            for name in _USED:
                with suppress(ImportError):
                    importlib.import_module(name)
            for each in self._planned:
                self.decide(each, self._loaded)

    def changeable(self, module: str) -> Changeable:
        if module not in self._modules:
            self._modules[module] = Changeable(module, self.project.modules()[module])
        return self._modules[module]

    def plant(self, module: str, number: int | None) -> CodeType:
        """For the modules that are not loaded yet; returns the code that those that are have to get."""
        code = self.changeable(module).changed(number)
        when_loaded(module, self.project.modules()[module], number, code)
        return code

    def decide(self, each: Planned, forked: Forked) -> None:
        """Run the tests of a mutant until one notices; a test counts that passes where the module is
        planted as it is."""
        noticing = self._noticing[f"{each.mutant.module}:{each.mutant.function}"]
        first = [test for test in noticing if test in each.tests]
        tests, seconds = list(dict.fromkeys([*first, *each.tests])), 0.0
        while tests:
            ended = forked(tests, each.mutant.module, each.mutant.number)
            seconds += ended.cpu_seconds
            if ended.status == _SURVIVED:
                break
            test = ended.said.splitlines()[-1] if ended.said else tests[0]
            if test not in self._proven:
                as_it_is = forked([test], each.mutant.module, None)
                self._proven[test] = as_it_is.status == _SURVIVED
            if self._proven[test]:
                noticing.insert(0, test)
                self._tell(each, True, test if ended.said else "loading it", seconds)
                return
            tests.remove(test)
        self._tell(each, False, "", seconds)

    def limit(self, test: str) -> None:
        limit_cpu(2 + 10 * self._seconds.get(test, 1.0))

    def _loaded(self, tests: Sequence[str], module: str, number: int | None) -> Ended:
        """The tests of the first file by themselves: mostly they notice, and files take long to load."""
        near = [test for test in tests if _file(test) == _file(tests[0])]
        far = [test for test in tests if test not in near]
        ended = fork(self._loading(near, module, number))
        if ended.status != _SURVIVED or not far:
            return ended
        again = fork(self._loading(far, module, number))
        return again._replace(cpu_seconds=ended.cpu_seconds + again.cpu_seconds)

    def _loading(self, tests: Sequence[str], module: str, number: int | None) -> Work:
        def work(say: Say) -> int:
            self.plant(module, number)
            limit_cpu(60)
            running = _OnLoad(self, tests, say, rows=number is not None)
            self._pytest(tests, running)
            return _SURVIVED if running.began else _NOTICED

        return work

    def _pytest(self, tests: Sequence[str], plugin: object) -> None:
        files = dict.fromkeys(map(_file, tests))
        options = [f"--rootdir={self.project.root}", f"--basetemp={self._folder.name}/tmp"]
        # Nobody reads how two values differ, nor what a test printed.
        pytest.main([*OPTIONS, *options, "--assert=plain", "-s", *files], [plugin])


class _Running:
    """Keeps the tests that were asked for, in their order."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._items: dict[str, pytest.Item] = {}

    def pytest_sessionstart(self) -> None:
        from hypothesis import Phase, settings

        quick = settings(database=None, phases=[Phase.explicit, Phase.generate], deadline=None)
        settings.register_profile("mutants", quick)
        settings.load_profile("mutants")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        self._items = {item.nodeid: item for item in items}

    def _run(self, tests: Sequence[str], say: Say, *, rows: bool) -> int:
        """Until one fails, whose name is said first: the last that was said was running. With `rows`
        those of the same tests that are not named follow, as far as time allows."""
        named = {test: self._items[test] for test in tests if test in self._items}
        functions = {test_function(test) for test in tests if rows}
        others = [
            item
            for test, item in self._items.items()
            if test_function(test) in functions and test not in named
        ]
        others.sort(key=lambda item: on_other_loop(item.nodeid))
        items = [*named.values(), *others]
        until: float | None = None
        for item, following in zip(items, [*items[1:], None], strict=True):
            if item.nodeid not in named:
                until = until or time.process_time() + ROWS_SECONDS
                if time.process_time() > until:
                    break
            self._session.limit(item.nodeid)
            say(f"{item.nodeid}\n")
            item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
        return _SURVIVED

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_makereport(self, call: pytest.CallInfo[None]) -> None:
        """Before a traceback is made readable, which takes longer than most tests. A test that is
        skipped has seen nothing: the mutant is left to the others."""
        if call.excinfo is not None and not call.excinfo.errisinstance(pytest.skip.Exception):
            os._exit(_NOTICED)


class _OnLoad(_Running):
    def __init__(self, session: Session, tests: Sequence[str], say: Say, *, rows: bool) -> None:
        super().__init__(session)
        self._tests, self._say, self._rows = tests, say, rows
        self.began = False

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed:
            os._exit(_NOTICED)

    def pytest_runtestloop(self) -> bool:
        self.began = True
        self._run(self._tests, self._say, rows=self._rows)
        return True


class _InPlace(_Running):
    def __init__(self, session: Session, planned: Sequence[Planned]) -> None:
        super().__init__(session)
        self._planned = planned

    def pytest_runtestloop(self) -> bool:
        for each in self._planned:
            self._session.changeable(each.mutant.module)
        self._living = Living(self._session.project)
        gc.collect()
        gc.freeze()
        for each in self._planned:
            self._session.decide(each, self._forked)
        return True

    def _forked(self, tests: Sequence[str], module: str, number: int | None) -> Ended:
        def work(say: Say) -> int:
            original = self._session.changeable(module).original
            self._living.change(original, self._session.plant(module, number))
            return self._run(tests, say, rows=number is not None)

        return fork(work)


def _file(test: str) -> str:
    return test.partition("::")[0]


def main() -> None:
    job = json.load(sys.stdin)
    out = os.fdopen(os.dup(1), "w")
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), 1)
        os.dup2(nowhere.fileno(), 2)

    def tell(each: Planned, noticed: bool, by: str, seconds: float) -> None:
        out.write(json.dumps([*each.mutant.key, noticed, by, round(seconds, 3)]) + "\n")
        out.flush()

    planned = [
        Planned(Mutant._make([*mutant[:-1], frozenset(mutant[-1])]), tests)
        for mutant, tests in job["planned"]
    ]
    Session(Project.read(job["project"]), planned, job["seconds"], tell).run(job["on_load"])


if __name__ == "__main__":
    main()
