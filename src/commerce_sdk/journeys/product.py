"""What a journey provisions and orders, as a value."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Literal

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
