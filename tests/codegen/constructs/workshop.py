"""Generates every construct of the table once, and checks what came out with one run of mypy."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from tests.codegen.constructs.program import program
from tests.codegen.constructs.table import TABLE, Refused, Right
from tests.codegen.generator import TOOLS
from tests.conftest import ROOT
from tests.support.type_checker import strictly_checked

PARTS = 2
EARLIER = {
    "__init__.py": b'"""\nGenerated from earlier.yaml; not edited by hand.\n"""\n',
    "models/of_old.py": b"OLD = True\n",
}


@dataclass(frozen=True)
class Outcome:
    """How generator or lint ended: 0 or 1, or None with a traceback; and what it said."""

    code: int | None
    said: str

    @property
    def made(self) -> bool:
        return self.code == 0 and not self.said


@dataclass(frozen=True)
class Workshop:
    """The folders of the documents and of what was generated, and what became of each."""

    documents: Path
    packages: Path
    outcomes: dict[str, Outcome]
    linted: dict[str, Outcome]
    types: dict[str, str]
    """What mypy finds in the code of a construct, or in its calls."""

    def document(self, name: str) -> Path:
        return self.documents / name / f"{name}.yaml"


def workshop(root: Path) -> Workshop:
    documents, packages = root / "documents", root / "packages"
    packages.mkdir(parents=True)
    for name, construct in TABLE.items():
        (documents / name).mkdir(parents=True)
        (documents / name / f"{name}.yaml").write_text(construct.source(), encoding="utf-8")
        for file, text in construct.beside.items():
            (documents / name / file).write_text(text, encoding="utf-8")
        for file, content in EARLIER.items():
            (packages / name / file).parent.mkdir(parents=True, exist_ok=True)
            (packages / name / file).write_bytes(content)
    outcomes, linted = _judge(documents, packages)
    for name, construct in TABLE.items():
        if outcomes[name].made and isinstance(construct.verdict, Right):
            text = program(name, construct.verdict.calls)
            (packages / f"calls_{name}.py").write_text(text, encoding="utf-8")
    return Workshop(documents, packages, outcomes, linted, check(packages, outcomes))


def _judge(documents: Path, packages: Path) -> tuple[dict[str, Outcome], dict[str, Outcome]]:
    """What the generator makes of each document, and the lint of each that nobody may generate
    from and of what all are edits of: of the others it may say what it likes."""
    refused = [name for name, each in TABLE.items() if isinstance(each.verdict, Refused)]
    linted = ["base", *refused]
    generating = batches(TOOLS, "generate", documents, packages, TABLE)
    linting = batches(sys.executable, "lint", documents, packages, linted)
    return ended(generating, TABLE), ended(linting, linted)


def batches(
    python: Path | str, what: str, documents: Path, packages: Path, names: Collection[str]
) -> list[subprocess.Popen[str]]:
    """Processes that generate or lint a part each of the documents of a folder."""
    words = [*map(str, (python, "-m", "tests.codegen.constructs.batch", what, documents, packages))]
    pipe = subprocess.PIPE
    return [
        subprocess.Popen(
            [*words, *sorted(names)[part::PARTS]], cwd=ROOT, stdout=pipe, stderr=pipe, text=True
        )
        for part in range(PARTS)
    ]


def ended(runs: list[subprocess.Popen[str]], names: Collection[str]) -> dict[str, Outcome]:
    """What became of the documents of these names, once the processes have ended."""
    found = {}
    for run in runs:
        said, fault = run.communicate()
        assert run.returncode == 0, fault
        found |= json.loads(said)
    assert found.keys() == set(names)
    return {name: Outcome(each["code"], each["said"]) for name, each in found.items()}


def check(packages: Path, outcomes: dict[str, Outcome]) -> dict[str, str]:
    """What one strict run of mypy says, by construct. It would say nothing of the others where one
    is no Python, so such a one is left out."""
    made = [name for name in outcomes if outcomes[name].made]
    found = {name: fault for name in made if (fault := _no_python(packages, name))}
    names = [name for name in made if name not in found]
    calls = [path for name in names if (path := packages / f"calls_{name}.py").exists()]
    said = strictly_checked(
        "--explicit-package-bases", *calls, *(packages / name for name in names), beside=packages
    )
    for line in said.splitlines():
        first = Path(line.partition(":")[0])
        place = first.relative_to(packages) if first.is_relative_to(packages) else first
        name = place.parts[0].removeprefix("calls_").removesuffix(".py") if place.parts else ""
        found[name] = found.get(name, "") + line + "\n"
    return found


def _no_python(packages: Path, name: str) -> str:
    for path in [*(packages / name).rglob("*.py"), *packages.glob(f"calls_{name}.py")]:
        try:
            compile(path.read_text(encoding="utf-8"), str(path), "exec", dont_inherit=True)
        except (SyntaxError, ValueError) as fault:
            return f"{path}: {fault}"
    return ""
