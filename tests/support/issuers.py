"""An issuer of sessions that ends one whose refresh token is used twice; and stores to keep them in,
each in a file, for processes that share both."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import anyio.lowlevel

from commerce_sdk import Session


@contextmanager
def locked(path: Path) -> Iterator[Any]:
    """What a file holds as JSON, and after the block what the list in `[0]` has become."""
    path.touch()
    with path.open("r+") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        held = [json.loads(file.read() or "null")]
        try:
            yield held
        finally:
            file.seek(0)
            file.truncate()
            json.dump(held[0], file)


class FileStore:
    """A `SessionStore` in a file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    async def load(self) -> str | None:
        await anyio.lowlevel.checkpoint()
        with locked(self.path) as held:
            text: str | None = held[0]
            return text

    async def swap(self, expected: str | None, new: str | None) -> bool:
        await anyio.lowlevel.checkpoint()
        with locked(self.path) as held:
            if held[0] != expected:
                return False
            held[0] = None if new is None else str(new)
            return True


class RefreshRefused(Exception):
    """The issuer does not take this refresh token."""


class Issuer:
    """Each login begins a session; each refresh token is good once, and a second use is a burn."""

    def __init__(self, path: Path, lifetime: float | None = 3600) -> None:
        self.path = path
        self.lifetime = lifetime
        self.while_refreshing: Callable[[], object] = lambda: None

    @contextmanager
    def books(self) -> Iterator[dict[str, Any]]:
        with locked(self.path) as held:
            held[0] = held[0] or {"logins": 0, "used": [], "open": [], "burnt": [], "given": 0}
            yield held[0]

    @property
    def logins(self) -> int:
        with self.books() as books:
            return int(books["logins"])

    @property
    def used(self) -> list[str]:
        with self.books() as books:
            return list(books["used"])

    @property
    def burnt(self) -> list[str]:
        with self.books() as books:
            return list(books["burnt"])

    async def login(self) -> Session:
        await anyio.lowlevel.checkpoint()
        with self.books() as books:
            books["logins"] += 1
            return self._give(books)

    async def refresh(self, refresh_token: str) -> Session:
        await anyio.lowlevel.checkpoint()
        with self.books() as books:
            if refresh_token in books["used"]:
                books["burnt"].append(str(refresh_token))
            if refresh_token not in books["open"]:
                raise RefreshRefused(refresh_token)
            books["open"].remove(refresh_token)
            books["used"].append(str(refresh_token))
            session = self._give(books)
        self.while_refreshing()
        await anyio.lowlevel.checkpoint()
        return session

    def _give(self, books: dict[str, Any]) -> Session:
        books["given"] += 1
        refresh_token = f"refresh-{books['given']}"
        books["open"].append(refresh_token)
        return Session(f"access-{books['given']}", refresh_token, self.lifetime)
