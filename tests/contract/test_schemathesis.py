"""Schemathesis on the sandbox over HTTP: every operation, and a planted fault that it must find."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
import uvicorn

from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, QUOTES, TOKEN, ManualClock, Sandbox
from commerce_sdk.sandbox import orders as behaviour
from tests.conftest import ROOT

HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/commerce.json"
CASES = 100
SEED = 20_250_701
OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"


@contextmanager
def over_http(sandbox: Sandbox) -> Iterator[str]:
    # Named TCP outright: only then does asyncio switch off Nagle's algorithm, 40 ms an answer.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen()
    server = uvicorn.Server(
        uvicorn.Config(sandbox, log_level="error", access_log=False, lifespan="off")
    )
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]}, daemon=True)
    thread.start()
    ends = time.monotonic() + 10
    while not server.started:
        assert time.monotonic() < ends, "the sandbox did not start"
        time.sleep(0.005)
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}{sandbox.document.base_path}"
    finally:
        server.should_exit = True
        thread.join(10)
        listener.close()


def order_in_every_stage(sandbox: Sandbox, clock: ManualClock, url: str) -> list[str]:
    """One order of each state that there is; the clock stands still afterwards."""
    stages = (("v2", OFFERING, 5), ("v4", FAILING_OFFERING, 5), ("v4", OFFERING, 5))
    stages += (("v4", OFFERING, 2), ("v4", OFFERING, 0))
    placed = []
    headers = {"Authorization": f"Bearer {TOKEN}", "X-transaction-account": ACCOUNTS[0]}
    with httpx.Client(base_url=url, headers=headers) as client:
        for number, (api, offering, seconds) in enumerate(stages):
            order = str(uuid.UUID(int=number, version=4))
            item = {"type": "CREATION_ORDER", "itemId": "O1", "offeringId": offering}
            body = {"orderId": order, "items": [item]}
            client.post(f"/{api}/orders", json=body).raise_for_status()
            clock.advance(seconds)
            placed.append(order)
        states = {client.get(f"/v4/orders/{order}").json()["status"] for order in placed}
    assert len(states) == len(stages), states
    return placed


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


def successes(seen: Counter[int]) -> int:
    return sum(count for status, count in seen.items() if 200 <= status < 300)


def schemathesis(
    sandbox: Sandbox, clock: ManualClock, folder: Path, *options: str, cases: int
) -> Run:
    report = folder / "report.ndjson"
    with over_http(sandbox) as url:
        quote, version = next(iter(QUOTES.items()))
        known = {
            "account": ACCOUNTS[0],
            "orders": order_in_every_stage(sandbox, clock, url),
            "quote": {"id": quote, "version": version},
        }
        command = [
            *(sys.executable, "-m", "schemathesis.cli"),
            *("--config-file", str(HERE / "schemathesis.toml")),
            *("run", str(DOCUMENT), "--url", url, "-H", f"Authorization: Bearer {TOKEN}"),
            *("-n", str(cases), "--seed", str(SEED), "--generation-database", "none"),
            *("--report", "ndjson", "--report-ndjson-path", str(report), "--no-color"),
            *options,
        ]
        environment = {
            **os.environ,
            "SCHEMATHESIS_HOOKS": str(HERE / "mending.py"),
            "CONTRACT_KNOWN": json.dumps(known),
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


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


def test_the_sandbox_keeps_to_the_document(clock: ManualClock, tmp_path: Path) -> None:
    sandbox = Sandbox(limits=False, clock=clock)

    run = schemathesis(sandbox, clock, tmp_path, cases=CASES)

    print(run.table())
    everything = {f"{one.method} {one.path}" for one in sandbox.document.operations.values()}
    assert not run.failures, run.output
    assert not run.errors
    assert run.exit_code == 0, run.output
    assert set(run.statuses) == everything
    assert len(everything) == 7
    for label, seen in run.statuses.items():
        assert seen.total() >= CASES, f"{label}\n{run.table()}"
        assert successes(seen) >= 1, f"{label}\n{run.table()}"
        assert not any(status >= 500 for status in seen), f"{label}\n{run.table()}"


class SlugIsNumber(behaviour.Orders):
    """Answers a number where the document has a text."""

    def get_order(self, account: str, order_id: str) -> behaviour.Json:
        return {**super().get_order(account, order_id), "slug": 5}


class StatusIsUnknown(behaviour.Orders):
    """Answers a status that the document does not list."""

    def get_order_status(self, account: str, order_id: str) -> behaviour.Json:
        state = super().get_order_status(account, order_id)
        return {**state, "status": "DONE"} if state["status"] == "SYNC_ORDER" else state


@pytest.mark.parametrize(
    ("planted", "label"),
    [
        (SlugIsNumber, "GET /v2/orders/{id}"),
        (StatusIsUnknown, "GET /v4/orders/{id}"),
    ],
)
def test_a_planted_fault_is_caught(
    planted: type[behaviour.Orders], label: str, clock: ManualClock, tmp_path: Path
) -> None:
    sandbox = Sandbox(limits=False, clock=clock)
    sandbox.orders = planted(clock, 0)

    run = schemathesis(sandbox, clock, tmp_path, "--phases", "examples,fuzzing", cases=25)

    assert run.exit_code == 1, run.output
    assert (label, "response_schema_conformance") in run.failures, run.output
