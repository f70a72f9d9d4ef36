"""What the page of services presumes: an issuer, a Redis, metrics, a table of rows."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Protocol, TypedDict

from redis.asyncio import Redis

from commerce_sdk import AdminClient, CommerceClient, MemorySessionStore
from tests.pages.sandboxes import sandboxes

__all__ = [
    "ACCOUNT",
    "EMAIL",
    "PASSWORD",
    "SITE",
    "Given",
    "attempts",
    "latency",
    "my_issuer",
    "opened",
    "record",
    "redis",
    "retries",
    "rows",
    "store",
]

ACCOUNT, SITE, EMAIL, PASSWORD = "acme", "acme", "admin@example.com", "secret"


class Tokens(TypedDict):
    access_token: str
    refresh_token: str
    expires_in: float


class Issuer:
    async def client_credentials(self) -> Tokens:
        return {"access_token": "a", "refresh_token": "r", "expires_in": 3600.0}

    async def login(self, email: str, password: str) -> Tokens:
        return await self.client_credentials()

    async def refresh(self, refresh_token: str) -> Tokens:
        return await self.client_credentials()


class Rows:
    async def put(self, key: str, token: str) -> None: ...

    async def delete(self, key: str) -> None: ...


class Sample(Protocol):
    def observe(self, amount: float) -> None: ...

    def inc(self) -> None: ...


class Metric:
    """As a client of Prometheus has it."""

    def labels(self, *values: object) -> Metric:
        return self

    def observe(self, amount: float) -> None: ...

    def inc(self) -> None: ...


def record(operation: str, attempt: int, outcome: str, seconds: float) -> None: ...


my_issuer, rows, store = Issuer(), Rows(), MemorySessionStore()
latency, attempts, retries = Metric(), Metric(), Metric()
redis = Redis.from_url("redis://127.0.0.1:9/0")  # connects only once it is asked


@dataclass
class Given:
    admin: AdminClient
    commerce: CommerceClient


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    root, ours = logging.getLogger(), logging.getLogger("commerce_sdk")
    handlers, level = root.handlers[:], ours.level
    try:
        async with sandboxes() as here:
            yield Given(here.clients.admin, here.clients.commerce)
    finally:  # the page sets up logs as a program does
        root.handlers[:] = handlers
        ours.setLevel(level)
