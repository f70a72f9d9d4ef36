"""How far a journey has come: values that tell all that it takes to go on, here or elsewhere.

Each stage is what is known *before* the next request is sent, so that whoever kept it knows what
may have happened since.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

import msgspec

from commerce_sdk.errors import InvalidRequest
from commerce_sdk.journeys.product import Product
from commerce_sdk.value import Value

VERSION = 1
PROVISION_REQUEST = "provisionRequestId"
"""What the metadata of an order call the provisioning that it is for."""
Via = Literal["v2", "v4"]


class Plan(Value, frozen=True, kw_only=True):
    """What a journey is to do, and at which servers (`origins`). Without a `product_ari` its
    products go to the site; with an app among `products`, `on` or `product_ari` says which product
    it is installed on. A `container` that is given is not looked up."""

    origins: tuple[str, str]
    organization: str
    account: str
    order_id: str
    products: tuple[Product, ...]
    admin_email: str
    via: Via
    site: str | None = None
    new_site: bool = False
    timezone: str | None = None
    on: str | None = None
    product_ari: str | None = None
    container: str | None = None
    invoice_group: str | None = None
    metadata: Mapping[str, str] = {}

    def __post_init__(self) -> None:
        """Raises `ValueError` for what no journey has, as a text that is none of ours may say."""
        if self.app is None:
            fits = bool(self.products and self.site)
        else:
            is_named = self.product_ari or (self.site and self.on)
            fits = bool(
                len(self.products) == 1 and self.app.app_key and is_named and not self.container
            )
        if not fits:
            raise ValueError("it does not say what is provisioned, or where")

    @property
    def app(self) -> Product | None:
        """The app that it installs; None where it brings products to a site."""
        return next((each for each in self.products if each.kind == "app"), None)


class Found(Value, frozen=True, kw_only=True):
    """What was looked up before anything was provisioned: the container that products of the Jira
    family are in, and the name that its site has; for an app its product, that one's entitlement
    and billing anchor."""

    site: str | None = None
    container: str | None = None
    product_ari: str | None = None
    entitlement: str | None = None
    billing_anchor: datetime.datetime | None = None


class Started(Value, frozen=True, kw_only=True, tag="started", tag_field="stage"):
    """Nothing was provisioned; look-ups come next."""

    plan: Plan


class Provisioning(Value, frozen=True, kw_only=True, tag="provisioning", tag_field="stage"):
    """The provisioning is sent next: from here on it may have been. `sent_at` is before that, in
    seconds since the epoch; the time to order counts from it."""

    plan: Plan
    found: Found
    sent_at: float

    def __post_init__(self) -> None:
        if self.plan.app is not None and not (self.found.product_ari and self.found.entitlement):
            raise ValueError("it does not say which product was found")
        _check_instant(self.sent_at)


class Ordering(Value, frozen=True, kw_only=True, tag="ordering", tag_field="stage"):
    """It is provisioned; the order is sent next. `order` is its exact text."""

    plan: Plan
    sent_at: float
    request_id: str
    order: str

    def __post_init__(self) -> None:
        _check_instant(self.sent_at)


class Following(Value, frozen=True, kw_only=True, tag="following", tag_field="stage"):
    """The platform has the order; both are followed to their ends. `order` is the text that was
    sent; None where the order was there before."""

    plan: Plan
    sent_at: float
    request_id: str
    order: str | None = None

    def __post_init__(self) -> None:
        _check_instant(self.sent_at)


Stage = Started | Provisioning | Ordering | Following


_END = datetime.datetime(9999, 1, 1, tzinfo=datetime.UTC).timestamp()


def _check_instant(seconds: float) -> None:
    if not 0 <= seconds < _END:
        raise ValueError("it was not sent within the years 1970 to 9998")


class _Token(Value, frozen=True, kw_only=True):
    v: int
    platform: str
    journey: Stage


class _Head(Value, frozen=True, kw_only=True):
    v: int
    platform: str


_PLATFORM = "journey"


def token_of(stage: Stage) -> str:
    """The stage as small versioned JSON. No credential is in it; the e-mail address of who
    administers the products is."""
    return msgspec.json.encode(_Token(v=VERSION, platform=_PLATFORM, journey=stage)).decode()


def stage_of(token: object) -> Stage:
    """The stage that a token tells. Raises `InvalidRequest` saying why it cannot be used."""
    if not isinstance(token, str | bytes):
        raise InvalidRequest("must be the token of a journey, as text", path="token")
    try:
        head = msgspec.json.decode(token, type=_Head)
    except (ValueError, RecursionError):
        raise InvalidRequest("is not the token of a journey", path="token") from None
    if head.platform != _PLATFORM:
        raise InvalidRequest(
            f"is of the {head.platform:.60} platform, not of a journey", path="token"
        )
    if head.v != VERSION:
        raise InvalidRequest(
            f"has version {head.v}, this release reads version {VERSION}", path="token"
        )
    try:
        return msgspec.json.decode(token, type=_Token).journey
    except (ValueError, RecursionError) as fault:
        raise InvalidRequest(f"cannot be read: {fault}", path="token") from None
