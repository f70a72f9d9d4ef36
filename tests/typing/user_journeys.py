"""Products and apps provisioned and ordered in one go. Checked, never run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import assert_type

from commerce_sdk import AdminClient, CommerceClient, OrderHandle, Provisioning, journeys
from commerce_sdk.admin.models import ProvisioningState, ProvisioningStatus, Workspace
from commerce_sdk.models import Order, OrderState


class Rows:
    """Where the tokens are kept."""

    def __init__(self) -> None:
        self.tokens: dict[str, str] = {}

    async def keep(self, token: str) -> None:
        self.tokens["…"] = token


async def products(admin: AdminClient, commerce: CommerceClient, rows: Rows) -> journeys.Journey:
    jira = journeys.jira(users=100, parent="…")
    assert_type(jira, journeys.Product)
    return await journeys.provision_and_order(
        admin,
        commerce,
        products=[jira, journeys.jsm(agents=20, parent="…"), journeys.confluence(users=10)],
        site="acme-2",
        new_site=True,
        timezone="Australia/Sydney",
        admin_email="admin@example.com",
        metadata={"cost_centre": "42"},
        checkpoint=rows.keep,
    )


async def app(admin: AdminClient, commerce: CommerceClient, rows: Rows) -> journeys.JourneyResult:
    async def keep(token: str) -> None:
        rows.tokens["app"] = token

    journey = await journeys.install_app(
        admin,
        commerce,
        app=journeys.app("…", app_key="com.example.app", quantities={"user": 100}),
        site="acme",
        product="jira",
        admin_email="admin@example.com",
        checkpoint=keep,
    )
    return await journey.result(deadline=600, poll_interval=5)


async def followed(journey: journeys.Journey) -> list[str]:
    lines: list[str] = []
    async for step in journey.steps():
        match step:
            case journeys.SiteFound(workspaces=workspaces, container=container):
                assert_type(workspaces, tuple[Workspace, ...])
                assert_type(container, str | None)
            case journeys.ProductFound(product_ari=ari):
                assert_type(ari, str)
            case journeys.ProvisioningBegun(request_id=request_id, order_by=order_by):
                assert_type(order_by, datetime.datetime)
                lines.append(f"{request_id}, to be ordered by {order_by:%H:%M:%S}")
            case journeys.OrderPlaced(order_id=order_id):
                lines.append(order_id)
            case journeys.OrderChanged(items=items, state=state):
                assert_type(items, Sequence[str])
                assert_type(state, OrderState)
            case journeys.ProvisioningChanged(state=state):
                assert_type(state.status, ProvisioningStatus | None)
    return lines


async def done(journey: journeys.Journey) -> list[str]:
    assert_type(journey.order, OrderHandle)
    assert_type(journey.provisioning, Provisioning)
    assert_type(journey.state, journeys.JourneyState)
    assert_type(journey.order_by, datetime.datetime)
    try:
        ended = await journey.result()
    except journeys.JourneyFailed as failed:
        assert_type(failed.can_resume, bool)
        assert_type(failed.order_by, datetime.datetime | None)
        return [failed.token or ""]
    assert_type(ended.order, Order)
    assert_type(ended.provisioning, ProvisioningState)
    assert_type(ended.entitlements, tuple[journeys.NewEntitlement, ...])
    return [each.entitlement for each in ended.entitlements if each.offering]


async def again(admin: AdminClient, commerce: CommerceClient, rows: Rows) -> journeys.Journey:
    token = rows.tokens["…"]
    try:
        return await journeys.resume(admin, commerce, token, checkpoint=rows.keep)
    except journeys.ProvisioningUnclear as unclear:
        assert_type(unclear.workspaces, tuple[Workspace, ...])
        return await journeys.resume(admin, commerce, token, provision_again=True)
    except journeys.CheckpointFailed:
        return await journeys.resume(admin, commerce, token, request_id="…", across_origins=True)
