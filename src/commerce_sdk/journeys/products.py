"""What a journey provisions and orders: products of a site, and apps on a product."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Literal

from commerce_sdk.document.kinds import refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.runtime.keywords import in_keywords
from commerce_sdk.value import Value

# The offerings that the cookbook for enterprise products names. They are its examples, so whoever
# orders another plan gives its offering.
JIRA_FAMILY_CONTAINER = "009f8789-c10c-4366-9420-f712d02a6499"
"""What the products of the Jira family of one site are in; a journey orders it where it has to."""
JIRA_ENTERPRISE = "799958b5-36bb-4a3d-9289-9fd2986352a7"
JIRA_PREMIUM = "6dd805b4-da75-4374-a7a7-cf0b12f7ea07"
"""The cookbook calls it Jira Premium (Open Source)."""
JSM_ENTERPRISE = "4021727f-e6d1-47ad-be64-2367755f5c51"
CONFLUENCE_ENTERPRISE = "39605741-b92f-4763-8229-7bba2d16433c"

Kind = Literal["jira", "jsm", "confluence", "app"]

JIRA_FAMILY: tuple[Kind, ...] = ("jira", "jsm")


class Product(Value, frozen=True, kw_only=True):
    """A product or an app to provision and to order, made by `jira(…)`, `jsm(…)`, `confluence(…)`
    or `app(…)`. `parent` is the Enterprise entitlement that it comes under; an app has an
    `app_key`."""

    kind: Kind
    offering: str
    quantities: Mapping[str, int]
    parent: str | None = None
    pricing_plan: str | None = None
    ends_at: datetime.datetime | None = None
    billing_anchor: datetime.datetime | None = None
    skip_trial: bool | None = None
    promotion_codes: tuple[str, ...] = ()
    location: str | None = None
    app_key: str | None = None


@in_keywords
def jira(
    *,
    users: int,
    parent: str | None = None,
    offering: str | None = None,
    pricing_plan: str | None = None,
    ends_at: datetime.datetime | None = None,
    billing_anchor: datetime.datetime | None = None,
    promotion_codes: Sequence[str] = (),
    location: str | None = None,
) -> Product:
    """Jira, for so many users.

    Args:
        users: How many may use it.
        parent: The Enterprise entitlement that it comes under.
        offering: Which plan; left out, the Enterprise one (`JIRA_ENTERPRISE`), which needs a
            parent. `JIRA_PREMIUM` is the other one that the cookbook names.
        pricing_plan: A pricing plan other than the offering's own.
        ends_at: When it ends; an aware datetime of whole milliseconds.
        billing_anchor: The instant that billing cycles are counted from.
        promotion_codes: Promotions by their codes.
        location: Where its data are to be kept, such as `us`; left out, the platform decides.

    Raises:
        InvalidRequest: neither a parent nor an offering is given.
    """
    return Product(
        kind="jira",
        offering=_offering(offering, JIRA_ENTERPRISE, parent),
        quantities={"user": users},
        parent=parent,
        pricing_plan=pricing_plan,
        ends_at=ends_at,
        billing_anchor=billing_anchor,
        promotion_codes=_codes(promotion_codes),
        location=location,
    )


@in_keywords
def jsm(
    *,
    agents: int,
    parent: str | None = None,
    offering: str | None = None,
    pricing_plan: str | None = None,
    ends_at: datetime.datetime | None = None,
    billing_anchor: datetime.datetime | None = None,
    promotion_codes: Sequence[str] = (),
    location: str | None = None,
) -> Product:
    """Jira Service Management, for so many agents. The rest as in `jira`; left out, `offering` is
    `JSM_ENTERPRISE`."""
    return Product(
        kind="jsm",
        offering=_offering(offering, JSM_ENTERPRISE, parent),
        quantities={"agent": agents},
        parent=parent,
        pricing_plan=pricing_plan,
        ends_at=ends_at,
        billing_anchor=billing_anchor,
        promotion_codes=_codes(promotion_codes),
        location=location,
    )


@in_keywords
def confluence(
    *,
    users: int,
    parent: str | None = None,
    offering: str | None = None,
    pricing_plan: str | None = None,
    ends_at: datetime.datetime | None = None,
    billing_anchor: datetime.datetime | None = None,
    promotion_codes: Sequence[str] = (),
    location: str | None = None,
) -> Product:
    """Confluence, for so many users. The rest as in `jira`; left out, `offering` is
    `CONFLUENCE_ENTERPRISE`."""
    return Product(
        kind="confluence",
        offering=_offering(offering, CONFLUENCE_ENTERPRISE, parent),
        quantities={"user": users},
        parent=parent,
        pricing_plan=pricing_plan,
        ends_at=ends_at,
        billing_anchor=billing_anchor,
        promotion_codes=_codes(promotion_codes),
        location=location,
    )


@in_keywords
def app(
    offering: str,
    *,
    app_key: str,
    quantities: Mapping[str, int],
    pricing_plan: str | None = None,
    ends_at: datetime.datetime | None = None,
    billing_anchor: datetime.datetime | None = None,
    skip_trial: bool | None = None,
    promotion_codes: Sequence[str] = (),
    location: str | None = None,
) -> Product:
    """An app, to install on a product. To provision it is to accept its vendor's terms of use.

    Args:
        offering: Which plan of the app.
        app_key: The app's key.
        quantities: How much of each charge element, such as `{"agent": 100}`: by what its product
            is counted.
        pricing_plan: A pricing plan other than the offering's own.
        ends_at: When it ends; an aware datetime of whole milliseconds.
        billing_anchor: The instant that billing cycles are counted from; left out, that of the
            product.
        skip_trial: True to be billed from the start.
        promotion_codes: Promotions by their codes, as its vendor gave them.
        location: Where its data are to be kept; left out, the platform decides.
    """
    if not isinstance(quantities, Mapping):
        raise refuse('an object such as {"agent": 100}', quantities, "quantities")
    return Product(
        kind="app",
        offering=offering,
        quantities=dict(quantities),
        pricing_plan=pricing_plan,
        ends_at=ends_at,
        billing_anchor=billing_anchor,
        skip_trial=skip_trial,
        promotion_codes=_codes(promotion_codes),
        location=location,
        app_key=app_key,
    )


def _offering(given: str | None, enterprise: str, parent: str | None) -> str:
    if given is None and parent is None:
        raise InvalidRequest(
            "give the Enterprise entitlement that it comes under, or offering= for another plan",
            path="parent",
        )
    return enterprise if given is None else given


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise refuse("a list of codes", given, "promotion_codes")
    return tuple(given)
