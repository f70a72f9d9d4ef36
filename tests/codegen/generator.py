"""The generator, run as its users run it, on the documents beside this file."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.conftest import ROOT

DOCUMENTS = Path(__file__).parent / "documents"
GOLDEN = Path(__file__).parent / "golden" / "shop"
"""What is generated from `shop.yaml`."""
TOOLS = ROOT / ".venv-tools" / "bin" / "python"


def command(*arguments: object) -> list[str]:
    """Runs where `codegen` can be imported: in the repository, or with it on PYTHONPATH."""
    assert TOOLS.exists(), "the generator's environment is missing: run make .venv-tools/ready"
    return [str(TOOLS), "-m", "codegen.generate", *map(str, arguments)]


def generate(*arguments: object, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    run = command(*arguments)
    return subprocess.run(run, cwd=root, capture_output=True, text=True, check=False)


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
