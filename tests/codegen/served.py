"""The generator as one process that runs it again and again, each time in a fork of itself: what it
imports takes longer than what most tests ask of it.

`python -m tests.codegen.served`, in the tools environment: for each line, the arguments of a run as a
JSON list, it prints one that is a JSON list of how the run ended, what it said and what it complained
of.
"""

from __future__ import annotations

import json
import os
import runpy
import sys
from tempfile import TemporaryFile

import codegen.generate

PROGRAM = codegen.generate.__name__
# Each run loads the program itself, and only what it imports is there already.
del sys.modules[PROGRAM]


def run(arguments: list[str]) -> tuple[int, str, str]:
    """How a run with these arguments ended; the fork ends with it, and never returns."""
    with TemporaryFile() as said, TemporaryFile() as complained:
        child = os.fork()
        if not child:
            os.dup2(said.fileno(), sys.stdout.fileno())
            os.dup2(complained.fileno(), sys.stderr.fileno())
            sys.argv = [PROGRAM, *arguments]
            runpy.run_module(PROGRAM, run_name="__main__", alter_sys=True)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        complained.seek(0)
        return code, said.read().decode(), complained.read().decode()


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(run(json.loads(line))), flush=True)
