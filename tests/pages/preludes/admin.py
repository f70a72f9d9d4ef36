"""What the page of the administration presumes."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from commerce_sdk import AdminClient, CommerceClient, new_item, offering
from commerce_sdk.models import NewItem
from tests.pages.sandboxes import sandboxes

__all__ = [
    "APP",
    "OFFERING",
    "Given",
    "another",
    "api_key",
    "app_key",
    "email",
    "items",
    "opened",
    "organization",
    "token",
]

OFFERING = "39605741-b92f-4763-8229-7bba2d16433c"
APP = "3198373c-f623-445a-be6d-da924f4161d2"
organization, another = "organization-1", "organization-2"
api_key, token, email = "key", "token", "admin@example.com"
app_key = "com.example.timesheets"
items: list[NewItem] = [new_item(APP, quantities={"user": 100})]


@dataclass
class Given:
    admin: AdminClient
    commerce: CommerceClient
    product_ari: str
    request_id: str


@asynccontextmanager
async def opened() -> AsyncIterator[Given]:
    async with sandboxes() as here:
        admin, commerce = here.clients.admin, here.clients.commerce
        workspace = await admin.workspaces.search(name="acme").first()
        assert workspace is not None
        ari = str(workspace.id)
        asked = await admin.products.provision(
            [offering(OFFERING)], site="other", admin_email=email
        )
        placed = await commerce.orders.place(
            items=[new_item(OFFERING)], metadata={"provisionRequestId": asked.request_id}
        )
        await placed.result()
        yield Given(admin, commerce, ari, asked.request_id)
