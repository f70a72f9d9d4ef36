"""What a user's type checker sees. Checked by mypy, never run."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import assert_type

from msgspec import UnsetType

from commerce_sdk import (
    UNSET,
    AdminClient,
    ApiError,
    CallNext,
    ClientCredentials,
    CommerceClient,
    CommerceError,
    CommerceLayerClient,
    EndEvent,
    Handle,
    Hooks,
    Login,
    MiddlewareCall,
    MiddlewareReply,
    MissingValue,
    Money,
    NotLoaded,
    OrderFailed,
    OrderHandle,
    OrderNotReached,
    OrderParts,
    Page,
    Paginator,
    Placeable,
    PollEvent,
    PreparedOrder,
    PricingChangeFailed,
    Provisioning,
    ProvisioningFailed,
    RetryPolicy,
    StorefrontClient,
    VerificationFailed,
    new_item,
    offering,
    part_of_family,
    required,
)
from commerce_sdk.admin import models as administered
from commerce_sdk.commerce_layer import models as layered
from commerce_sdk.models import (
    CouplingViolation,
    GraphViolation,
    NewItem,
    Order,
    OrderItem,
    OrderItemStatus,
    OrderRequest,
    OrderState,
    OrderStatus,
    PricingChange,
)
from commerce_sdk.storefront import models as store


async def orders(commerce: CommerceClient, account: CommerceClient | None = None) -> None:
    site = new_item("…")
    assert_type(site, NewItem)
    prepared = commerce.orders.prepare(
        items=[site, new_item("…", relations=[part_of_family(item=site)])]
    )
    assert_type(prepared, PreparedOrder)
    placed = await commerce.orders.place(prepared)
    assert_type(placed, OrderHandle)
    assert_type(await placed.result(deadline=600), Order)
    async for state in placed.updates():
        assert_type(state, OrderState)
        assert_type(state.status, OrderStatus | None)
    order = await commerce.orders.get("…")
    assert_type(order.items, list[OrderItem] | None)
    assert_type(order.created_date, datetime.datetime | int | None)
    for item in order.items or ():
        info = item.processing_info
        assert_type(info.status if info else None, OrderItemStatus | None)
    await commerce.orders.place(OrderRequest(order_id="…", items=[site]))
    await commerce.orders.place(items=[site], metadata={"a": "b"})
    parts: OrderParts = {"quote_id": "…", "quote_version": 1}
    parts["retry_of"] = "…"
    await commerce.orders.place(**parts, fresh=True)
    given: list[Placeable] = [prepared, OrderRequest(order_id="…"), b"{}", "{}"]
    assert_type([commerce.orders.prepare(each) for each in given], list[PreparedOrder])


async def there(commerce: CommerceClient, layer: CommerceLayerClient) -> None:
    order = await commerce.orders.get("…")
    assert_type(required(order.items), list[OrderItem])
    for item in required(order.items):
        info = required(item.processing_info)
        assert_type(required(info.status, "status"), OrderItemStatus)
    assert_type(required(order.slug, "order.slug"), str)
    assert_type(required((await commerce.invoices.get("…")).total, name="total"), Money)
    member = await layer.memberships.get("…", include=["role.permissions"])
    assert_type(required(member.role, "member.role"), layered.Role)
    assert_type(required(required(member.role).permissions), list[layered.Permission])
    known: int | UnsetType = 0 if order.slug else UNSET
    assert_type(required(known), int)
    assert_type(required("there"), str)
    try:
        required(order.slug)
    except MissingValue as missing:
        assert_type(missing.name, str | None)
        assert_type(missing.advice, str | None)


class Signing:
    async def __call__(self, call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
        assert_type(call.body, bytes | None)
        reply = await call_next(headers={"x-signature": call.call_id})
        assert_type(reply, MiddlewareReply)
        assert_type(reply.request_id, str | None)
        return reply


async def passing(call: MiddlewareCall, call_next: CallNext) -> MiddlewareReply:
    return await call_next()


def ended(event: EndEvent) -> None:
    assert_type(event.error, str | None)


def polled(event: PollEvent) -> None:
    if isinstance(event.state, OrderState):
        assert_type(event.state.status, OrderStatus | None)


def clients() -> list[CommerceClient]:
    return [
        CommerceClient(
            token="…", middleware=[Signing(), passing], hooks=Hooks(end=ended, poll=polled)
        ),
        CommerceClient.from_env(middleware=(passing,)),
    ]


async def lists(commerce: CommerceClient) -> None:
    paginator: Paginator[Order] = commerce.orders.list(page_size=100)
    async for order in paginator:
        assert_type(order, Order)
    async for page in paginator.pages(after="…"):
        assert_type(page, Page[Order])
        assert_type(page.items, Sequence[Order])
        assert_type(page.next_cursor, str | None)
        assert_type(page.is_last, bool)
    assert_type(await paginator.first(), Order | None)
    assert_type(await paginator.collect(limit=5), list[Order])


def money() -> None:
    price = Money.of("12.34", "USD")
    assert_type(price + price, Money)
    assert_type(price - price, Money)
    assert_type(price * 2, Money)
    assert_type(price / 2, Money)
    assert_type(price / price, Decimal)
    assert_type(price < price, bool)
    assert_type(price == 1, bool)
    assert_type(sum([price, price], Money.zero("USD")), Money)
    assert_type(price.minor, int)
    assert_type(price.amount, Decimal)
    assert_type(price.allocate([1, 2]), list[Money])


async def clones(commerce: CommerceClient) -> None:
    assert_type(commerce.with_options(deadline=5, retry=RetryPolicy()), CommerceClient)
    assert_type(commerce.for_account("…"), CommerceClient)
    try:
        await commerce.orders.get("…")
    except OrderFailed as failed:
        assert_type(failed.order_id, str)
        assert_type(failed.order, Order | None)
        assert_type(failed.state, OrderState | None)
        assert_type(failed.coupling_violations, tuple[CouplingViolation, ...])
        assert_type(failed.graph_violations, tuple[GraphViolation, ...])
    except PricingChangeFailed as ended_badly:
        assert_type(ended_badly.change, PricingChange)
    except ApiError as error:
        assert_type(error.status, int)
        assert_type(error.retry_after, float | None)
    except CommerceError as error:
        assert_type(error.maybe_applied, bool | None)


async def administration(admin: AdminClient) -> None:
    jira = offering("…", location="us")
    begun = await admin.products.provision([jira], site="…", admin_email="…", timezone="…")
    assert_type(begun, Provisioning)
    assert_type(begun.request_id, str)
    assert_type(begun.status_url, str | None)
    await admin.apps.provision("…", [jira], admin_email="…", app_key="…")
    assert_type(await begun.result(deadline=600), administered.ProvisioningState)
    async for state in (await admin.provisioning.wait("…")).updates():
        assert_type(state.status, administered.ProvisioningStatus | None)
    assert_type(await admin.provisioning.get("…"), administered.ProvisioningState)
    assert_type(await admin.products.entitlements("…"), administered.ProductEntitlements)
    query = administered.WorkspaceQuery(search_workspaces="…")
    sort = administered.WorkspaceSort(field="…", order=administered.SortOrder.DESC)
    found = admin.workspaces.search(name="…", query=query, sort=["…", sort], unique=True)
    assert_type(found, Paginator[administered.Workspace])
    admin.workspaces.search(sort="…")
    try:
        await begun.result()
    except ProvisioningFailed as failed:
        assert_type(failed.state, administered.ProvisioningState)
    except CommerceError as error:
        assert_type(error.provision_request_id, str | None)
        assert_type(error.advice, str | None)
    assert_type(admin.for_organization("…"), AdminClient)
    AdminClient.from_env(organization="…", deadline=5)


async def storefront(login: Login) -> None:
    async with StorefrontClient(base_url="…", auth=login, tier="enterprise") as shop:
        product = await shop.products.create(
            sku="…", name="…", price=Money.of("1.00", "USD"), stock=1, category="home"
        )
        assert_type(product, store.Product)
        assert_type(product.price, Money | None)
        await shop.products.update("…", price=Money.of("2.00", "USD"), description=None)
        assert_type(
            await shop.products.list(active=True, unique=True).first(), store.Product | None
        )
        order = await shop.orders.create("…", items={"…": 1})
        await shop.orders.create("…", items=[store.OrderItemInput(product_id="…", quantity=1)])
        assert_type(order, store.Order)
        assert_type(order.status, store.OrderStatus | None)
        assert_type(await shop.orders.cancel("…", reason="…"), store.Order)
        waited = await shop.orders.wait("…", until="shipped")
        assert_type(waited, Handle[store.Order, store.Order])
        try:
            await waited.result()
        except OrderNotReached as ended:
            assert_type(ended.until, str)
        await shop.logout()
    StorefrontClient.from_env(auth=login, tier="standard", deadline=5)


async def commerce_layer(credentials: ClientCredentials) -> None:
    async with CommerceLayerClient(auth=credentials, tier="higher") as layer:
        brand = await layer.organizations.create(name="…", reference="…", include=["roles"])
        assert_type(brand, layered.Organization)
        roles = brand.roles
        assert_type(roles, list[layered.Role] | NotLoaded)
        if not isinstance(roles, NotLoaded):
            assert_type(roles, list[layered.Role])
        found = layer.memberships.list(
            where={"status_eq": layered.MembershipStatus.PENDING, "user_email_end": "…"},
            include=["role.permissions", "organization"],
            fields={"memberships": ["user_email"], "roles": ["name"]},
            sort=["-created_at"],
            by="page",
            unique=True,
        )
        assert_type(found, Paginator[layered.Membership])
        async for page in found.pages():
            assert_type(page, Page[layered.Membership])
        member = await layer.memberships.get("…", fields=["user_email", "role"])
        assert_type(member.user_email, str | None)
        assert_type(member.role, layered.Role | NotLoaded | None)
        if isinstance(member.role, NotLoaded):
            assert_type(member.role.ids, tuple[str, ...] | None)
        elif member.role is None:
            assert_type(member.role, None)
        else:
            assert_type(member.role, layered.Role)
            assert_type(member.role.permissions, list[layered.Permission] | NotLoaded)
        await layer.memberships.update(
            member.id, membership_profile=None, application_memberships=[], reference=None
        )
        assert_type(await layer.memberships.count(where={"owner_true": True}), int)
        assert_type(layer.roles.permissions("…", sort=["subject"]), Paginator[layered.Permission])
        assert_type(layer.organizations.roles(brand.id), Paginator[layered.Role])
        assert_type(await layer.memberships.role("…"), layered.Role | None)
        assert_type(await layer.user.get(fields=["email"]), layered.User)
        assert_type(await layer.versions.list().first(), layered.Version | None)
        active: Handle[layered.Membership, layered.Membership]
        active = await layer.memberships.wait_active("…")
        assert_type(await active.result(), layered.Membership)
        try:
            await (await layer.identity_providers.wait_verified("…")).result(deadline=None)
        except VerificationFailed as failed:
            assert_type(failed.provider, layered.IdentityProvider)
        assert_type(layer.with_options(deadline=5), CommerceLayerClient)
    CommerceLayerClient.from_env(client_id="…", client_secret="…", token_url="…", tier="lower")
