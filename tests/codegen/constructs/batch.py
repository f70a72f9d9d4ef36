"""Generates, or lints, documents of a folder, and prints as JSON what became of each.

`python -m tests.codegen.constructs.batch generate|lint DOCUMENTS OUTPUT NAME …`; to generate takes
the tools environment.
"""

from __future__ import annotations

import contextlib
import io
import json
import signal
import sys
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from codegen.lint import problems
from codegen.reading.bundle import bundle
from codegen.reading.failures import DocumentFailed

LIMIT = 5.0


class TooLong(BaseException):
    """No `Exception`, so that nobody takes it for a fault of a document."""


@contextlib.contextmanager
def limited(seconds: float) -> Iterator[None]:
    """Raise `TooLong` within what has computed for so long; waiting, and other processes, are free."""

    def stop(*_: object) -> None:
        raise TooLong(f"has not ended after {seconds} s")

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def judged(run: Callable[[], int]) -> dict[str, Any]:
    """What it returns and says, with what got past it as a traceback."""
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            with limited(LIMIT):
                code: int | None = run()
        except BaseException:
            code = None
            traceback.print_exc()
    return {"code": code, "said": said.getvalue()}


def generate(document: Path, package: Path) -> int:
    """The generator's own `main`."""
    from codegen.generate import main

    sys.argv = ["generate", "--document", str(document), "--output", str(package)]
    return main()


def lint(document: Path, package: Path) -> int:
    """The lint, of one document."""
    try:
        found: list[object] = [*problems(bundle(document))]
    except DocumentFailed as fault:
        found = [fault]
    print(*found, sep="\n", end="")
    return int(bool(found))


def run(what: str, documents: str, output: str, *names: str) -> None:
    act = {"generate": generate, "lint": lint}[what]
    found = {}
    for name in names:
        document, package = Path(documents, name, f"{name}.yaml"), Path(output, name)
        found[name] = judged(partial(act, document, package))
    print(json.dumps(found))


if __name__ == "__main__":
    run(*sys.argv[1:])
