"""What the page of Commerce Layer presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from commerce_sdk import CommerceLayerClient
from tests.pages.sandboxes import sandboxes

__all__ = ["Given", "client_id", "client_secret", "opened", "token"]

client_id, client_secret, token = "id", "secret", "token"


@dataclass
class Given:
    layer: CommerceLayerClient
    membership_id: str
    provider_id: str
    last_week: datetime


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        layer = here.clients.layer
        organization = await layer.organizations.create(name="The Green Brand")
        role = await layer.organizations.roles(organization.id).first()
        assert role is not None
        member = await layer.memberships.create(
            user_email="jane@example.com", organization=organization, role=role
        )
        provider = await layer.identity_providers.create(
            name="SSO",
            client_id="id",
            client_secret="secret",
            issuer="https://sso.example.com",
            domains="example.com",
            token_url="https://sso.example.com/token",
            authorize_url="https://sso.example.com/authorize",
            jwks_url="https://sso.example.com/keys",
        )
        last_week = datetime.fromtimestamp(here.clock.time(), UTC) - timedelta(days=7)
        yield Given(layer, member.id, provider.id, last_week)
