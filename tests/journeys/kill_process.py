"""A process that goes on with a journey from the tokens on its disk, and is killed on the way.

It kills itself at a point that it is given, which lies between two events of one exchange or around
the keeping of one token; or its parent kills it at any moment. What it passed stands in its log.
"""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import ssl
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import anyio
import anyio.lowlevel
import httpx

from commerce_sdk import AdminClient, CommerceClient, CommerceError, journeys
from commerce_sdk.journeys.stages import Stage, stage_of
from commerce_sdk.runtime.http.connection import ConnectionTransport
from commerce_sdk.sandbox import ACCOUNTS, ORGANIZATION, TOKEN

ADMIN_EMAIL = "admin@example.com"
APP = "3198373c-f623-445a-be6d-da924f4161d2"
PARENT = "1036832a-8660-4293-9178-3a12b19bc67c"

BEFORE = "http11.send_request_headers.started"
WITHOUT_ITS_BODY = "http11.send_request_body.started"
SENT = "http11.send_request_body.complete"
ANSWERED = "http11.receive_response_headers.complete"
READ = "http11.response_closed.complete"
OF_AN_EXCHANGE = (BEFORE, WITHOUT_ITS_BODY, SENT, ANSWERED, READ)
ASKED, WRITTEN, KEPT = "asked to keep it", "written beside it", "kept"
OF_A_TOKEN = (ASKED, WRITTEN, KEPT)
_ID = re.compile(r"[0-9a-f-]{36}")


@dataclass(frozen=True)
class Point:
    """A moment of an exchange (`of` is `POST /path`, without ids) or of the keeping of a token (`of`
    is its stage), in a process that found a token of the stage `since`."""

    since: str
    of: str
    moment: str


@dataclass(frozen=True)
class Folder:
    """What is on the disk of a journey: the newest token, what was passed, and how it ended."""

    path: Path

    @property
    def token(self) -> str | None:
        kept = self.path / "token"
        return kept.read_text(encoding="utf-8") if kept.exists() else None

    @property
    def stage(self) -> Stage | None:
        return None if self.token is None else stage_of(self.token)

    @property
    def since(self) -> str:
        """Of what a process goes on from: without a token it begins, as with the first."""
        return "started" if self.stage is None else type(self.stage).__name__.lower()

    def keep(self, token: str, written: Any) -> None:
        """Put a token in the place of the one before, as a whole or not at all."""
        beside = self.path / "token.new"
        with beside.open("w", encoding="utf-8") as file:
            file.write(token)
            file.flush()
            written()
            os.fsync(file.fileno())
        beside.replace(self.path / "token")

    @property
    def log(self) -> list[Point]:
        kept = self.path / "log"
        lines = kept.read_text(encoding="utf-8").split("\n")[:-1] if kept.exists() else []
        return [Point(*json.loads(line)) for line in lines]

    def passed(self, point: Point) -> None:
        with (self.path / "log").open("a", encoding="utf-8") as file:
            file.write(json.dumps([point.since, point.of, point.moment]) + "\n")

    @property
    def end(self) -> dict[str, Any] | None:
        kept = self.path / "end"
        return json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else None

    def ended(self, how: str, **known: object) -> None:
        beside = self.path / "end.new"
        beside.write_text(json.dumps({"how": how, **known}), encoding="utf-8")
        beside.replace(self.path / "end")

    def forget_end(self) -> None:
        (self.path / "end").unlink(missing_ok=True)


@dataclass(frozen=True)
class Job:
    """What one process is to do. It is killed at a point, or at the first that is not `spared`.
    `way_on` is what a person found out of an unclear provisioning, as `resume` takes it."""

    kind: str
    origin: str
    folder: Folder
    since: str = ""
    kill: Point | None = None
    spared: frozenset[Point] | None = None
    way_on: dict[str, Any] = field(default_factory=dict)
    via: str = "v2"
    loop: str = "asyncio"

    def passes(self, of: str, moment: str) -> None:
        """Write down the point that is passed, and end the process where it is killed there."""
        point = Point(self.since, of, moment)
        self.folder.passed(point)
        if point == self.kill or (self.spared is not None and point not in self.spared):
            os.kill(os.getpid(), signal.SIGKILL)


class KillingTransport(httpx.AsyncBaseTransport):
    """A connection of the SDK's own; each event of an exchange is a point that is passed."""

    def __init__(self, job: Job) -> None:
        self._below = ConnectionTransport(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT))
        self._job = job

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        of = f"{request.method} {_ID.sub('…', request.url.path)}"
        told = request.extensions["trace"]

        async def trace(event: str, info: dict[str, Any]) -> None:
            await told(event, info)
            if event in OF_AN_EXCHANGE:
                self._job.passes(of, event)

        request.extensions["trace"] = trace
        return await self._below.handle_async_request(request)

    async def aclose(self) -> None:
        await self._below.aclose()


class Disk:
    """The checkpoint."""

    def __init__(self, job: Job) -> None:
        self._job = job

    async def __call__(self, token: str) -> None:
        stage = json.loads(token)["journey"]["stage"]
        self._job.passes(stage, ASKED)
        self._job.folder.keep(token, lambda: self._job.passes(stage, WRITTEN))
        self._job.passes(stage, KEPT)


class ServedClock:
    """The sandbox's own time: a pause moves it on, for all."""

    def __init__(self, origin: str) -> None:
        self._sandbox = http.client.HTTPConnection(urlsplit(origin).netloc)
        self._now = self._advanced(0.0)

    def _advanced(self, seconds: float) -> float:
        self._sandbox.request("POST", "/_sandbox/advance", json.dumps({"seconds": seconds}))
        now: float = json.loads(self._sandbox.getresponse().read())["time"]
        return now

    def time(self) -> float:
        return self._now

    def monotonic(self) -> float:
        return self._now

    async def sleep(self, seconds: float) -> None:
        self._now = self._advanced(seconds)
        await anyio.lowlevel.checkpoint()

    def close(self) -> None:
        self._sandbox.close()


async def _on_a_new_site(admin: AdminClient, commerce: CommerceClient, **given: Any) -> Any:
    products = [
        journeys.jira(users=100, parent=PARENT),
        journeys.confluence(users=50, parent=PARENT),
    ]
    return await journeys.provision_and_order(
        admin, commerce, products=products, site="acme-2", new_site=True, timezone="UTC", **given
    )


async def _on_a_site(admin: AdminClient, commerce: CommerceClient, **given: Any) -> Any:
    products = [
        journeys.jsm(agents=20, parent=PARENT),
        journeys.confluence(users=50, parent=PARENT),
    ]
    return await journeys.provision_and_order(
        admin, commerce, products=products, site="acme", **given
    )


async def _an_app(admin: AdminClient, commerce: CommerceClient, **given: Any) -> Any:
    app = journeys.app(APP, app_key="com.example.timesheets", quantities={"user": 100})
    return await journeys.install_app(
        admin, commerce, app=app, site="acme", product="jira", **given
    )


KINDS = {"new site": _on_a_new_site, "existing site": _on_a_site, "app": _an_app}


async def _go_on(job: Job) -> None:
    clock = ServedClock(job.origin)
    shared: dict[str, Any] = {
        "token": TOKEN,
        "clock": clock,
        "limiter": None,
        "transport": KillingTransport(job),
    }
    admin = AdminClient(organization=ORGANIZATION, base_url=f"{job.origin}/admin", **shared)
    commerce = CommerceClient(
        transaction_account=ACCOUNTS[0], base_url=f"{job.origin}/commerce/api", **shared
    )
    keep, kept = Disk(job), job.folder.token
    async with admin, commerce:
        if kept is None:
            begin = KINDS[job.kind]
            given = {"admin_email": ADMIN_EMAIL, "via": job.via, "checkpoint": keep}
            journey = await begin(admin, commerce, **given)
        else:
            journey = await journeys.resume(admin, commerce, kept, checkpoint=keep, **job.way_on)
        done = await journey.result()
    job.folder.ended("done", entitlements=len(done.entitlements), request=journey.request_id)
    clock.close()


def work(job: Job) -> None:
    """Go on with the journey of a folder to an end, and write it down there."""
    try:
        anyio.run(_go_on, job, backend=job.loop)
    except journeys.ProvisioningUnclear as unclear:
        shown = [each.attributes.type_key for each in unclear.workspaces if each.attributes]
        assert unclear.order_by is not None
        job.folder.ended(
            "unclear",
            says=str(unclear),
            maybe_applied=unclear.maybe_applied,
            order_by=unclear.order_by.timestamp(),
            workspaces=shown,
        )
    except journeys.JourneyFailed as failed:
        job.folder.ended(
            "failed",
            says=str(failed),
            maybe_applied=failed.maybe_applied,
            request=failed.provision_request_id,
        )
    except CommerceError as error:
        job.folder.ended("error", says=f"{type(error).__name__}: {error}")
