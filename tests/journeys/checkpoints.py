"""Checkpoints that do more than to keep the token."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from tests.journeys.two_platforms import Kept


class Crash(BaseException):
    """What a checkpoint of a test raises."""


@dataclass
class At(Kept):
    """Keeps the token, and at a stage does something besides, once."""

    stage: str = ""
    act: Callable[[], Awaitable[object] | None] = lambda: None

    async def __call__(self, token: str) -> None:
        await super().__call__(token)
        if json.loads(token)["journey"]["stage"] == self.stage:
            self.stage = ""
            doing = self.act()
            if doing is not None:
                await doing


def crash() -> None:
    raise Crash("the disk is full")
