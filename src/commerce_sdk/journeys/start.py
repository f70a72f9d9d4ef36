"""Beginning a journey, and going on with one."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from commerce_sdk.admin.client import AdminClient
from commerce_sdk.commerce.client import CommerceClient
from commerce_sdk.document.kinds import refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.journeys import given
from commerce_sdk.journeys.given import Checkpoint, text, text_or_none
from commerce_sdk.journeys.items import checked
from commerce_sdk.journeys.product import Product
from commerce_sdk.journeys.running import Run
from commerce_sdk.journeys.stages import (
    Following,
    Ordering,
    Plan,
    Provisioning,
    Stage,
    Started,
    Via,
    stage_of,
)
from commerce_sdk.runtime.keywords import in_keywords

if TYPE_CHECKING:
    from commerce_sdk.journeys.journey import Journey

_in_keywords = partial(in_keywords, aliases={"invoice_group_id": "invoice_group"})


@_in_keywords
async def provision_and_order(
    admin: AdminClient,
    commerce: CommerceClient,
    *,
    products: Sequence[Product],
    site: str,
    admin_email: str,
    new_site: bool = False,
    timezone: str | None = None,
    container: str | None = None,
    invoice_group: str | None = None,
    metadata: Mapping[str, str] | None = None,
    order_id: str | None = None,
    via: Via = "v2",
    checkpoint: Checkpoint | None = None,
    across_origins: bool = False,
) -> Journey:
    """Provision products on a site and order them; return once the platform has the order.

        journey = await journeys.provision_and_order(
            admin, commerce, products=[journeys.jira(users=100, parent=ENTERPRISE)],
            site="acme-2", new_site=True, admin_email=…, timezone="Australia/Sydney",
            checkpoint=keep,
        )
        done = await journey.result()

    All look-ups come first. Then the provisioning is sent, once, and the order right after it, for
    the platform gives up what is not ordered in time (ten minutes, says its document). The order is
    sent as often as it takes, and placed at most once.

    Args:
        admin: The organization.
        commerce: The account that orders.
        products: What to provision and order, made by `jira`, `jsm` and `confluence`.
        site: The name of the site, what stands before the first dot of its address.
        admin_email: Who administers the products.
        new_site: True makes the site; one of this name may not be there yet.
        timezone: The IANA time zone of a new site, which needs one.
        container: The entitlement of the container that the site's products of the Jira family are
            in, where you know it; left out, it is looked up, and ordered where the site has none.
        invoice_group: The invoice group to bill; left out, the account's own.
        metadata: Key-value pairs of your own for the order.
        order_id: Your own UUID for the order; left out, a random one.
        via: How the order is placed, `v2` as in the cookbook, or `v4`.
        checkpoint: An async function that keeps the token that it is given, where a crash cannot
            take it. It is awaited before every stage, so before each of the two is sent.
        across_origins: Your word that the two clients are meant to speak to different servers.

    Raises:
        InvalidRequest: refused before anything was sent, or by what was looked up.
        CheckpointFailed: the token could not be kept, so nothing was sent; before the order that is
            a `JourneyFailed`, and after it a warning of the log.
        ProvisioningUnclear: the provisioning's answer was lost; see its two ways on.
        JourneyFailed: it was provisioned, and is not ordered; says until when it can be.
        ApiError, ConnectionFailed, DeadlineExceeded: before anything was provisioned. Every error
            has the `token` that goes on.
    """
    chosen = _products(products)
    for kind in {each.kind for each in chosen}:
        if [each.kind for each in chosen].count(kind) > 1:
            raise InvalidRequest(f"a site has one {kind}; add up what is wanted", path="products")
    if any(each.kind == "app" for each in chosen):
        raise InvalidRequest("an app is installed by install_app(…)", path="products")
    if given.flag(new_site, "new_site") and timezone is None:
        raise InvalidRequest("is needed for a new site", path="timezone")
    if not new_site and timezone is not None:
        raise InvalidRequest("is for a new site; give new_site=True with it", path="timezone")
    if new_site and container is not None:
        raise InvalidRequest("a new site has none yet", path="container")
    organization, account = _accounts(admin, commerce, across_origins)
    plan = Plan(
        origins=(admin.origin, commerce.origin),
        organization=organization,
        account=account,
        order_id=_order_id(order_id),
        products=chosen,
        admin_email=text(admin_email, "admin_email"),
        via=given.via(via),
        site=given.site(site),
        new_site=new_site,
        timezone=text_or_none(timezone, "timezone"),
        container=text_or_none(container, "container"),
        invoice_group=text_or_none(invoice_group, "invoice_group"),
        metadata=given.metadata(metadata),
    )
    return await _begun(admin, commerce, plan, checkpoint, is_new=order_id is None)


@_in_keywords
async def install_app(
    admin: AdminClient,
    commerce: CommerceClient,
    *,
    app: Product,
    admin_email: str,
    site: str | None = None,
    product: str | None = None,
    product_ari: str | None = None,
    invoice_group: str | None = None,
    metadata: Mapping[str, str] | None = None,
    order_id: str | None = None,
    via: Via = "v2",
    checkpoint: Checkpoint | None = None,
    across_origins: bool = False,
) -> Journey:
    """Provision an app on a product of a site and order it; return once the platform has the order.

        journey = await journeys.install_app(
            admin, commerce, app=journeys.app(OFFERING, app_key=KEY, quantities={"user": 100}),
            site="acme", product="jira", admin_email=…, checkpoint=keep,
        )

    The rest as in `provision_and_order`, which it also raises.

    Args:
        admin: The organization.
        commerce: The account that orders.
        app: What to install, made by `journeys.app`.
        admin_email: Who administers the app.
        site: The name of the site that the product is on.
        product: The product: `jira`, `jsm`, `confluence`, or another one by the platform's own name
            for it (`attributes.type_key` of a workspace).
        product_ari: In place of these two the product's resource name, the id of its workspace.
        invoice_group: The invoice group to bill; left out, the account's own.
        metadata: Key-value pairs of your own for the order.
        order_id: Your own UUID for the order; left out, a random one.
        via: How the order is placed, `v2` as in the cookbook, or `v4`.
        checkpoint: An async function that keeps the token that it is given.
        across_origins: Your word that the two clients are meant to speak to different servers.

    Raises:
        InvalidRequest, CheckpointFailed, ProvisioningUnclear, JourneyFailed: as
            `provision_and_order` does.
        ApiError, ConnectionFailed, DeadlineExceeded: before anything was provisioned.
    """
    if not isinstance(app, Product) or app.kind != "app":
        raise InvalidRequest("must be an app, as journeys.app(…) gives it", path="app")
    app = _checked(app, "app")
    if product_ari is not None and (site is not None or product is not None):
        what = "names the product by itself; give no site= or product= with it"
        raise InvalidRequest(what, path="product_ari")
    if product_ari is None and (site is None or product is None):
        missing = "site" if site is None else "product"
        raise InvalidRequest("is needed: give site= and product=, or product_ari=", path=missing)
    organization, account = _accounts(admin, commerce, across_origins)
    plan = Plan(
        origins=(admin.origin, commerce.origin),
        organization=organization,
        account=account,
        order_id=_order_id(order_id),
        products=(app,),
        admin_email=text(admin_email, "admin_email"),
        via=given.via(via),
        site=given.site_or_none(site),
        on=text_or_none(product, "product"),
        product_ari=text_or_none(product_ari, "product_ari"),
        invoice_group=text_or_none(invoice_group, "invoice_group"),
        metadata=given.metadata(metadata),
    )
    return await _begun(admin, commerce, plan, checkpoint, is_new=order_id is None)


@_in_keywords
async def resume(
    admin: AdminClient,
    commerce: CommerceClient,
    token: str,
    *,
    checkpoint: Checkpoint | None = None,
    request_id: str | None = None,
    provision_again: bool = False,
    across_origins: bool = False,
) -> Journey:
    """Go on with a journey by the newest token that was kept of it, here or elsewhere.

    Nothing is provisioned or ordered twice: an order that may have been sent is looked for first,
    and sent only while there is time. A provisioning that may have been sent cannot be looked for;
    that is a `ProvisioningUnclear`, which names two ways on.

    Args:
        admin: The organization.
        commerce: The account that orders.
        token: What `checkpoint` was given, `Journey.token`, or the `token` of an error.
        checkpoint: As for the journey itself.
        request_id: The id of the provisioning, where its answer was lost and the administration
            shows it.
        provision_again: Your word that nothing was provisioned, so that it is sent once more.
        across_origins: Your word that the two clients are meant to speak to different servers.

    Raises:
        InvalidRequest: no token of a journey, or of another organization, account or server.
        ProvisioningUnclear, JourneyFailed, CheckpointFailed: as of the journey itself.
    """
    try:
        stage = _kept(token, request_id, given.flag(provision_again, "provision_again"))
        _accounts(admin, commerce, across_origins, stage)
        admin = admin.for_organization(stage.plan.organization)
        commerce = commerce.for_account(stage.plan.account)
        _check_order(commerce, stage)
        run = Run(admin, commerce, stage, given.checkpoint(checkpoint))
    except InvalidRequest as error:
        error.maybe_applied = None  # what is wrong with it says nothing of the journey
        raise
    return await run.go_on(request_id=request_id, provision_again=provision_again)


async def _begun(
    admin: AdminClient, commerce: CommerceClient, plan: Plan, checkpoint: object, *, is_new: bool
) -> Journey:
    run = Run(admin, commerce, Started(plan=plan), given.checkpoint(checkpoint), is_new=is_new)
    run.check()
    return await run.go_on()


def _kept(token: str, request_id: str | None, provision_again: bool) -> Stage:
    """The stage of a token, where what was found out about the provisioning is for it."""
    text_or_none(request_id, "request_id")
    if request_id is not None and provision_again:
        raise InvalidRequest("give request_id= or provision_again=, not both", path="request_id")
    stage = stage_of(token)
    if isinstance(stage, Ordering | Following):
        known = f"is for a provisioning whose answer was lost; that of this is {stage.request_id}"
        if provision_again:
            raise InvalidRequest(known, path="provision_again")
        if request_id not in (None, stage.request_id):
            raise InvalidRequest(known, path="request_id")
    elif request_id is not None and not isinstance(stage, Provisioning):
        what = "is for a provisioning whose answer was lost; by this token none was sent yet"
        raise InvalidRequest(what, path="request_id")
    return stage


def _check_order(commerce: CommerceClient, stage: Stage) -> None:
    """Raises `InvalidRequest` for a token of what could not be ordered."""
    if isinstance(stage, Started | Provisioning):
        try:
            for product in stage.plan.products:
                checked(product)
        except InvalidRequest as error:
            raise InvalidRequest(f"holds no product to order: {error}", path="token") from None
    if isinstance(stage, Ordering):
        try:
            kept = commerce.orders.prepare(stage.order)
        except InvalidRequest as error:
            raise InvalidRequest(f"holds no order to send: {error}", path="token") from None
        if kept.order_id.lower() != stage.plan.order_id.lower():
            raise InvalidRequest("holds another order than its own", path="token")


def _accounts(
    admin: AdminClient, commerce: CommerceClient, across_origins: bool, kept: Stage | None = None
) -> tuple[str, str]:
    """Whom a journey is for. Raises `InvalidRequest` where that is not plain."""
    for client, kind, path in (
        (admin, AdminClient, "admin"),
        (commerce, CommerceClient, "commerce"),
    ):
        if not isinstance(client, kind):
            raise refuse(f"a client, an {kind.__name__}", client, path)
    if admin.origin != commerce.origin and not given.flag(across_origins, "across_origins"):
        raise InvalidRequest(
            f"the organization is at {admin.origin}, and what is ordered at {commerce.origin}: a "
            "journey would provision in one world and order in the other. Give across_origins=True "
            "where that is meant",
            path="admin",
        )
    if kept is not None and not given.flag(across_origins, "across_origins"):
        _check_origins(kept.plan.origins, (admin.origin, commerce.origin))
    found = []
    for own, keyword, setting in (
        (admin.organization, "organization", "organization"),
        (commerce.transaction_account, "account", "transaction_account"),
    ):
        meant = getattr(kept.plan, keyword) if kept is not None else own
        if meant is None:
            raise InvalidRequest("is needed by a journey: set it on the client", path=setting)
        if own is not None and meant.lower() != own.lower():
            raise InvalidRequest(f"belongs to another {setting} than the client's", path="token")
        found.append(meant)
    return found[0], found[1]


def _check_origins(kept: tuple[str, str], now: tuple[str, str]) -> None:
    """What was provisioned in one world is not ordered in another."""
    for begun, present in zip(kept, now, strict=True):
        if begun != present:
            raise InvalidRequest(
                f"is of a journey at {begun}, and the client is for {present}. Give "
                "across_origins=True where that is the same server",
                path="token",
            )


def _products(every: object) -> tuple[Product, ...]:
    if isinstance(every, Product) or not isinstance(every, Sequence) or not every:
        raise InvalidRequest("must be a list of products, one at least", path="products")
    for place, each in enumerate(every):
        if not isinstance(each, Product):
            raise refuse("a product, as journeys.jira(…) gives it", each, f"products[{place}]")
    return tuple(_checked(each, f"products[{place}]") for place, each in enumerate(every))


def _checked(product: Product, path: str) -> Product:
    """A copy of a product, which nobody changes any more. Raises `InvalidRequest` for what none of
    the functions makes."""
    try:
        return checked(product)
    except InvalidRequest as error:
        raise error.under(path) from None


def _order_id(own: str | None) -> str:
    return str(uuid.uuid4()) if own is None else text(own, "order_id")
