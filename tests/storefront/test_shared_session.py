"""Two processes with one session, against the sandbox over HTTP, which ends a session whose refresh
token is used twice."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from commerce_sdk.sandbox import STOREFRONT_CUSTOMER, storefront_platform
from commerce_sdk.sandbox.engine import Server
from tests.conftest import ROOT
from tests.support.servers import served
from tests.support.storefront import BOOT

PROCESS = "tests.storefront.session_process"
TOKENS_LAST = 0.1


class Counting:
    """What was answered at which path."""

    def __init__(self, below: ASGIApp) -> None:
        self._below = below
        self.answered: Counter[tuple[str, int]] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start":
                self.answered[scope["path"].removeprefix("/storefront"), message["status"]] += 1
            await send(message)

        await self._below(scope, receive, counted)


def test_two_processes_on_one_store_burn_no_session(tmp_path: Path) -> None:
    platform = storefront_platform(limits=False)
    app = Counting(Server({"/storefront": platform}))
    platform.behaviour.switches.access_token = TOKENS_LAST
    assert platform.behaviour.switches.on_reuse == "end"
    with served(app, "/storefront") as running:
        command = [sys.executable, "-m", PROCESS, running.direct, str(tmp_path / "session")]
        command += [STOREFRONT_CUSTOMER.email, STOREFRONT_CUSTOMER.password, BOOT]
        processes = [
            subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            for _ in range(2)
        ]
        with ExitStack() as pipes:
            for each in processes:
                pipes.enter_context(each)
                assert each.stdout is not None
                assert each.stdout.readline() == b"ready\n"
            for each in processes:
                assert each.stdin is not None
                each.stdin.write(b"go\n")
                each.stdin.flush()
            assert [each.wait(120) for each in processes] == [0, 0]
    assert app.answered["/auth/login", 200] == 1
    assert app.answered["/auth/refresh", 200] >= 3
    assert app.answered["/auth/refresh", 401] == 0
    assert platform.behaviour.sessions.open_sessions() == 1
