"""What the page of the sandbox presumes: one that is served, at `port`, and `shop`, a platform that is
not served yet."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import pytest

from commerce_sdk import new_item
from commerce_sdk.models import NewItem
from commerce_sdk.sandbox import Sandbox, storefront_platform
from commerce_sdk.sandbox.engine import Platform
from tests.support.servers import served

__all__ = ["Given", "items", "opened"]

items: list[NewItem] = [new_item("009f8789-c10c-4366-9420-f712d02a6499")]


@dataclass
class Given:
    port: int
    shop: Platform


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    with served(Sandbox(limits=False)) as running, pytest.MonkeyPatch.context() as patch:
        patch.setattr("uvicorn.run", lambda app, **settings: None)  # it would serve for ever
        port = int(running.direct.rpartition(":")[2].partition("/")[0])
        yield Given(port, storefront_platform())
