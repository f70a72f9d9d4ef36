"""Work in a process of its own that is forked off, watched, and ended with all that it started."""

from __future__ import annotations

import os
import resource
import select
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

IDLE_SECONDS = 15.0
"""Who has waited so long without any work done waits for ever: tests do not sleep."""
BROKEN = 3
"""The status of work that ended with an exception."""
_MEMORY = 3 << 30


class Ended(NamedTuple):
    status: int | None
    """None where it was stopped, for it hung."""
    said: str
    cpu_seconds: float


def fork(work: Callable[[Callable[[str], object]], int]) -> Ended:
    """Run `work` in a fork; it is given how to say something, and returns the status to end with. To
    be called where no thread and no event loop is."""
    reads, writes = os.pipe()
    pid = os.fork()
    if pid == 0:
        status = BROKEN
        try:
            os.close(reads)
            os.setsid()
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
            status = work(lambda words: os.write(writes, words.encode()))
        finally:
            os._exit(status)
    os.close(writes)
    hung = not _ends(pid)
    with suppress(ProcessLookupError):
        os.killpg(pid, signal.SIGKILL)
    _, status, used = os.wait4(pid, 0)
    with os.fdopen(reads, "rb") as pipe:
        said = pipe.read().decode()
    seconds = used.ru_utime + used.ru_stime
    return Ended(None if hung else os.waitstatus_to_exitcode(status), said, seconds)


def limit_cpu(seconds: float) -> None:
    """End this process when it has used so much processor time from now on."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(
        resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + seconds) + 1, hard)
    )


def _ends(pid: int) -> bool:
    """Waits until a process has ended; False where it, and what it started, do nothing any more."""
    descriptor = os.pidfd_open(pid)
    try:
        known, since = -1, time.monotonic()
        while not select.select([descriptor], [], [], 1)[0]:
            work, runs = _work(pid)
            if runs or work != known:
                known, since = work, time.monotonic()
            elif time.monotonic() - since > IDLE_SECONDS:
                return False
        return True
    finally:
        os.close(descriptor)


def _work(session: int) -> tuple[int, bool]:
    """The processor time of the processes of a session, and whether one of them has something to do,
    be it that the machine has no time for it."""
    ticks, runs = 0, False
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session:
            ticks += int(fields[11]) + int(fields[12])
            runs = runs or fields[0] in "RD"
    return ticks, runs
