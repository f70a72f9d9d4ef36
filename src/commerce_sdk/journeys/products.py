"""What a journey provisions and orders: products of a site, and apps on a product."""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TypedDict, Unpack

from commerce_sdk.document.kinds import refuse
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.journeys.given import text
from commerce_sdk.journeys.items import checked
from commerce_sdk.journeys.product import (
    CONFLUENCE_ENTERPRISE,
    JIRA_ENTERPRISE,
    JSM_ENTERPRISE,
    Kind,
    Product,
)
from commerce_sdk.runtime.keywords import in_keywords, with_keywords_of


class Terms(TypedDict, total=False):
    """The keywords that `jira`, `jsm` and `confluence` take alike."""

    parent: str | None
    offering: str | None
    pricing_plan: str | None
    ends_at: datetime.datetime | None
    billing_anchor: datetime.datetime | None
    promotion_codes: Sequence[str]
    location: str | None


def _product(
    kind: Kind,
    enterprise: str,
    counted: str,
    quantity: int,
    *,
    parent: str | None = None,
    offering: str | None = None,
    pricing_plan: str | None = None,
    ends_at: datetime.datetime | None = None,
    billing_anchor: datetime.datetime | None = None,
    promotion_codes: Sequence[str] = (),
    location: str | None = None,
) -> Product:
    if offering is None and parent is None:
        raise InvalidRequest(
            "give the Enterprise entitlement that it comes under, or offering= for another plan",
            path="parent",
        )
    product = Product(
        kind=kind,
        offering=enterprise if offering is None else offering,
        quantities={counted.removesuffix("s"): quantity},
        parent=parent,
        pricing_plan=pricing_plan,
        ends_at=ends_at,
        billing_anchor=billing_anchor,
        promotion_codes=_codes(promotion_codes),
        location=location,
    )
    return _made(counted, product)


_with_terms = with_keywords_of(_product, but=())


@in_keywords
@_with_terms
def jira(*, users: int, **terms: Unpack[Terms]) -> Product:
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
        InvalidRequest: neither a parent nor an offering is given, or a value is wrong.
    """
    return _product("jira", JIRA_ENTERPRISE, "users", users, **terms)


@in_keywords
@_with_terms
def jsm(*, agents: int, **terms: Unpack[Terms]) -> Product:
    """Jira Service Management, for so many agents. The rest as in `jira`; left out, `offering` is
    `JSM_ENTERPRISE`. Raises as `jira` does."""
    return _product("jsm", JSM_ENTERPRISE, "agents", agents, **terms)


@in_keywords
@_with_terms
def confluence(*, users: int, **terms: Unpack[Terms]) -> Product:
    """Confluence, for so many users. The rest as in `jira`; left out, `offering` is
    `CONFLUENCE_ENTERPRISE`. Raises as `jira` does."""
    return _product("confluence", CONFLUENCE_ENTERPRISE, "users", users, **terms)


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

    Raises:
        InvalidRequest: a value is wrong, or nothing is counted.
    """
    if not isinstance(quantities, Mapping):
        raise refuse('an object such as {"agent": 100}', quantities, "quantities")
    if not quantities:
        raise InvalidRequest("says of nothing how much is ordered", path="quantities")
    product = Product(
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
    return _made("quantities", product)


def _made(counted: str, product: Product) -> Product:
    """A product that can be ordered, whose quantities its caller gave as `counted`."""
    try:
        return checked(product)
    except InvalidRequest as error:
        if error.path == "quantities":
            error.at(counted)
        raise


def _codes(given: Sequence[str]) -> tuple[str, ...]:
    if isinstance(given, str | bytes) or not isinstance(given, Sequence):
        raise refuse("a list of codes", given, "promotion_codes")
    return tuple(text(code, "promotion_codes") for code in given)
