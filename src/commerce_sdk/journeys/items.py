"""The items of a journey's order: pure functions of what is wanted and what was found."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Sequence

from attrs import evolve
from msgspec.structs import replace

from commerce_sdk.admin.offerings import offering
from commerce_sdk.commerce.orders.items import (
    Relation,
    app_on,
    new_item,
    part_of_family,
    under_enterprise,
)
from commerce_sdk.errors import InvalidRequest
from commerce_sdk.journeys.given import text
from commerce_sdk.journeys.product import JIRA_FAMILY, JIRA_FAMILY_CONTAINER, Product
from commerce_sdk.journeys.stages import Found
from commerce_sdk.runtime.checks import count
from commerce_sdk_api.commerce.models.new_item import NewItem


def items_of(products: Iterable[Product], found: Found) -> Iterator[NewItem]:
    """An item for each product; before the first one of the Jira family also the container that
    they are in, where the site has none."""
    container: NewItem | None = None
    for product in products:
        relations: list[Relation] = []
        if product.kind in JIRA_FAMILY:
            if found.container is not None:
                relations.append(part_of_family(found.container))
            else:
                if container is None:
                    container = new_item(JIRA_FAMILY_CONTAINER)
                    yield container
                relations.append(part_of_family(item=container))
        if product.kind == "app":
            # Apps on products of the Jira family hang on what these are in.
            relations.append(app_on(found.container or found.entitlement))
        yield _item(product, relations, product.billing_anchor or found.billing_anchor)


def checked(product: Product) -> Product:
    """A copy of a product that can be ordered and provisioned. Raises `InvalidRequest` with the
    name of its first attribute that cannot be."""
    product = replace(product, quantities=dict(product.quantities))
    try:
        for quantity in product.quantities.values():
            count(quantity, "quantities")
        evolve(_item(product, (), product.billing_anchor), item_id="checked").to_json()
        offering(product.offering, location=product.location).to_json()
        for name, needed in (("parent", False), ("app_key", product.kind == "app")):
            given = getattr(product, name)
            if needed or given is not None:
                text(given, name)
    except InvalidRequest as error:
        last = re.findall(r"\w+", re.sub(r"\[\d+\]", "", error.path))[-1]
        raise InvalidRequest(error.message, path=_NAMES.get(last, last)) from None
    return product


_NAMES = {
    "offeringId": "offering",
    "entitlementId": "parent",
    "id": "offering",
    "chargeElement": "quantities",
    "quantity": "quantities",
    "pricingPlanId": "pricing_plan",
    "endTimestamp": "ends_at",
    "nextBillingAnchorTimestamp": "billing_anchor",
    "skipTrial": "skip_trial",
    "promotionCode": "promotion_codes",
}
"""The attributes of a product, by the last word of where the documents have them."""


def _item(
    product: Product, relations: Sequence[Relation], billing_anchor: datetime.datetime | None
) -> NewItem:
    under = () if product.parent is None else (under_enterprise(product.parent),)
    return new_item(
        product.offering,
        quantities=product.quantities,
        pricing_plan_id=product.pricing_plan,
        ends_at=product.ends_at,
        skip_trial=product.skip_trial,
        promotion_codes=product.promotion_codes,
        relations=(*relations, *under),
        next_billing_anchor=billing_anchor,
    )
