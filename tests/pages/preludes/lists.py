"""What the page of lists presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import CommerceClient
from commerce_sdk.models import Order
from commerce_sdk.sandbox import ACCOUNTS
from tests.pages.sandboxes import sandboxes

__all__ = ["Given", "load", "opened", "store", "work_on"]


@dataclass
class Kept:
    cursor: str | None = None
    done: bool = False


def load() -> Kept:
    return Kept()


def store(rows: Sequence[Order], *, cursor: str | None, done: bool) -> None: ...


async def work_on(rows: Sequence[Order]) -> None: ...


@dataclass
class Given:
    commerce: CommerceClient


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        here.commerce.behaviour.orders.seed_finished(ACCOUNTS[0], 120, ACCOUNTS[0])
        yield Given(here.clients.commerce)
