"""Programs that give clients and methods what they do not take, each such line marked `# here`."""

from __future__ import annotations

import inspect

import httpx

import commerce_sdk
from commerce_sdk import (
    AdminClient,
    CommerceClient,
    CommerceLayerClient,
    StorefrontClient,
    journeys,
)
from commerce_sdk.runtime.namespace import Namespace

SETTINGS = """
from typing import Unpack
from commerce_sdk import (
    AdminClient, CommerceClient, CommerceLayerClient, CommerceSettings, LocalLimiter, Login,
    MiddlewareCall, StorefrontClient, new_item,
)

def blocking(call: MiddlewareCall) -> None: ...

class Own(CommerceClient):
    def __init__(self, *, name: str, **settings: Unpack[CommerceSettings]) -> None:
        super().__init__(**settings)
        self.name = name

async def right(commerce: CommerceClient) -> None:
    Own(name="x", token="x", limiter=LocalLimiter())
    CommerceClient.from_env(transaction_account="x", deadline=5)
    commerce.orders.list(page_size=5)

async def wrong(commerce: CommerceClient, admin: AdminClient, layer: CommerceLayerClient) -> None:
    CommerceClient("x")  # here
    CommerceClient(tokn="x")  # here
    CommerceClient(token=5)  # here
    CommerceClient(auth=5)  # here
    CommerceClient(auth=Login("x", "x"), organization="x")  # here
    CommerceClient(token="x", limiter=LocalLimiter)  # here
    CommerceClient(token="x", limiter=LocalLimiter("user"))  # here
    CommerceClient(token="x", retry=3)  # here
    CommerceClient(token="x", middleware=[blocking])  # here
    CommerceClient(token="x", hooks=print)  # here
    CommerceClient(token="x", transport="x")  # here
    CommerceClient(token="x", clock=5)  # here
    CommerceClient(token="x", deadline="5")  # here
    CommerceClient(token="x", tier="higher")  # here
    Own(token="x")  # here
    Own(name=5, token="x")  # here
    CommerceClient.from_env(acount="x")  # here
    CommerceClient.from_env(deadline="5")  # here
    AdminClient.from_env(transaction_account="x")  # here
    StorefrontClient.from_env(tire="enterprise")  # here
    CommerceLayerClient.from_env(client_id=5)  # here
    commerce.with_options(dead_line=5)  # here
    commerce.with_options(token="x")  # here
    commerce.for_account(account="x")  # here
    admin.for_organization()  # here
    commerce.orders.list(page_sise=5)  # here
    commerce.orders.list(page_size="5")  # here
    commerce.order.list()  # here
    await commerce.orders.place(item=[new_item("x")])  # here
    await commerce.orders.place(items=new_item("x"))  # here
    await commerce.orders.place(items=[new_item("x")], fresh="yes")  # here
    commerce.orders.prepare(quote_version="1")  # here
    await admin.products.provision([], site="x")  # here
    await layer.organizations.create(reference="x")  # here
    async for order in commerce.orders.list().pages(before="x"): ...  # here
    (await commerce.orders.get("x")).slig  # here
    (await commerce.orders.get("x")).items[0]  # here
    await (await commerce.orders.resume("x")).result(dead_line=5)  # here
"""

CLIENTS = (AdminClient, CommerceClient, CommerceLayerClient, StorefrontClient)


def methods() -> str:
    """A call of every method and function, by a keyword that it does not have. One that a decorator
    had turned into anything at all would take it."""
    imports = ", ".join(client.__name__ for client in CLIENTS)
    lines = [f"import commerce_sdk\nfrom commerce_sdk import {imports}, journeys"]
    for client in CLIENTS:
        name = client.__name__
        made = client(token="x", base_url="https://x.example", transport=httpx.MockTransport(never))
        lines.append(f"def of_{name}(client: {name}) -> None:")
        spaces = [space for space, _ in inspect.getmembers(client, is_property)]
        for space in ["", *(f"{each}." for each in spaces)]:
            whose: object = getattr(made, space[:-1]) if space else made
            if isinstance(whose, Namespace | client):
                lines += [
                    f"    _ = client.{space}{method}(offerring=5)  # here"
                    for method, _ in inspect.getmembers(whose, inspect.ismethod)
                    if not method.startswith("_")
                ]
    for module, name in ((commerce_sdk, "commerce_sdk"), (journeys, "journeys")):
        lines += [
            f"_ = {name}.{each}(offerring=5)  # here"
            for each in dir(module)
            if inspect.isfunction(getattr(module, each)) and not each.startswith("_")
        ]
    return "\n".join(lines)


def never(request: httpx.Request) -> httpx.Response:
    raise AssertionError(request)


def is_property(member: object) -> bool:
    return isinstance(member, property)
