"""A wrong argument of a call is found by each type checker, inside the SDK as well."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import httpx
import pytest

import commerce_sdk
from commerce_sdk import (
    AdminClient,
    CommerceClient,
    CommerceLayerClient,
    StorefrontClient,
    journeys,
)
from commerce_sdk.runtime.namespace import Namespace
from tests.support.pyright import findings
from tests.support.type_checker import strictly_checked

PROGRAM = """
from commerce_sdk.runtime.core import Core
from commerce_sdk.runtime.lists.listing import paginate
from typing import assert_type
from commerce_sdk_api.commerce import api
from commerce_sdk_api.commerce.models import Invoice

async def right(core: Core) -> None:
    assert_type(await core.ask(api.invoices.get_invoice.build(id="x")), Invoice)
    paginate(core, api.invoices.list_invoices.build(page_size=5))

async def wrong(core: Core) -> None:
    await core.ask(api.invoices.get_invoice.build(invoice_idd="x"))  # here
    await core.ask(api.invoices.get_invoice.build(id="x", nonsense=3))  # here
    await core.ask(api.invoices.get_invoice.build(id=5))  # here
    await core.ask(api.invoices.get_invoice, id="x")  # here
    await core.ask(api.orders.create_order.build(body={}))  # here
    paginate(core, api.invoices.list_invoices.build(page_sise=5))  # here
"""

RESOURCES = """
from commerce_sdk import CommerceLayerClient

async def right(layer: CommerceLayerClient) -> None:
    await layer.roles.get("x", include=["organization.roles"], fields=["name"])

async def wrong(layer: CommerceLayerClient) -> None:
    layer.roles.list(include=["organisation"])  # here
    layer.roles.list(include=["organization.memberships.role"])  # here
    layer.roles.list(fields=["nam"])  # here
    layer.roles.list(fields={"roles": ["nam"]})  # here
    layer.roles.list(fields={"rolls": ["name"]})  # here
    layer.roles.list(sort=["+name"])  # here
    layer.roles.list(by="name")  # here
    layer.roles.permissions("x", sort=["user_email"])  # here
    layer.organizations.roles("x", include=["versionen"])  # here
    layer.versions.list(include=["role"])  # here
    await layer.roles.get("x", include=["organisation"])  # here
    await layer.memberships.role("x", fields=["user_email"])  # here
    await layer.roles.create(name="x")  # here
    await layer.roles.create(name=None, organization="x")  # here
    await layer.roles.update("x", name=None)  # here
    await layer.memberships.update("x", role=None)  # here
    await layer.memberships.update("x", application_memberships=None)  # here
    await layer.memberships.update("x", user_email="x")  # here
    (await layer.roles.get("x")).nam  # here
    (await layer.memberships.get("x")).role.name  # here
    if (await layer.memberships.get("x")).role is not None:
        (await layer.roles.get("x")).permissions[0]  # here
"""

MODELS = """
from commerce_sdk.admin.models import Workspace
from commerce_sdk.commerce_layer.models import Role
from commerce_sdk.models import Order
from commerce_sdk.storefront.models import Product

from commerce_sdk.admin.models import Order as A  # here
from commerce_sdk.commerce_layer.models import Order as B  # here
from commerce_sdk.models import Membership as C  # here
from commerce_sdk.storefront.models import Membership as D  # here
"""

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


PROGRAMS = {
    "operations": PROGRAM,
    "resources": RESOURCES,
    "models": MODELS,
    "settings": SETTINGS,
    "methods": methods(),
}


def mypy(*programs: Path) -> list[tuple[str, int]]:
    found = re.findall(r"(\w+)\.py:(\d+): error", strictly_checked(*programs))
    return [(name, int(line)) for name, line in found]


def pyright(*programs: Path) -> list[tuple[str, int]]:
    return [(each.path.stem, each.line) for each in findings(programs[0].parent, "standard")]


@pytest.fixture(scope="module", params=[mypy, pyright])
def found(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, set[int]]:
    """The lines that a checker refuses, by program."""
    folder = tmp_path_factory.mktemp("wrong")
    programs = [folder / f"{name}.py" for name in PROGRAMS]
    for program, text in zip(programs, PROGRAMS.values(), strict=True):
        program.write_text(text, encoding="utf-8")
    refused: list[tuple[str, int]] = request.param(*programs)
    return {name: {line for where, line in refused if where == name} for name in PROGRAMS}


@pytest.mark.parametrize("name", PROGRAMS)
def test_a_wrong_argument_is_found_where_it_stands(name: str, found: dict[str, set[int]]) -> None:
    lines = PROGRAMS[name].splitlines()
    assert found[name] == {n for n, line in enumerate(lines, 1) if line.endswith("# here")}
