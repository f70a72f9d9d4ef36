"""Kills the process of a journey, over and over, and sees in the platform what came of it.

    python -m tests.journeys.kills --runs 300

Each run is a journey whose process is killed, at a point before, within or after an exchange or the
keeping of a token, or at any moment, and gone on with by the next from what is on the disk, which
may be killed too; until it ends. The sandbox is a process of its own. First comes every point of
every journey, then what chance draws: several kills, pauses past the time to order, orders that show
late, answers that are lost without a crash.
"""

from __future__ import annotations

import argparse
import itertools
import math
import multiprocessing
import random
import signal
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from tests.journeys import kill_process
from tests.journeys.kill_process import KINDS, OF_A_TOKEN, OF_AN_EXCHANGE, Folder, Job, Point
from tests.journeys.kill_witness import (
    Platform,
    check_end,
    check_unclear,
    check_what_is_kept,
    found_by_a_person,
    platform_in_a_process,
)

LONGEST = 60.0
"""Seconds that one process may take, at the most."""
PRELOADED = [
    "tests.journeys.kill_process",
    *(f"anyio._backends._{each}" for each in ("asyncio", "trio")),
    *(f"commerce_sdk.admin.{each}" for each in ("apps", "products", "workspaces")),
    *(f"commerce_sdk.commerce.{each}" for each in ("entitlements", "orders.placing")),
    *(f"commerce_sdk.runtime.{each}" for each in ("http.transport", "lists.strategies")),
    *(f"commerce_sdk_api.commerce.api.orders.{each}_order" for each in ("create", "place", "get")),
    *(f"commerce_sdk_api.commerce.models.{each}" for each in ("entitlement_v2", "order")),
    *(
        f"commerce_sdk_api.admin.models.{each}"
        for each in ("workspace_page", "workspace_search_input")
    ),
]
"""What a process needs, imported once: it is forked from one that has it."""
LATE = 585.0
"""Seconds after which nothing is ordered any more."""
AT_ONCE = {"pending": 0.0, "processing": 0.0}


@dataclass(frozen=True)
class Trial:
    """One run: a journey, when its processes are killed, and the seconds of the world between them.

    A kill is a point, or the seconds after which the parent kills it. With `spared` each process is
    killed at the first point that is not in there, which then is; until one passes no other."""

    kind: str
    kills: tuple[Point | float, ...] = ()
    spared: set[Point] | None = None
    tells_ways: bool = True
    """Are points of processes that go on from other stages other points?"""
    pauses: tuple[float, ...] = ()
    via: str = "v2"
    loop: str = "asyncio"
    switches: dict[str, Any] = field(default_factory=dict)
    lost: str | None = None
    """An operation whose answer is lost once, without a crash."""

    @property
    def is_troubled(self) -> bool:
        return any(self.pauses) or self.lost is not None


@dataclass
class Story:
    """How the processes of a trial ended, one after the other, and how each unclear end was."""

    ends: list[str] = field(default_factory=list)
    truths: list[str] = field(default_factory=list)
    ways_on: list[str] = field(default_factory=list)
    killed_at: list[Point | None] = field(default_factory=list)
    """The points; None for any moment."""
    was_late: bool = False
    """Did a process go on with what had been provisioned, when the time to order was over?"""


def run(platform: Platform, trial: Trial, path: Path) -> Story:
    """Run a trial to its end. Raises `AssertionError` for what may not be."""
    folder, story = Folder(path), Story()
    platform.begin(trial.switches)
    if trial.lost is not None:
        platform.lose_the_answer(trial.lost)
    kills, pauses = deque(trial.kills), deque(trial.pauses)
    job = Job(trial.kind, platform.origin, folder, via=trial.via, loop=trial.loop)
    while True:
        if trial.spared is not None:
            job = replace(job, spared=frozenset(trial.spared))
        job = replace(job, since=folder.since if trial.tells_ways else "")
        kill = kills.popleft() if kills else None
        how = _process(job, kill)
        seen = platform.seen()
        story.ends.append(how)
        try:
            check_what_is_kept(folder, seen)
            job = replace(job, way_on={})
            if how == "killed":
                at = None if isinstance(kill, float) else folder.log[-1]
                story.killed_at.append(at)
                if trial.spared is not None and at is not None:
                    trial.spared.add(at)
                platform.advance(pause := pauses.popleft() if pauses else 0.0)
                story.was_late |= pause >= LATE and bool(seen.provisionings)
            elif how == "unclear":
                story.truths.append(check_unclear(folder, seen))
                job = replace(job, way_on=found_by_a_person(seen))
                if not job.way_on:
                    return story
                story.ways_on += job.way_on
            else:
                check_end(trial.is_troubled, folder, seen, how)
                return story
        except AssertionError as fault:
            fault.add_note(f"{trial}\n{story}\n{seen}\n{folder.end}\n{folder.token}")
            raise


def _process(job: Job, kill: Point | float | None) -> str:
    """Run one process of a journey: how it ended."""
    job.folder.forget_end()
    job = replace(job, kill=kill if isinstance(kill, Point) else None)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(PRELOADED)
    process = context.Process(target=kill_process.work, args=(job,), daemon=True)
    process.start()
    process.join(kill if isinstance(kill, float) else LONGEST)
    if process.exitcode is None:
        assert isinstance(kill, float), f"a process does not end: {job}"
        process.kill()
        process.join()
    code, end = process.exitcode, job.folder.end
    process.close()
    if code == -signal.SIGKILL and end is None:
        return "killed"
    assert end is not None, f"a process ended with {code} and no word: {job}"
    how: str = end["how"]
    return how


# --- what is tried


def until_nothing_is_new(
    kind: str, spared: set[Point], *, tells_ways: bool, **settings: Any
) -> Iterator[Trial]:
    """Trials of a journey that are killed at each point that one passes, once; the last is not
    killed any more. `spared` are those points, then."""
    before = -1
    while len(spared) > before:
        before = len(spared)
        yield Trial(kind, spared=spared, tells_ways=tells_ways, **settings)


def points(platform: Platform, kind: str) -> list[Point]:
    """Those that a journey passes where nothing goes wrong, in their order."""
    with tempfile.TemporaryDirectory() as folder:
        story = run(platform, Trial(kind), Path(folder))
        assert story.ends == ["done"]
        passed = list(dict.fromkeys(Folder(Path(folder)).log))
    assert {each.moment for each in passed} == {*OF_AN_EXCHANGE, *OF_A_TOKEN}
    return passed


def drawn(chance: random.Random, known: dict[str, list[Point]], longest: float) -> Trial:
    """What chance draws, of the points that are known. A journey takes so many seconds of the
    machine at the `longest`."""
    kind, via = chance.choice(list(KINDS)), chance.choice(["v2", "v4"])
    kills = tuple(
        _way(chance.choice(known[kind]), via)
        if chance.random() < 0.5
        else chance.random() * longest
        for _ in range(chance.choice([1, 2, 2, 3, 4]))
    )
    provision = "provision_app" if kind == "app" else "provision_products"
    lost = (provision, {"v2": "create_order", "v4": "place_order"}[via])
    return Trial(
        kind,
        kills,
        pauses=tuple(chance.choice([0, 0, 60, 540, 580, 590, 601, 3600]) for _ in kills),
        via=via,
        loop=chance.choice(["asyncio", "trio"]),
        switches={
            "visible_after": chance.choice([0.0, 0.0, 3.0, 20.0]),
            "on_duplicate": chance.choice(["replay", "conflict", "locked"]),
        },
        lost=chance.choice([None, None, None, None, *lost]),
    )


def _way(point: Point, via: str) -> Point:
    return replace(point, of=point.of.replace("/v2/orders", f"/{via}/orders"))


# --- all of it


@dataclass
class Figures:
    """What came of all runs."""

    counts: Counter[str] = field(default_factory=Counter)
    points: set[tuple[str, str, Point]] = field(default_factory=set)

    @property
    def killed(self) -> int:
        """How many runs were killed once at the least."""
        return self.counts["runs"] - self.counts["runs killed 0 times"]

    def count(self, trial: Trial, story: Story) -> None:
        self.counts["runs"] += 1
        self.counts[f"of them: {trial.kind}"] += 1
        self.counts["processes"] += len(story.ends)
        self.counts["processes killed"] += len(story.killed_at)
        self.counts["processes killed at any moment"] += story.killed_at.count(None)
        self.points |= {(trial.kind, trial.via, each) for each in story.killed_at if each}
        times = min(len(story.killed_at), 3)
        self.counts[f"runs killed {times} times{' or more' if times == 3 else ''}"] += 1
        self.counts["runs that went on when the time to order was over"] += story.was_late
        unclear = ", after an unclear end" if story.truths else ""
        self.counts[f"end: {story.ends[-1]}{unclear}"] += 1
        for truth in story.truths:
            self.counts[f"unclear ends: {truth}"] += 1
        for way_on in story.ways_on:
            self.counts[f"gone on by a person: {way_on}"] += 1

    def __str__(self) -> str:
        counts = {**self.counts, "points at which one was killed": len(self.points)}
        width = max(map(len, counts))
        return "\n".join(f"{name:<{width}}  {counts[name]:>5}" for name in sorted(counts))


def run_all(platform: Platform, trials: Iterable[Trial], killed: float = math.inf) -> Figures:
    """Run trials, one after the other, until so many of them were killed."""
    figures = Figures()
    for trial in trials:
        if figures.killed >= killed:
            break
        with tempfile.TemporaryDirectory() as folder:
            figures.count(trial, run(platform, trial, Path(folder)))
    return figures


def _all(platform: Platform, chance: random.Random) -> Iterator[Trial]:
    """Every point on every way, then each by itself, then what chance draws, without end."""
    explored: dict[str, set[Point]] = {kind: set() for kind in KINDS}
    for kind, killed_at in explored.items():
        yield from until_nothing_is_new(kind, killed_at, tells_ways=True)
    began = time.monotonic()
    straight = {kind: points(platform, kind) for kind in KINDS}
    longest = 0.8 * (time.monotonic() - began) / len(KINDS)  # some are faster
    loops = itertools.cycle(["asyncio", "trio"])
    for kind, found in straight.items():
        yield from (Trial(kind, (each,), loop=next(loops)) for each in found)
    known = {kind: [*straight[kind], *sorted(found, key=str)] for kind, found in explored.items()}
    while True:
        yield drawn(chance, known, longest)


def main(given: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.journeys.kills")
    parser.add_argument("--runs", type=int, default=300)
    parser.add_argument("--seed", type=int, default=17)
    arguments = parser.parse_args(given)
    chance = random.Random(arguments.seed)
    with platform_in_a_process() as served:
        print(run_all(served, _all(served, chance), arguments.runs))
    return 0


if __name__ == "__main__":
    sys.exit(main())
