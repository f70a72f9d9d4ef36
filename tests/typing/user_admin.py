"""An organization's provisioning, as its authors write it. Checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import assert_type

from commerce_sdk import (
    AdminClient,
    AdminSettings,
    Basic,
    CommerceClient,
    CommerceError,
    OrderHandle,
    Page,
    Paginator,
    Provisioning,
    ProvisioningFailed,
    new_item,
    offering,
)
from commerce_sdk.admin.models import (
    ProductEntitlements,
    ProvisioningState,
    ProvisioningStatus,
    SortOrder,
    Workspace,
    WorkspaceField,
    WorkspaceQuery,
    WorkspaceSort,
)

CONFLUENCE = "…"


def opened(email: str, token: str, organization: str) -> AdminClient:
    return AdminClient(auth=Basic(email, token), organization=organization, deadline=30)


async def provision(admin: AdminClient, commerce: CommerceClient, site: str) -> str:
    """A product, and the order that completes it."""
    begun = await admin.products.provision(
        [offering(CONFLUENCE, location="us")],
        site=site,
        admin_email="admin@example.com",
        timezone="Australia/Sydney",
    )
    assert_type(begun, Provisioning)
    placed = await commerce.orders.place(
        items=[new_item(CONFLUENCE, quantities={"user": 100})],
        metadata={"provisionRequestId": begun.request_id},
    )
    assert_type(placed, OrderHandle)
    try:
        state = await begun.result(deadline=600)
    except ProvisioningFailed as failed:
        assert_type(failed.provision_request_id, str)
        assert_type(failed.state, ProvisioningState)
        return f"{failed.provision_request_id}: {failed.state.status}"
    except CommerceError as error:
        assert_type(error.maybe_applied, bool | None)
        return error.advice or str(error)
    assert_type(state, ProvisioningState)
    assert_type(state.status, ProvisioningStatus | None)
    return begun.request_id


async def watched(admin: AdminClient, request_id: str) -> list[ProvisioningStatus]:
    seen: list[ProvisioningStatus] = []
    async for state in admin.provisioning.follow(request_id).updates(deadline=600):
        if state.status:
            seen.append(state.status)
    assert_type(await admin.provisioning.get(request_id), ProvisioningState)
    return seen


async def app(admin: AdminClient, product_ari: str) -> Provisioning:
    entitlements = await admin.products.entitlements(product_ari)
    assert_type(entitlements, ProductEntitlements)
    return await admin.apps.provision(
        product_ari, [offering("…")], admin_email="admin@example.com", app_key="com.example.app"
    )


async def workspaces(admin: AdminClient, site: str) -> dict[str, str]:
    online = WorkspaceQuery(field=WorkspaceField(name="attributes.status", values=["online"]))
    newest = WorkspaceSort(field="attributes.createdAt", order=SortOrder.DESC)
    found = admin.workspaces.search(name=site, query=online, sort=[newest, "id"], unique=True)
    assert_type(found, Paginator[Workspace])
    names: dict[str, str] = {}
    async for workspace in found:
        known = workspace.attributes
        if workspace.id and known and known.name:
            assert_type(known.created_at, datetime.datetime | str | None)
            names[workspace.id] = known.name
    async for page in found.pages():
        assert_type(page, Page[Workspace])
        assert_type(page.items, Sequence[Workspace])
    return names


async def several(admin: AdminClient, organizations: Sequence[str]) -> list[Workspace]:
    all_of_them: list[Workspace] = []
    for each in organizations:
        all_of_them += await admin.for_organization(each).workspaces.search().collect(limit=10)
    return all_of_them


async def configured(settings: AdminSettings) -> None:
    async with AdminClient(**settings) as admin:
        assert_type(admin, AdminClient)
        print(admin.origin, admin.deadline)
