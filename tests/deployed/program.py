"""A program as somebody ships it: uses every public name, places an order, starts sandboxes.

It is run from an archive, without sources, and frozen; so it imports nothing of the tests.
"""

from __future__ import annotations

import asyncio
from importlib.resources import files

import httpx

import commerce_sdk
import commerce_sdk.models
from commerce_sdk import CommerceClient, CommerceLayerClient, NotLoaded, OrderHandle, new_item

ID = "009f8789-c10c-4366-9420-f712d02a6499"
URL = "http://127.0.0.1/commerce/api"


def answer(request: httpx.Request) -> httpx.Response:
    """Takes an order in; its state is looked up."""
    if request.method == "POST":
        return httpx.Response(202, json={"orderId": ID, "statusUrl": f"{URL}/{ID}"})
    return httpx.Response(200, json={"orderId": ID, "status": "SUCCESS"})


async def place(transport: httpx.AsyncBaseTransport, token: str, account: str) -> OrderHandle:
    """An order, placed over this transport."""
    async with CommerceClient(
        token=token, transaction_account=account, base_url=URL, transport=transport
    ) as commerce:
        placed = await commerce.orders.place(items=[new_item(ID)], order_id=ID)
        await commerce.orders.status(placed.order_id)
    return placed


async def read_a_role() -> None:
    """A resource of JSON:API with what it links to, of a platform whose tokens another host gives."""
    from commerce_sdk.sandbox import (
        COMMERCE_LAYER_CLIENT_ID,
        COMMERCE_LAYER_CLIENT_SECRET,
        commerce_layer_platform,
    )
    from commerce_sdk.sandbox.engine import Server

    async with CommerceLayerClient(
        client_id=COMMERCE_LAYER_CLIENT_ID,
        client_secret=COMMERCE_LAYER_CLIENT_SECRET,
        base_url="http://127.0.0.1/api",
        token_url="https://commerce-layer-auth/oauth/token",
        transport=httpx.ASGITransport(app=Server(commerce_layer_platform())),
    ) as layer:
        role = await layer.roles.list(include=["organization"]).first()
        assert role is not None
        assert not isinstance(role.organization, NotLoaded)
        assert role.organization is not None
        assert role.organization.name == "The Blue Brand"


async def main() -> None:
    """All of it."""
    names = [getattr(commerce_sdk, name) for name in commerce_sdk.__all__]
    models = [getattr(commerce_sdk.models, name) for name in dir(commerce_sdk.models)]
    assert len(names) > 50
    assert len(models) > 150
    placed = await place(httpx.MockTransport(answer), "t", ID)
    assert placed.order_id == ID

    from commerce_sdk.sandbox import ACCOUNTS, TOKEN, Sandbox

    sandbox = Sandbox()
    await place(httpx.ASGITransport(app=sandbox), TOKEN, ACCOUNTS[0])
    assert list(sandbox.orders.held) == [ID]
    await read_a_role()
    for package in ("commerce_sdk", "commerce_sdk_api"):
        assert files(package).joinpath("py.typed").is_file()
    print("works", commerce_sdk.__file__)


if __name__ == "__main__":
    asyncio.run(main())
