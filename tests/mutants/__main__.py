"""`python -m tests.mutants [MODULE …]`: says which mutants no test notices, and fails for those that
are not known to be harmless."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from tests.mutants.choosing import Choice, sample
from tests.mutants.harmless import entry_of, gone, listed
from tests.mutants.project import Project, house
from tests.mutants.records import Records, Test, recorded
from tests.mutants.spots import Changeable, Mutant

_AT_ONCE = 300
"""So many mutants share a session, which collects their tests once."""


class Verdict(NamedTuple):
    mutant: Mutant
    noticed: bool
    by: str
    cpu_seconds: float


def mutants_of(project: Project, names: Sequence[str] = ()) -> list[Mutant]:
    return [
        mutant
        for module, path in project.modules(names).items()
        for mutant in Changeable(module, path).mutants
    ]


def decide(
    project: Project, records: Records, mutants: Sequence[Mutant], workers: int
) -> Iterator[Verdict]:
    choice = Choice(records, project.modules())
    size = min(_AT_ONCE, -(-len(mutants) // workers))
    parts = [mutants[start : start + size] for start in range(0, len(mutants), size)]
    with ThreadPoolExecutor(workers) as pool:
        for verdicts in pool.map(lambda part: _decided(project, choice, part), parts):
            yield from verdicts


def _decided(project: Project, choice: Choice, mutants: Sequence[Mutant]) -> list[Verdict]:
    """Most are noticed where functions are changed in place, which is quick."""
    in_place = {each: choice.tests(each) for each in mutants if not each.lasting}
    told = _session(project, in_place, on_load=False)
    left = [one.mutant for one in told if not one.noticed and choice.at_import(one.mutant)]
    left += [each for each in mutants if each.lasting]
    told = [one for one in told if one.mutant not in left]
    told += _session(project, {each: choice.tests_on_load(each) for each in left}, on_load=True)
    return sorted(told, key=lambda one: (one.mutant.module, one.mutant.number))


def _session(
    project: Project, tests: Mapping[Mutant, Sequence[Test]], *, on_load: bool
) -> list[Verdict]:
    planned = {mutant: [test.name for test in each] for mutant, each in tests.items() if each}
    told = [Verdict(mutant, False, "", 0.0) for mutant in tests if mutant not in planned]
    if not planned:
        return told
    job = {
        "project": project.written(),
        "on_load": on_load,
        "planned": [
            ([*mutant[:-1], sorted(mutant.defines)], names) for mutant, names in planned.items()
        ],
        "seconds": {test.name: test.seconds for each in tests.values() for test in each},
    }
    ended = subprocess.run(
        [sys.executable, "-m", "tests.mutants.session"],
        cwd=project.root,
        env=project.environment(),
        input=json.dumps(job),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    of_key = {mutant.key: mutant for mutant in planned}
    lines = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(lines) == len(planned), f"{len(lines)} of {len(planned)} mutants were decided"
    return told + [Verdict(of_key[tuple(line[:4])], *line[4:]) for line in lines]


def run(project: Project, names: Sequence[str], count: int, seed: str, workers: int) -> int:
    entries = listed(project.harmless)
    stale = [f"{entry.key} is gone" for entry in gone(entries, mutants_of(project))]
    mutants = mutants_of(project, names)
    assert mutants, "there is nothing to change"
    chosen = sample(mutants, count or len(mutants), seed)
    print(f"{len(mutants)} mutants, {len(chosen)} of them planted", flush=True)
    records = recorded(project, workers)
    known, unknown, told = {entry.key for entry in entries}, [], []
    for verdict in decide(project, records, chosen, workers):
        told.append(verdict)
        if verdict.noticed and verdict.mutant.key in known:
            stale.append(f"{verdict.mutant} is noticed by {verdict.by}")
        elif not verdict.noticed and verdict.mutant.key not in known:
            unknown.append(verdict.mutant)
            print(f"survived {verdict.mutant}", flush=True)
    (project.store / "survivors.toml").write_text("\n".join(map(entry_of, unknown)), "utf-8")
    _report(told)
    for each in stale:
        print(f"listed as harmless, but {each}")
    print(f"{len(chosen)} planted, {len(unknown)} survived that are not listed")
    return int(bool(unknown or stale))


def _report(verdicts: Sequence[Verdict]) -> None:
    planted, noticed, seconds = Counter[str](), Counter[str](), Counter[str]()
    for verdict in verdicts:
        room = verdict.mutant.module.rpartition(".")[0]
        planted[room] += 1
        noticed[room] += verdict.noticed
        seconds[room] += verdict.cpu_seconds  # type: ignore[assignment]
    for room in sorted(planted):
        each = seconds[room] / planted[room]
        print(f"{room}: {noticed[room]} of {planted[room]} noticed, {each:.2f} s each")


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("modules", nargs="*", help="modules or folders; left out: all")
    parser.add_argument("--tests", nargs="+", default=(), help="what is to notice; left out: all")
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="plant N of them only")
    parser.add_argument("--seed", default="1", help="which N")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    given = parser.parse_args(arguments)
    project = house(given.tests)
    return run(project, given.modules, given.sample, given.seed, given.workers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
