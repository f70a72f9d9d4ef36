"""The platforms, in a table: what a test that holds for each of them goes over."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from typing import Any

import attrs
import httpx

from commerce_sdk.document.operation import Operation
from commerce_sdk.runtime.platform_client import PlatformClient
from commerce_sdk_api.admin.operations import OPERATIONS as ADMIN_OPERATIONS
from commerce_sdk_api.commerce.operations import OPERATIONS as COMMERCE_OPERATIONS
from commerce_sdk_api.commerce_layer.operations import OPERATIONS as COMMERCE_LAYER_OPERATIONS
from commerce_sdk_api.storefront.operations import OPERATIONS as STOREFRONT_OPERATIONS
from tests.conftest import ROOT
from tests.support.clients import (
    admin_client,
    client,
    commerce_layer_client,
    storefront_client,
)
from tests.support.every_admin_call import ADMIN_FOLLOWED, EVERY_ADMIN_CALL
from tests.support.every_call import EVERY_CALL, FOLLOWED
from tests.support.every_commerce_layer_call import (
    COMMERCE_LAYER_FOLLOWED,
    EVERY_COMMERCE_LAYER_CALL,
)
from tests.support.every_storefront_call import (
    EVERY_STOREFRONT_CALL,
    LOGIN,
    STOREFRONT_FOLLOWED,
)
from tests.support.worlds import ACCOUNT

DOCUMENTS = ROOT / "src/commerce_sdk/sandbox/documents"
Answer = Callable[[], httpx.Response]


def _document(name: str) -> dict[str, Any]:
    bundled: dict[str, Any] = json.loads((DOCUMENTS / f"{name}.json").read_text())
    return bundled


@attrs.frozen
class Subject:
    """A platform. `calls` are every operation of it, and `followed` what takes several, each with
    one id in every place that takes one; `follows` is whose answers those read. A call that has
    `settings` of its own needs them; one that has `answered` first gets these answers."""

    name: str
    document: dict[str, Any]
    make: Callable[..., Any]
    operations: Mapping[str, Operation]
    calls: Mapping[str, Callable[[Any, Any], Awaitable[Any]]]
    followed: Mapping[str, Callable[[Any, Any], Awaitable[Any]]]
    follows: Mapping[str, tuple[str, ...]]
    settings: Mapping[str, Mapping[str, Any]] = {}
    answered: Mapping[str, tuple[Answer, ...]] = {}

    def client(
        self, answer: httpx.AsyncBaseTransport, name: str = "", **settings: Any
    ) -> PlatformClient:
        """A client for the call of this name."""
        made: PlatformClient = self.make(answer, **{**settings, **self.settings.get(name, {})})
        return made

    def writes(self) -> Iterator[str]:
        """The operations of its callers that change something. What a login sends changes nothing,
        and who calls hears of it only as of what kept the call from being sent."""
        for name, operation in self.operations.items():
            if operation.retry.kind != "safe" and operation.takes_credential:
                yield name

    def answers_of(self, operation: str) -> list[dict[str, Any]]:
        """The schemas of an operation's answers, errors included."""
        about = self.operations[operation]
        responses = self.document["paths"][about.path][about.method.lower()]["responses"]
        schemas = []
        for response in responses.values():
            if "$ref" in response:
                name = response["$ref"].rsplit("/", 1)[1]
                response = self.document["components"]["responses"][name]
            for media in response.get("content", {}).values():
                schemas.append(media.get("schema", {}))
        return schemas


def _token() -> httpx.Response:
    tokens = {"accessToken": "access-t0ken", "refreshToken": "refresh-t0ken"}
    return httpx.Response(200, json={**tokens, "tokenType": "Bearer", "expiresIn": 3600})


def _page() -> httpx.Response:
    return httpx.Response(200, json={"data": [], "pages": 1})


PLATFORMS = (
    Subject(
        name="commerce",
        document=_document("commerce"),
        make=lambda answer, **settings: client(answer, catalog_account=ACCOUNT, **settings),
        operations=COMMERCE_OPERATIONS,
        calls=EVERY_CALL,
        followed=FOLLOWED,
        follows={
            "a quote": ("get_quote", "get_order"),
            "a change": ("get_pricing_change", "get_order"),
            "a change executed": ("execute_pricing_change", "get_order"),
            "an order placed": ("get_order_status", "get_order"),
            "an order": ("get_order_status", "get_order"),
            "an order by quote": ("place_order", "get_order"),
        },
    ),
    Subject(
        name="storefront",
        document=_document("storefront"),
        make=storefront_client,
        operations=STOREFRONT_OPERATIONS,
        calls=EVERY_STOREFRONT_CALL,
        followed=STOREFRONT_FOLLOWED,
        follows={
            "a wait for an order": ("get_order",),
            "all products": ("list_products",),
            "all orders": ("list_orders",),
            "the end of a session": ("log_out", "refresh_login"),
        },
        settings={
            "log_in": {"auth": LOGIN},
            "refresh_login": {"auth": LOGIN},
            "the end of a session": {"auth": LOGIN},
        },
        answered={
            "refresh_login": (_token, lambda: httpx.Response(401)),
            "the end of a session": (_token, _page),
        },
    ),
    Subject(
        name="admin",
        document=_document("admin"),
        make=admin_client,
        operations=ADMIN_OPERATIONS,
        calls=EVERY_ADMIN_CALL,
        followed=ADMIN_FOLLOWED,
        follows={
            "a provisioning": ("get_provisioning_status",),
            "products provisioned": ("provision_products", "get_provisioning_status"),
            "an app provisioned": ("provision_app", "get_provisioning_status"),
            "all workspaces": ("search_workspaces",),
        },
    ),
    Subject(
        name="commerce_layer",
        document=_document("commerce_layer"),
        make=commerce_layer_client,
        operations=COMMERCE_LAYER_OPERATIONS,
        calls=EVERY_COMMERCE_LAYER_CALL,
        followed=COMMERCE_LAYER_FOLLOWED,
        follows={
            "a wait for a member": ("get_membership",),
            "a wait for a provider": ("get_identity_provider",),
            "all memberships": ("list_memberships",),
            "all memberships by id": ("list_memberships",),
            "all permissions of a role": ("list_role_permissions",),
            "a role with a reference": ("list_roles", "create_role"),
        },
    ),
)
