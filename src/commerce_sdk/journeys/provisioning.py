"""Asking for what a journey provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commerce_sdk.admin.offerings import offering
from commerce_sdk.journeys.stages import Found, Plan

if TYPE_CHECKING:
    from commerce_sdk.admin.client import AdminClient
    from commerce_sdk.admin.handle import Provisioning


async def provision(admin: AdminClient, plan: Plan, found: Found) -> Provisioning:
    """Begin to provision the products on their site, or the app on its product. Sent once."""
    offerings = [offering(each.offering, location=each.location) for each in plan.products]
    if plan.app is not None:
        assert found.product_ari is not None
        assert plan.app.app_key is not None
        return await admin.apps.provision(
            found.product_ari,
            offerings,
            admin_email=plan.admin_email,
            app_key=plan.app.app_key,
        )
    assert plan.site is not None
    # A name is a part of an address. One that is there is said as it is; another in small letters,
    # by which it will be found again.
    site = found.site or plan.site.lower()
    return await admin.products.provision(
        offerings, site=site, admin_email=plan.admin_email, timezone=plan.timezone
    )
