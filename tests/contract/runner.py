"""Runs Schemathesis on a document and a server, and reads what it reports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from commerce_sdk.sandbox.engine import Document

SEED = 20_250_701


@dataclass
class Run:
    """What Schemathesis reported."""

    exit_code: int
    output: str
    statuses: dict[str, Counter[int]] = field(default_factory=dict)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    errors: list[str] = field(default_factory=list)

    def table(self) -> str:
        rows = [f"{'operation':52} {'cases':>5} {'2xx':>5}  answers"]
        for label, seen in sorted(self.statuses.items()):
            by_status = ", ".join(f"{status}: {count}" for status, count in sorted(seen.items()))
            rows.append(f"{label:52} {seen.total():5} {successes(seen):5}  {by_status}")
        return "\n".join(rows)

    def check(self, operations: Collection[str], cases: int = 1) -> None:
        """Nothing was found, and each operation was asked so often, answered as wished at least
        once and never by a 5xx."""
        print(self.table())
        self.check_clean()
        assert self.statuses.keys() == set(operations)
        for label, seen in self.statuses.items():
            assert seen.total() >= cases, f"{label}\n{self.table()}"
            assert successes(seen) >= 1, f"{label}\n{self.table()}"
            assert not any(status >= 500 for status in seen), f"{label}\n{self.table()}"

    def check_clean(self) -> None:
        assert not self.failures, self.output
        assert not self.errors, self.output
        assert self.exit_code == 0, self.output


def successes(seen: Counter[int]) -> int:
    return sum(count for status, count in seen.items() if 200 <= status < 300)


def labels(document: Document) -> dict[str, str]:
    """The operations of a document by what Schemathesis calls them."""
    return {f"{one.method} {one.path}": one.id for one in document.operations.values()}


def schemathesis(
    document: Path,
    url: str,
    folder: Path,
    *options: str,
    hooks: Path,
    known: Mapping[str, Any],
    config: Path | None = None,
) -> Run:
    """Ask the server at `url` what the document allows. The hooks find what is `known` beyond the
    document in CONTRACT_KNOWN."""
    report = folder / "report.ndjson"
    command = [
        *(sys.executable, "-m", "schemathesis.cli"),
        *(("--config-file", str(config)) if config else ()),
        *("run", str(document), "--url", url),
        *("--seed", str(SEED), "--generation-database", "none"),
        *("--report", "ndjson", "--report-ndjson-path", str(report), "--no-color"),
        *options,
    ]
    environment = {
        **os.environ,
        "SCHEMATHESIS_HOOKS": str(hooks),
        "CONTRACT_KNOWN": json.dumps(known),
        "no_proxy": "127.0.0.1",  # or else each request looks for one in all of the environment
    }
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, timeout=300
    )
    run = Run(done.returncode, done.stdout + done.stderr)
    assert report.exists(), run.output
    for line in report.read_text(encoding="utf-8").splitlines():
        for kind, event in json.loads(line).items():
            if kind == "ScenarioFinished":
                count(run, event["recorder"])
            elif kind.endswith("Error"):
                run.errors.append(line)
    return run


def count(run: Run, recorder: Mapping[str, Any]) -> None:
    """Leaves out what only asks about other methods, and repeats with other credentials."""
    label = recorder["label"]
    for case_id, exchange in recorder.get("interactions", {}).items():
        asked = recorder["cases"][case_id]
        case, answer = asked["value"], exchange.get("response")
        repeats = asked.get("parent_id") is not None
        if answer and not repeats and f"{case['method']} {case['path']}" == label:
            run.statuses.setdefault(label, Counter())[answer["status_code"]] += 1
    for checks in recorder.get("checks", {}).values():
        for check in checks:
            if check["status"] == "failure":
                run.failures[label, check["name"]] += 1
