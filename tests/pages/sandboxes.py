"""All platforms of the sandbox, for what a page runs: clients that are open, and an environment for
programs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

import httpx

from commerce_sdk import (
    AdminClient,
    ClientCredentials,
    CommerceClient,
    CommerceLayerClient,
    Login,
    StorefrontClient,
)
from commerce_sdk.sandbox import (
    ACCOUNTS,
    CATALOG_ACCOUNT,
    COMMERCE_LAYER_CLIENT_ID,
    COMMERCE_LAYER_CLIENT_SECRET,
    ORGANIZATION,
    STOREFRONT_ADMIN,
    TOKEN,
    ManualClock,
    admin_platform,
    commerce_layer_platform,
    commerce_platform,
    storefront_platform,
)
from commerce_sdk.sandbox.commerce_layer.platform import TOKEN_ORIGIN
from commerce_sdk.sandbox.engine import Platform, Server, SystemClock
from tests.support.servers import listener_on_loopback, served

ORIGIN = "http://127.0.0.1"


@dataclass
class Clients:
    """A client of each platform, as pages call them."""

    commerce: CommerceClient
    admin: AdminClient
    shop: StorefrontClient
    layer: CommerceLayerClient


@dataclass
class Sandboxes:
    """In this process, on one clock that waiting moves on."""

    clock: ManualClock
    clients: Clients
    commerce: Platform
    admin: Platform
    storefront: Platform
    layer: Platform


@asynccontextmanager
async def sandboxes() -> AsyncIterator[Sandboxes]:
    clock = ManualClock()
    sales, organization = commerce_platform(limits=False), admin_platform()
    store, provisioning = storefront_platform(limits=False), commerce_layer_platform(limits=False)
    server = Server(
        {"": [sales, organization], "/storefront": store, "/commerce-layer": provisioning},
        clock=clock,
    )
    transport = httpx.ASGITransport(app=server)
    clients = Clients(
        commerce=CommerceClient(
            token=TOKEN,
            transaction_account=ACCOUNTS[0],
            catalog_account=CATALOG_ACCOUNT,
            base_url=f"{ORIGIN}/commerce/api",
            transport=transport,
            clock=clock,
        ),
        admin=AdminClient(
            token=TOKEN,
            organization=ORGANIZATION,
            base_url=f"{ORIGIN}/admin",
            transport=transport,
            clock=clock,
        ),
        shop=StorefrontClient(
            auth=Login(STOREFRONT_ADMIN.email, STOREFRONT_ADMIN.password),
            base_url=f"{ORIGIN}/storefront",
            transport=transport,
            clock=clock,
        ),
        layer=CommerceLayerClient(
            auth=ClientCredentials(COMMERCE_LAYER_CLIENT_ID, COMMERCE_LAYER_CLIENT_SECRET),
            base_url=f"{ORIGIN}/commerce-layer/api",
            token_url=f"https://{TOKEN_ORIGIN}/oauth/token",
            transport=transport,
            clock=clock,
        ),
    )
    async with clients.commerce, clients.admin, clients.shop, clients.layer:
        yield Sandboxes(clock, clients, sales, organization, store, provisioning)


@contextmanager
def environment() -> Iterator[dict[str, str]]:
    """The same behind sockets, on the machine's clock, where every order is carried out at once;
    gives what `python -m commerce_sdk.sandbox` tells to export."""
    sales, organization = commerce_platform(limits=False), admin_platform()
    with listener_on_loopback() as beside:
        tokens = f"127.0.0.1:{beside.getsockname()[1]}"
        server = Server(
            {
                "": [sales, organization],
                "/storefront": storefront_platform(limits=False),
                "/commerce-layer": commerce_layer_platform(limits=False),
            },
            clock=SystemClock(),
            origins={TOKEN_ORIGIN: tokens},
        )
        sales.behaviour.switches.pending = sales.behaviour.switches.processing = 0.0
        organization.behaviour.switches.provisioning = 0.0
        with served(server, "", beside=[beside]) as running:
            yield {
                "COMMERCE_BASE_URL": f"{running.direct}/commerce/api",
                "COMMERCE_TOKEN": TOKEN,
                "COMMERCE_TRANSACTION_ACCOUNT": ACCOUNTS[0],
                "COMMERCE_ADMIN_BASE_URL": f"{running.direct}/admin",
                "COMMERCE_ADMIN_TOKEN": TOKEN,
                "COMMERCE_ADMIN_ORGANIZATION": ORGANIZATION,
                "COMMERCE_LAYER_BASE_URL": f"{running.direct}/commerce-layer/api",
                "COMMERCE_LAYER_TOKEN_URL": f"http://{tokens}/oauth/token",
                "COMMERCE_LAYER_CLIENT_ID": COMMERCE_LAYER_CLIENT_ID,
                "COMMERCE_LAYER_CLIENT_SECRET": COMMERCE_LAYER_CLIENT_SECRET,
                "STOREFRONT_BASE_URL": f"{running.direct}/storefront",
                "STOREFRONT_EMAIL": STOREFRONT_ADMIN.email,
                "STOREFRONT_PASSWORD": STOREFRONT_ADMIN.password,
            }
