"""What became of a journey whose process was killed: what the platform has, seen from outside, and
what has to hold between that, the disk, and what the journey says."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx

from commerce_sdk.journeys.stages import Provisioning
from tests.journeys.kill_process import BEFORE, SENT, Folder, Point

_PROVISIONED_BY = ("/products", "/apps")


@dataclass(frozen=True)
class Seen:
    """What the platform has of the one journey since it began anew."""

    received: int
    provisionings: dict[str, dict[str, Any]]
    orders: list[str]
    receipts: list[tuple[str, str]]


class Platform:
    """The sandbox in a process of its own, looked at from outside."""

    def __init__(self, origin: str) -> None:
        self.origin = origin
        self._control = httpx.Client(base_url=f"{origin}/_sandbox")

    def begin(self, switches: dict[str, Any]) -> None:
        """Make the world anew."""
        self._post("reset", None)
        self._post("switches", switches)

    def advance(self, seconds: float) -> None:
        self._post("advance", {"seconds": seconds})

    def lose_the_answer(self, operation: str) -> None:
        """Answer 503 to the next such request, and carry it out all the same."""
        at = "admin/fail-next" if operation.startswith("provision_") else "fail-next"
        self._post(at, {"operation_id": operation, "status": 503, "after_applying": True})

    def seen(self) -> Seen:
        """What it has, once nothing is on its way any more."""
        before = self._look()
        while (now := self._look()) != before:
            before = now
        return now

    def _look(self) -> Seen:
        commerce, admin = self._get("state"), self._get("admin/state")
        return Seen(
            received=sum(admin["received"].values()),
            provisionings=admin["requests"],
            orders=list(commerce["orders"]),
            receipts=[(each["order_id"], each["digest"]) for each in commerce["receipts"]],
        )

    def _get(self, path: str) -> dict[str, Any]:
        answer: dict[str, Any] = self._control.get(f"/{path}").raise_for_status().json()
        return answer

    def _post(self, path: str, body: object) -> None:
        self._control.post(f"/{path}", json=body).raise_for_status()

    def close(self) -> None:
        self._control.close()


@contextmanager
def platform_in_a_process() -> Iterator[Platform]:
    command = [sys.executable, "-m", "commerce_sdk.sandbox", "--manual-clock", "--no-limits"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdout is not None
            ready = program.stdout.readline().split()
            served = Platform(ready[-1].removesuffix("/commerce/api"))
            try:
                yield served
            finally:
                served.close()
        finally:
            program.terminate()


def check_what_is_kept(folder: Folder, seen: Seen) -> None:
    """Nothing is there of which the disk does not know, and nothing twice."""
    stage = folder.stage
    assert seen.received <= 1, "more than one provisioning was sent"
    assert len(seen.provisionings) <= 1, "more than one was provisioned"
    assert len(seen.orders) <= 1, "more than one order"
    assert len(set(seen.receipts)) <= 1, "an order was sent again with another body"
    if folder.since == "started":
        assert not seen.received, "something was provisioned, and the disk does not know"
    if folder.since in ("started", "provisioning"):
        assert not seen.receipts, "something was ordered, and the disk does not know"
    if stage is not None:
        assert seen.orders in ([], [stage.plan.order_id]), "an order of another id"


def check_unclear(folder: Folder, seen: Seen) -> str:
    """The unclear end is honest: gives what is true of the provisioning, which it cannot know."""
    stage, end = folder.stage, folder.end
    assert isinstance(stage, Provisioning)
    assert end is not None
    assert end["maybe_applied"] is True
    assert end["order_by"] == stage.sent_at + 600
    assert end["workspaces"] == ([] if stage.plan.new_site else ["jira-software"])
    passed = _moments_of_the_provisioning(folder.log)
    taken_in = len(seen.provisionings) == 1
    if SENT in passed:
        assert taken_in, "it was sent, and the platform does not have it"
    if BEFORE not in passed:
        assert not taken_in, "it was not sent, and the platform has it"
    return "it was provisioned" if taken_in else "it was not"


def _moments_of_the_provisioning(log: Sequence[Point]) -> set[str]:
    """What was passed of the exchange that provisions, in any of the processes."""
    return {
        each.moment
        for each in log
        if each.of.startswith("POST ") and each.of.endswith(_PROVISIONED_BY)
    }


def found_by_a_person(seen: Seen) -> dict[str, Any]:
    """What someone gives `resume` who looked into the administration; nothing where it is over."""
    if not seen.provisionings:
        return {"provision_again": True}
    ((request_id, shown),) = seen.provisionings.items()
    return {"request_id": request_id} if shown["status"] == "IN_PROGRESS" else {}


def check_end(is_troubled: bool, folder: Folder, seen: Seen, how: str) -> None:
    end, stage = folder.end, folder.stage
    assert end is not None
    assert stage is not None
    assert how in ("done", "failed"), end
    ((request_id, shown),) = seen.provisionings.items()
    assert end["request"] == request_id
    if how == "failed":
        assert is_troubled, "there was time to order, and it was not ordered"
        assert not seen.orders, "it was ordered, and the journey says that it failed"
        return
    assert seen.orders == [stage.plan.order_id]
    assert shown["order"] == stage.plan.order_id
    assert shown["status"] == "COMPLETED"
