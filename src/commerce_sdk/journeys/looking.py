"""What is looked up before anything is provisioned, so that none of it costs the time to order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from commerce_sdk.errors import InvalidRequest, NotFound, WrongAnswer
from commerce_sdk.journeys.product import JIRA_FAMILY, JIRA_FAMILY_CONTAINER
from commerce_sdk.journeys.sites import (
    ambiguous,
    jira_family,
    listed,
    name_of,
    narrowed,
    of_site,
    of_type,
    online,
    type_key,
    type_of,
    unsaid,
)
from commerce_sdk.journeys.stages import PROVISION_REQUEST, Found, Plan
from commerce_sdk.journeys.steps import ProductFound, SiteFound
from commerce_sdk.runtime.call.findings import one_line
from commerce_sdk_api.admin.models import EntitlementProvisioningStatus, ProvisioningStatus
from commerce_sdk_api.commerce.models import EntitlementStatus

if TYPE_CHECKING:
    import datetime

    from commerce_sdk.admin.client import AdminClient
    from commerce_sdk.commerce.client import CommerceClient
    from commerce_sdk_api.admin.models import ProvisioningState, Workspace
    from commerce_sdk_api.commerce.models import EntitlementV2, Order

_CONTAINER = "FAMILY_CONTAINER"
_BY_CONTAINER = "container= with the entitlement of the container that is meant"


async def workspaces_of(admin: AdminClient, site: str, deadline: float | None) -> list[Workspace]:
    """The workspaces of a site, by its name: a part of an address, in which case does not count.
    All pages together have the deadline."""
    search = admin.workspaces.search(name=site, unique=True, deadline=deadline)
    return of_site(await search.collect(), site)


async def _plain_workspaces_of(admin: AdminClient, site: str) -> list[Workspace]:
    """The same, each of which says what it is. Raises `WrongAnswer` for one that does not: taken
    for none, it would have something bought that is there."""
    found = await workspaces_of(admin, site, admin.deadline)
    if unsaid(found):
        what = f"a workspace does not say its name or its product: {listed(unsaid(found))}"
        raise WrongAnswer(what, path="$.data[].attributes")
    return found


async def look_up_site(
    admin: AdminClient, commerce: CommerceClient, plan: Plan, now: datetime.datetime
) -> tuple[Found, SiteFound]:
    """What products on a site need: whether it is there, and the container of its Jira family.

    Raises `InvalidRequest` for a new site that the organization has already, and where several
    workspaces may be meant.
    """
    assert plan.site is not None
    found = await _plain_workspaces_of(admin, plan.site)
    if plan.new_site and found:
        raise InvalidRequest(
            f"the organization has a site {plan.site!r}: {listed(found)}; leave new_site= "
            "out to add products to it",
            path="site",
        )
    container = None
    if any(product.kind in JIRA_FAMILY for product in plan.products):
        container = await _container_of(commerce, plan.site, found)
    for product in plan.products:
        there = online(of_type(found, type_key(product.kind)))
        if there:
            raise InvalidRequest(
                f"the site has {listed(there)}; a product that is there is not bought once more, "
                "but its entitlement amended: orders.place(items=[amend_item(…)])",
                path="products",
            )
    step = SiteFound(at=now, site=plan.site, workspaces=tuple(found), container=container)
    return Found(site=name_of(found[0]) if found else None, container=container), step


async def _container_of(commerce: CommerceClient, site: str, found: list[Workspace]) -> str | None:
    family = narrowed(jira_family(found))
    if not family:
        return None
    types = {type_of(workspace) for workspace in family}
    if len(types) < len(family):
        raise ambiguous(site, family, _BY_CONTAINER)
    containers = {await _container(commerce, workspace) for workspace in family}
    if len(containers) > 1:
        raise ambiguous(site, family, _BY_CONTAINER)
    return containers.pop()


async def _container(commerce: CommerceClient, workspace: Workspace) -> str:
    related = workspace.relationships.entitlement if workspace.relationships is not None else None
    # The cookbook takes the first.
    entitlement = next((each.id for each in related or () if _is_id(each.id)), None)
    if entitlement is None:
        raise WrongAnswer(
            f"the workspace {workspace.id} names no entitlement",
            path="$.data[].relationships.entitlement",
        )
    details = await commerce.entitlements.get_v2(entitlement)
    container = container_in(details)
    if container is None or details.status == EntitlementStatus.INACTIVE:
        what = "has ended" if container is not None else "is in no container of the Jira family"
        raise InvalidRequest(
            f"the site has {workspace.id}, whose entitlement {entitlement} {what}; give container= "
            "with the entitlement of the container that is meant",
            path="container",
        )
    return container


def container_in(details: EntitlementV2) -> str | None:
    """The entitlement of the container that an entitlement is in."""
    related = details.relates_from_entitlements or ()
    containers = (each.entitlement_id for each in related if each.relationship_type == _CONTAINER)
    return next(filter(_is_id, containers), None)


def _is_id(value: object) -> TypeGuard[str]:
    return isinstance(value, str) and bool(value)


def _anchor_in(details: EntitlementV2) -> datetime.datetime | None:
    subscription = details.subscriptionv2
    period = subscription.billing_period_details if subscription is not None else None
    anchor = period.billing_anchor_timestamp if period is not None else None
    if isinstance(anchor, int):
        path = "$.subscriptionv2.billingPeriodDetails.billingAnchorTimestamp"
        raise WrongAnswer(f"{anchor} is no instant", path=path)
    return anchor


async def look_up_product(
    admin: AdminClient, commerce: CommerceClient, plan: Plan, now: datetime.datetime
) -> tuple[Found, ProductFound]:
    """What an app needs of the product that it is installed on.

    Raises `InvalidRequest` where there is no such product on the site, where several may be meant,
    and where it has not one entitlement that is active.
    """
    ari = plan.product_ari or await _ari_of(admin, plan)
    entitlement = await _entitlement_of(
        admin, ari, "product_ari" if plan.product_ari else "product"
    )
    details = await commerce.entitlements.get_v2(entitlement)
    found = Found(
        container=container_in(details),
        product_ari=ari,
        entitlement=entitlement,
        billing_anchor=_anchor_in(details),
    )
    step = ProductFound(
        at=now,
        product_ari=ari,
        entitlement=entitlement,
        container=found.container,
        billing_anchor=found.billing_anchor,
    )
    return found, step


async def provisioning_of(commerce: CommerceClient, plan: Plan) -> str | None:
    """The provisioning that the order of a journey is for; None where it does not show.

    Raises `InvalidRequest` for an order that is for none, or of other offerings.
    """
    order_id = plan.order_id
    try:
        order = await commerce.orders.get(order_id)
    except NotFound:
        return None
    ordered = _ordered(order)
    ordered.pop(JIRA_FAMILY_CONTAINER, None)
    wanted = {each.offering.lower(): dict(each.quantities) for each in plan.products}
    # Quantities that are not shown say nothing.
    if wanted != {each: had or wanted.get(each) for each, had in ordered.items()}:
        shown = one_line(", ".join(f"{each} {had or ''}" for each, had in ordered.items()))
        raise InvalidRequest(f"is the id of another order that is there: {shown}", path="order_id")
    request_id = (order.metadata or {}).get(PROVISION_REQUEST)
    if not _is_id(request_id):
        what = f"is the id of an order that is there, and is for no provisioning: {order_id}"
        raise InvalidRequest(what, path="order_id")
    return request_id


def _ordered(order: Order) -> dict[str, dict[str, int]]:
    """How much an order has of each offering, by charge element."""
    found: dict[str, dict[str, int]] = {}
    for item in order.items or ():
        usage = item.opted_usage_options
        charging = usage.charging_details if usage is not None else None
        quantities = (charging.charge_quantities if charging is not None else None) or ()
        found[str(item.offering_id).lower()] = {
            each.charge_element: each.quantity
            for each in quantities
            if each.charge_element is not None and each.quantity is not None
        }
    return found


def check_goes_on(state: ProvisioningState) -> None:
    """Raises `InvalidRequest` for a provisioning that is over: what is ordered for it is lost."""
    if state.status in (ProvisioningStatus.COMPLETED, ProvisioningStatus.FAILED):
        raise InvalidRequest(
            f"is of a provisioning that ended as {state.status}; nothing is ordered for it",
            path="request_id",
        )


async def _ari_of(admin: AdminClient, plan: Plan) -> str:
    assert plan.site is not None
    assert plan.on is not None
    found = await _plain_workspaces_of(admin, plan.site)
    right = narrowed(of_type(found, type_key(plan.on)))
    if len(right) > 1:
        raise ambiguous(plan.site, right, "product_ari= with the one that is meant")
    if not right or not _is_id(right[0].id):
        raise InvalidRequest(
            f"{plan.site!r} has no {type_key(plan.on)}; found: {listed(found)}",
            path="product",
        )
    return str(right[0].id)


async def _entitlement_of(admin: AdminClient, ari: str, path: str) -> str:
    answered = await admin.products.entitlements(ari)
    active = [
        each.entitlement_id
        for each in answered.entitlements or ()
        if each.provisioning_status == EntitlementProvisioningStatus.ACTIVE
        and _is_id(each.entitlement_id)
    ]
    if len(active) != 1:
        every = answered.entitlements or []
        shown = [f"{each.entitlement_id} ({each.provisioning_status})" for each in every[:10]]
        raise InvalidRequest(
            f"{ari} has {len(active)} entitlements that are active, not one, of {len(every)}: "
            f"{one_line(', '.join(shown)) or 'none'}",
            path=path,
        )
    return active[0]
