"""The generator, run as its users run it, on the documents beside this file."""

from __future__ import annotations

import atexit
import json
import subprocess
from collections.abc import Collection
from functools import cache
from pathlib import Path

from codegen.reading.bundle import load
from tests.conftest import ROOT

DOCUMENTS = Path(__file__).parent / "documents"
GOLDEN = Path(__file__).parent / "golden" / "shop"
"""What is generated from `shop.yaml`."""
TOOLS = ROOT / ".venv-tools" / "bin" / "python"


def command(*arguments: object) -> list[str]:
    """Runs where `codegen` can be imported: in the repository, or with it on PYTHONPATH."""
    assert TOOLS.exists(), "the generator's environment is missing: run make .venv-tools/ready"
    return [str(TOOLS), "-m", "codegen.generate", *map(str, arguments)]


def generate(*arguments: object) -> subprocess.CompletedProcess[str]:
    """What a run of the generator says, in a fork of a process that has imported all that it needs."""
    words, server = command(*arguments), _server()
    assert server.stdin, "it is asked there"
    assert server.stdout, "it answers there"
    server.stdin.write(json.dumps([*map(str, arguments)]) + "\n")
    server.stdin.flush()
    return subprocess.CompletedProcess(words, *json.loads(server.stdout.readline()))


@cache
def _server() -> subprocess.Popen[str]:
    """The one of this process, which ends with it."""
    words, pipe = [str(TOOLS), "-m", "tests.codegen.served"], subprocess.PIPE
    server = subprocess.Popen(words, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    atexit.register(_end, server)
    return server


def _end(server: subprocess.Popen[str]) -> None:
    server.kill()
    server.communicate()


def generated_in(root: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """What a run says in a copy of the repository."""
    run = command(*arguments)
    return subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)


def write_sources_as_json(root: Path, but: Collection[str] = ()) -> None:
    """In a copy of the repository, but for some files. JSON is YAML, too, and is read a hundred times
    faster; every step reads all sources."""
    for source in (root / "openapi").rglob("*.yaml"):
        if source.relative_to(root).as_posix() not in but:
            source.write_text(json.dumps(load(source)), encoding="utf-8")


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
