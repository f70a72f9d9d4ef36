"""Generates every document of a folder, in one process, and prints as JSON what became of each.

Run with the tools environment: `python generating.py OPENAPI DOCUMENTS OUTPUT PART PARTS`.
"""

from __future__ import annotations

import contextlib
import io
import json
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


def generated(main: Any, document: Path, package: Path) -> dict[str, Any]:
    """What the generator's own `main` returns and says, with what got past it as a traceback."""
    said = io.StringIO()
    sys.argv = ["generate.py", "--document", str(document), "--output", str(package)]
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(said):
        try:
            with limited(LIMIT):
                code = main()
        except BaseException:
            code = None
            traceback.print_exc()
    return {"code": code, "said": said.getvalue()}


def run(openapi: str, documents: str, output: str, part: str, parts: str) -> None:
    sys.path.insert(0, openapi)
    generate: Any = __import__("generate")
    names = sorted(each.name for each in Path(documents).iterdir())[int(part) :: int(parts)]
    found = {
        name: generated(generate.main, Path(documents, name, f"{name}.yaml"), Path(output, name))
        for name in names
    }
    print(json.dumps(found))


if __name__ == "__main__":
    run(*sys.argv[1:])
