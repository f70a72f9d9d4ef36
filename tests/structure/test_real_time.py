"""No verdict hangs on how fast the machine is: a test reads its clock, and waits for little of it,
only where this says why."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.conftest import ROOT

CLOCKS = {
    *(f"time.{name}" for name in ("monotonic", "perf_counter", "process_time", "time")),
    *(f"time.{name}_ns" for name in ("monotonic", "perf_counter", "process_time", "time")),
    "anyio.current_time",
    "trio.current_time",
}
WAITS = {"move_on_after", "fail_after", "timeout", "wait_for", "sleep"}
LIBRARIES = {"anyio", "asyncio", "trio", "time"}

GUARD = "so that nothing hangs for ever"
LOOKS = "looks again and again for what tells nobody"
AT_LEAST = "no more than the limit within a window, and no sooner than after it"
LEAPS = "on a loop whose time leaps"
READ = {
    "commerce_layer/test_shared_limits.py": AT_LEAST,
    "contract/prism/conftest.py": GUARD,
    "examples/test_examples.py": GUARD,
    "journeys/kills.py": "draws moments to kill at that come before a journey's end",
    "mutants/forks.py": GUARD,
    "mutants/session.py": "how many rows of a test are recorded; no verdict",
    "runtime/limits/redis/trouble/cells.py": "counts what comes in a window, and lets time pass for it",
    "runtime/limits/redis/trouble/worker.py": "says how long calls waited; no verdict",
    "runtime/limits/test_redis_buckets.py": AT_LEAST,
    "runtime/limits/test_redis_limits.py": AT_LEAST,
    "support/leaping_loops.py": LEAPS,
    "support/redis.py": GUARD,
    "support/servers.py": GUARD,
}
WAITED_FOR = {
    "contract/prism/conftest.py": LOOKS,
    "contract/prism/test_facade_against_prism.py": LOOKS,
    "examples/test_examples.py": LOOKS,
    "runtime/credentials/session_processes.py": "cuts calls short, and asks of none how far it came",
    "runtime/faults/commerce.py": LOOKS,
    "runtime/http/test_broken_setup.py": LOOKS,
    "runtime/http/test_keep_alive.py": LOOKS,
    "runtime/http/test_sockets.py": LOOKS,
    "runtime/limits/redis/test_lines.py": "lets an outage last while calls come; right without it",
    "runtime/limits/redis/test_trouble.py": LOOKS,
    "runtime/limits/redis/trouble/troubles.py": "how often connections are cut, and looks for a replica",
    "runtime/limits/redis/trouble/worker.py": "pauses between calls that are refused; no verdict",
    "runtime/limits/test_redis_buckets.py": "gives who waits a moment to begin; right without it",
    "runtime/limits/test_redis_limits.py": LOOKS,
    "runtime/test_closing_cancelled.py": LOOKS,
    "storefront/session_process.py": LOOKS,
    "support/redis.py": LOOKS,
    "support/servers.py": LOOKS,
    "support/stops.py": LOOKS,
}


def reads_of_clocks(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in CLOCKS:
            yield ast.unparse(node)
        elif isinstance(node, ast.ImportFrom) and node.module in LIBRARIES:
            names = (f"{node.module}.{each.name}" for each in node.names)
            yield from (name for name in names if name in CLOCKS)


def short_waits(tree: ast.AST) -> Iterator[str]:
    """Under a second. None and zero are no times: the one waits for ever, the other for a turn."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        library, _, name = ast.unparse(node.func).rpartition(".")
        times = [*node.args, *(each.value for each in node.keywords)]
        if library in LIBRARIES and name in WAITS:
            yield from (ast.unparse(node) for each in times if _is_short(each))


def _is_short(given: ast.expr) -> bool:
    seconds = given.value if isinstance(given, ast.Constant) else None
    return isinstance(seconds, int | float) and 0 < seconds < 1


def each_file() -> Iterator[tuple[str, ast.AST]]:
    folder = ROOT / "tests"
    for path in sorted(folder.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        yield str(Path(path).relative_to(folder)), tree


def test_the_machines_clock_is_read_where_it_is_listed_and_nowhere_else() -> None:
    assert {name for name, tree in each_file() if any(reads_of_clocks(tree))} == READ.keys()


def test_short_times_are_waited_for_where_they_are_listed_and_nowhere_else() -> None:
    assert {name for name, tree in each_file() if any(short_waits(tree))} == WAITED_FOR.keys()


def test_what_would_come_in_is_found() -> None:
    planted = ast.parse(
        "from time import perf_counter\n"
        "began = time.monotonic()\n"
        "with anyio.move_on_after(0.05), anyio.fail_after(delay=0.5), anyio.fail_after(60):\n"
        "    await asyncio.sleep(0)\n"
        "    await clock.sleep(0.5)\n"
    )
    assert [*reads_of_clocks(planted)] == ["time.perf_counter", "time.monotonic"]
    assert len([*short_waits(planted)]) == 2
