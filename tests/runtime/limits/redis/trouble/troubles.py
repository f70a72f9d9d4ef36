"""What befalls a Redis, and when it is over."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from redis.asyncio import Redis

from tests.support.redis import RedisServer
from tests.support.relay import Relay

LASTS = 3.0


@dataclass
class Scene:
    """A server, the relay that leads to it, and another server for who fails over."""

    server: RedisServer
    relay: Relay
    folder: Path
    others: list[RedisServer]

    @asynccontextmanager
    async def asked(self, server: RedisServer) -> AsyncIterator[Any]:
        async with Redis.from_url(server.url, decode_responses=True) as client:
            yield client


Befalls = Callable[[Scene], Awaitable[None]]


@dataclass(frozen=True)
class Trouble:
    befalls: Befalls
    keeps: bool
    """Is the limit kept all the time, for Redis is there, or back with all it knew?"""
    from_the_start: bool = False
    remembers: bool = False
    prepares: Befalls | None = None


async def _nothing(scene: Scene) -> None:
    await asyncio.sleep(LASTS)


def _gone(how: signal.Signals, seconds: float) -> Befalls:
    async def befalls(scene: Scene) -> None:
        scene.server.stop(how)
        await asyncio.sleep(seconds)
        await asyncio.to_thread(scene.server.start)

    return befalls


async def _hangs(scene: Scene) -> None:
    scene.server.hang()
    await asyncio.sleep(LASTS)
    scene.server.go_on()


async def _forgets(scene: Scene) -> None:
    async with scene.asked(scene.server) as raw:
        await raw.flushall()


async def _is_cut(scene: Scene) -> None:
    for _ in range(10):
        scene.relay.cut()
        await asyncio.sleep(0.3)


def _slow(seconds: float) -> Befalls:
    async def befalls(scene: Scene) -> None:
        scene.relay.delay = seconds

    return befalls


async def _gets_a_replica(scene: Scene) -> None:
    (scene.folder / "replica").mkdir(exist_ok=True)
    replica = RedisServer(
        scene.folder / "replica", "--replicaof", "127.0.0.1", str(scene.server.port)
    )
    await asyncio.to_thread(replica.start)
    scene.others.append(replica)
    async with scene.asked(replica) as raw:
        while (await raw.info("replication"))["master_link_status"] != "up":  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def _fails_over(scene: Scene) -> None:
    """By hand: the old one serves whoever is still connected, and takes nothing in."""
    (replica,) = scene.others
    async with scene.asked(replica) as raw, scene.asked(scene.server) as old:
        await raw.replicaof("NO", "ONE")
        await old.replicaof("127.0.0.1", replica.port)
    scene.relay.leads_to = replica.port


TROUBLES = {
    "none": Trouble(_nothing, keeps=True),
    "slow by 0.2 s": Trouble(_slow(0.2), keeps=True, from_the_start=True),
    "slow by 0.9 s": Trouble(_slow(0.9), keeps=True, from_the_start=True),
    "hung for 3 s": Trouble(_hangs, keeps=True),
    "cut every 0.3 s": Trouble(_is_cut, keeps=True),
    "restarted with its memory": Trouble(_gone(signal.SIGTERM, 0.0), keeps=True, remembers=True),
    "failed over by hand": Trouble(_fails_over, keeps=True, prepares=_gets_a_replica),
    "restarted without": Trouble(_gone(signal.SIGTERM, 0.0), keeps=False),
    "flushed": Trouble(_forgets, keeps=False),
    "stopped for 3 s": Trouble(_gone(signal.SIGTERM, LASTS), keeps=False),
    "killed, 3 s away": Trouble(_gone(signal.SIGKILL, LASTS), keeps=False),
}
