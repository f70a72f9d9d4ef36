"""What the page of journeys presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import AdminClient, CommerceClient, journeys
from tests.pages.sandboxes import sandboxes

__all__ = ["OFFERING", "Given", "keep", "opened"]

OFFERING = "3198373c-f623-445a-be6d-da924f4161d2"


async def keep(token: str) -> None: ...


@dataclass
class Given:
    admin: AdminClient
    commerce: CommerceClient
    token: str
    journey: journeys.Journey


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    tokens: list[str] = []

    async def keep_here(token: str) -> None:
        tokens.append(token)

    async with sandboxes() as here:
        admin, commerce = here.clients.admin, here.clients.commerce
        journey = await journeys.install_app(
            admin,
            commerce,
            app=journeys.app(OFFERING, app_key="com.example.other", quantities={"user": 5}),
            site="acme",
            product="jira",
            admin_email="admin@example.com",
            checkpoint=keep_here,
        )
        yield Given(admin, commerce, tokens[-1], journey)
