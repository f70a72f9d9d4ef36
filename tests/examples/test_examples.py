"""The examples and the demo run, and keep what they promise."""

from __future__ import annotations

import asyncio
import csv
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from examples import finance_job, order_service
from examples.demo import screen

from commerce_sdk import CommerceClient, ServerError
from commerce_sdk.sandbox import ACCOUNTS, FAILING_OFFERING, TOKEN, Sandbox
from commerce_sdk.sandbox.faults import CutAfterApplying
from tests.conftest import ROOT
from tests.support.servers import Served, on_loopback, served

OFFERING = "009f8789-c10c-4366-9420-f712d02a6499"


@pytest.fixture
def platform(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Served]:
    sandbox = Sandbox(limits=False)
    sandbox.switches.pending = sandbox.switches.processing = 0.05
    with served(sandbox) as running:
        monkeypatch.setenv("COMMERCE_BASE_URL", running.url)
        monkeypatch.setenv("COMMERCE_TOKEN", TOKEN)
        monkeypatch.setenv("COMMERCE_TRANSACTION_ACCOUNT", ACCOUNTS[0])
        monkeypatch.setenv("ORDERS_DB", str(tmp_path / "orders.sqlite"))
        yield running


def until(client: Any, order_id: str, *wanted: str) -> dict[str, str]:
    answer: dict[str, str] = {}
    ends = time.monotonic() + 20
    while time.monotonic() < ends:
        answer = client.get(f"/orders/{order_id}").json()
        if answer["status"] in wanted:
            return answer
        time.sleep(0.02)
    raise AssertionError(answer)


def test_the_service_takes_places_and_follows_an_order(platform: Served) -> None:
    with on_loopback(order_service.app) as client:
        platform.proxy.plan(CutAfterApplying(), method="POST")
        taken = client.post("/orders", json={"offering_id": OFFERING, "users": 5})
        assert taken.status_code == 202
        order_id = taken.json()["order_id"]
        assert until(client, order_id, "DONE")["detail"].startswith("R-")
        failing = client.post("/orders", json={"offering_id": FAILING_OFFERING, "users": 5})
        assert "not for sale" in until(client, failing.json()["order_id"], "FAILED")["detail"]
        assert client.post("/orders", json={"offering_id": "x", "users": 5}).status_code == 422
        assert client.post("/orders", content=b"{").status_code == 400
        assert client.get("/orders/none").status_code == 404

    assert [receipt.order_id for receipt in platform.sandbox.orders.receipts].count(order_id) == 1


def test_the_service_goes_on_after_it_was_stopped(platform: Served) -> None:
    platform.sandbox.switches.processing = 3600.0
    with on_loopback(order_service.app) as client:
        order_id = client.post("/orders", json={"offering_id": OFFERING, "users": 5}).json()[
            "order_id"
        ]
        until(client, order_id, "FOLLOWING")
    platform.sandbox.switches.processing = 0.0

    with on_loopback(order_service.app) as client:
        assert until(client, order_id, "DONE")
    assert len(platform.sandbox.orders.receipts) == 1


def test_the_finance_job_goes_on_where_it_stopped_and_writes_no_order_twice(tmp_path: Path) -> None:
    sandbox = Sandbox(limits=False)
    sandbox.orders.seed_finished(ACCOUNTS[0], 25, ACCOUNTS[0])
    output = tmp_path / "orders.csv"

    async def run(fail_at: int | None) -> int:
        async with CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNTS[0],
            base_url="http://127.0.0.1/commerce/api",
            transport=httpx.ASGITransport(app=sandbox),
            retry=None,
        ) as commerce:
            if fail_at is not None:
                calls = iter(range(fail_at + 1))
                answer = commerce._core.pipeline.transport._pool._given

                class Failing(httpx.AsyncBaseTransport):
                    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
                        if next(calls) == fail_at:
                            return httpx.Response(503)
                        assert answer is not None
                        return await answer.handle_async_request(request)

                commerce._core.pipeline.transport._pool._given = Failing()
            return await finance_job.run(commerce, output, page_size=4)

    with pytest.raises(ServerError):
        asyncio.run(run(fail_at=3))
    with output.open("ab") as file:
        file.write(b"half a line of a run that was kil")
    assert asyncio.run(run(fail_at=None)) == 13

    with output.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == len({entry["order_id"] for entry in rows}) == 25
    assert {entry["ended_well"] for entry in rows} == {"True"}
    assert list(tmp_path.iterdir()) == [output]


def finance(output: Path, answer: httpx.AsyncBaseTransport) -> int:
    async def run() -> int:
        async with CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNTS[0],
            base_url="http://127.0.0.1/commerce/api",
            transport=answer,
            retry=None,
        ) as commerce:
            return await finance_job.run(commerce, output, page_size=4)

    return asyncio.run(run())


BROKEN = httpx.MockTransport(lambda request: httpx.Response(503))


def test_the_finance_job_begins_no_list_anew_that_it_has_read_to_its_end(tmp_path: Path) -> None:
    sandbox = Sandbox(limits=False)
    sandbox.orders.seed_finished(ACCOUNTS[0], 9, ACCOUNTS[0])
    output = tmp_path / "orders.csv"
    for _ in range(2):
        with pytest.raises(ServerError):
            finance(output, BROKEN)  # before its first page nothing is finished
    assert finance(output, httpx.ASGITransport(app=sandbox)) == 9
    written = output.read_bytes()
    assert finance(output, BROKEN) == 0, "once finished it asks for nothing"
    assert output.read_bytes() == written
    assert list(tmp_path.iterdir()) == [output]


def test_the_finance_job_leaves_a_file_alone_that_it_did_not_begin(tmp_path: Path) -> None:
    output = tmp_path / "mine.csv"
    output.write_text("mine")
    assert finance(output, BROKEN) == 0
    assert output.read_text() == "mine"


def test_the_demo_ends_with_its_table_on_a_narrow_terminal_that_knows_ascii_only() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "examples.demo"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "60", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        text=True,
        timeout=90,
        check=False,
    )

    assert run.returncode == 0, run.stderr
    assert run.stdout.isascii()
    assert max(map(len, run.stdout.splitlines())) <= 60
    assert "61 orders on 3 pages" in run.stdout
    assert run.stdout.count("SUCCESS") >= 16
    assert "3 typed reasons" in run.stdout
    assert "placed once" in run.stdout
    assert not run.stderr
    in_time, too_late, person = re.split(r"\n[678]  ", run.stdout)[1:]
    assert re.findall(r"^ +\d+:\d\d  (\w+)", in_time, re.MULTILINE)[:3] == [
        "ProductFound",
        "ProvisioningBegun",
        "OrderPlaced",
    ]
    assert re.search(r"ProvisioningChanged +COMPLETED\n", in_time)
    said = " ".join(too_late.split())
    assert re.search(r"sent \d+ times, and always answered 429", said)
    # An attempt that is under way as the time ends is broken off, and then nobody knows.
    told = re.search(
        r"the provisioning [\w-]{36} was begun at .* UTC, "
        r"and (it was not ordered|whether it was ordered is not known)",
        said,
    )
    assert told is not None
    assert told.end() < said.index("the provisioning is FAILED")
    assert "not ordered in time" in person
    made, again = re.findall(r"brand-7: (\w+); asked for again: (\w+)", " ".join(person.split()))[0]
    assert made == again
    assert "organizations with this reference: 1\n" in person
    assert "refused: user_email: " in person
    seen = re.findall(r"^ +(\d+):\d\d  jane@example.com as [\w-]+: (\w+)$", person, re.MULTILINE)
    assert [status for _, status in seen] == ["pending", "active"]
    assert int(seen[1][0]) >= 4, "minutes"
    assert re.findall(r"page (\d) by id: +(\d+) members", person) == [("1", "25"), ("2", "8")]


ROWS = [
    ("confluence-enterprise", "R-SSG-7H4-5G4-GJ3", "SUCCESS", "2 entitlements"),
    ("list of orders", "-", "complete", "61 orders on 3 pages"),
]


@pytest.mark.parametrize(("width", "lines"), [(60, 5), (74, 5), (75, 4), (80, 4), (120, 4)])
def test_the_demos_table_fits_the_terminal(
    width: int, lines: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(screen, "WIDTH", width)
    screen.table(ROWS)
    said = capsys.readouterr().out
    assert len(said.splitlines()) == lines + 2
    assert max(map(len, said.splitlines())) <= width
    assert said.count("R-SSG-7H4-5G4-GJ3") == 1


@pytest.mark.parametrize("width", [60, 80, 120])
def test_the_demo_breaks_no_word(
    width: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "confluence-enterprise R-SSG-7H4-5G4-GJ3 00000000-0000-4000-8000-00000000fa11 … " * 4
    monkeypatch.setattr(screen, "WIDTH", width)
    screen.say(text)
    said = capsys.readouterr().out
    assert said.split() == text.split()
    assert max(map(len, said.splitlines())) <= width
