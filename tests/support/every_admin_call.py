"""Every operation of the administration through the facade, with one id in every place that takes
one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from commerce_sdk import AdminClient, offering
from tests.support.every_call import ID

Call = Callable[[AdminClient, Any], Awaitable[Any]]


def _products(admin: AdminClient, id_: Any) -> Awaitable[Any]:
    return admin.products.provision([offering(ID)], site=id_, admin_email="a@example.com")


def _app(admin: AdminClient, id_: Any) -> Awaitable[Any]:
    return admin.apps.provision(id_, [offering(ID)], admin_email="a@example.com", app_key=id_)


EVERY_ADMIN_CALL: dict[str, Call] = {
    "provision_products": _products,
    "provision_app": _app,
    "get_provisioning_status": lambda c, x: c.provisioning.get(x),
    "list_product_entitlements": lambda c, x: c.products.entitlements(x),
    "search_workspaces": lambda c, x: c.workspaces.search(name=x).first(),
}


async def _end(handle: Awaitable[Any]) -> Any:
    return await (await handle).result(deadline=60)


ADMIN_FOLLOWED: dict[str, Call] = {
    "a provisioning": lambda c, x: _end(c.provisioning.wait(x)),
    "products provisioned": lambda c, x: _end(_products(c, x)),
    "an app provisioned": lambda c, x: _end(_app(c, x)),
    "all workspaces": lambda c, x: c.workspaces.search(deadline=30).collect(),
}
