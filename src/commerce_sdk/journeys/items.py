"""The items of a journey's order: pure functions of what is wanted and what was found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commerce_sdk.commerce.orders.items import (
    Relation,
    app_on,
    new_item,
    part_of_family,
    under_enterprise,
)
from commerce_sdk.journeys.products import JIRA_FAMILY, JIRA_FAMILY_CONTAINER, Product
from commerce_sdk.journeys.stages import Found
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
        if product.parent is not None:
            relations.append(under_enterprise(product.parent))
        if product.kind == "app":
            # Apps on products of the Jira family hang on what these are in.
            relations.append(app_on(found.container or found.entitlement))
        yield new_item(
            product.offering,
            quantities=product.quantities,
            pricing_plan_id=product.pricing_plan,
            ends_at=product.ends_at,
            skip_trial=product.skip_trial,
            promotion_codes=product.promotion_codes,
            relations=relations,
            next_billing_anchor=product.billing_anchor or found.billing_anchor,
        )
