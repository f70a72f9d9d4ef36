"""The workspaces of an organization: those of its first sites, and those that were provisioned."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import quote

from commerce_sdk.sandbox.admin.catalogue import (
    ANOTHER,
    JIRA_CONTAINER,
    PRODUCTS,
    Product,
    Site,
    fixed_id,
)
from commerce_sdk.sandbox.admin.requests import Completed, Place, Requests
from commerce_sdk.sandbox.admin.sales import Sales
from commerce_sdk.sandbox.engine.world import World

Json = Mapping[str, Any]
_REGIONS = {"us": ("us-east-1", "us-west-2")}
_AGE = 10 * 86_400.0


@dataclass(frozen=True)
class Workspace:
    """An instance of a product on a site, which runs on entitlements by their ids."""

    product: Product
    site: Place
    entitlements: tuple[str, ...]
    created_at: float
    status: str = "online"
    sandbox_of: str | None = None
    realm: str = "us"
    features: tuple[str, ...] = ()
    policies: tuple[str, ...] = ()

    @property
    def ari(self) -> str:
        return ari(self.product.type_key, self.site.id)

    @property
    def address(self) -> str:
        """The address of its site."""
        return f"https://{self.site.name}.atlassian.net"

    def shown(self, address: str) -> Json:
        """What it looks like from outside; `address` is the platform's."""
        own = f"{address}/v1/workspaces/{quote(self.ari, safe='')}"
        return {
            "id": self.ari,
            "type": self.product.type,
            "links": {"self": own},
            "attributes": {
                "name": self.site.name,
                "typeKey": self.product.type_key,
                "type": self.product.type,
                "icons": {},
                "avatars": {},
                "labels": [],
                "status": self.status,
                "statusDetails": [],
                "sandbox": {
                    "type": "CHILD" if self.sandbox_of else "NONE",
                    "parentId": self.sandbox_of,
                },
                "createdAt": datetime.fromtimestamp(self.created_at, UTC).isoformat(),
                "updatedAt": None,
                "hostUrl": self.address,
                "realm": self.realm,
                "regions": list(_REGIONS.get(self.realm, ())),
            },
            "relationships": {
                "entitlement": [
                    {
                        "id": each,
                        "type": "entitlements",
                        "links": {"self": f"{own}/entitlements/{each}"},
                        "attributes": {
                            "key": self.product.key,
                            "planKey": self.product.plan_key,
                            "plan": self.product.plan,
                        },
                    }
                    for each in self.entitlements
                ]
            },
        }


def ari(type_key: str, site_id: str) -> str:
    """The resource name of a product on a site."""
    return f"ari:cloud:{type_key}::site/{site_id}"


class Workspaces:
    """All workspaces of the sandbox, and the sites that they are on."""

    def __init__(self, world: World, requests: Requests, sites: Sequence[Site]) -> None:
        self._clock = world.clock
        self._chance = world.chance
        self._requests = requests
        self._first: dict[str, Workspace] = {}
        self._places: dict[str, Place] = {}
        self._seeds = sites
        self.sales: Sales | None = None

    def met(self, sales: Sales) -> None:
        """Let the first sites be there, with what was sold for them."""
        self.sales = sales
        for number, site in enumerate(self._seeds):
            self._begin(site, f"{site.name} {number}", sales)

    def place(self, name: str) -> Place:
        """The first site of a name, which is there from now on. Case does not count."""
        if name.lower() not in self._places:
            drawn = uuid.UUID(int=self._chance.getrandbits(128), version=4)
            self._places[name.lower()] = Place(name, str(drawn))
        return self._places[name.lower()]

    def held(self) -> dict[str, Workspace]:
        """Every workspace by its resource name, the oldest first."""
        found = dict(self._first)
        for each in self._requests.completed():
            for made in _made_by(each):
                known = found.get(made.ari)
                if known is not None:
                    # The same product on the same site is the same workspace.
                    made = replace(known, entitlements=(*known.entitlements, *made.entitlements))
                found[made.ari] = made
        return found

    def container(self, site_id: str) -> str | None:
        """The entitlement of the container that a site's products of a family are in."""
        if self.sales is None:
            return None
        entitlements = [
            entitlement
            for each in self.held().values()
            if each.site.id == site_id
            for entitlement in each.entitlements
        ]
        found = (self.sales.related(each, "FAMILY_CONTAINER") for each in entitlements)
        return next((each for each in found if each is not None), None)

    def _begin(self, site: Site, label: str, sales: Sales) -> None:
        place = Place(site.name, fixed_id(f"site {label}"))
        first = self._places.setdefault(site.name.lower(), place)
        if not site.offerings:
            return
        sold = sales.sell_before(label, _items(site.offerings))
        for offering in site.offerings:
            product = PRODUCTS.get(offering, ANOTHER)
            made = Workspace(
                product,
                place,
                (sold[offering],),
                self._clock.time() - _AGE,
                status=site.status,
                sandbox_of=ari(product.type_key, first.id) if site.is_sandbox else None,
                features=("release-tracks",),
                policies=("data-residency",),
            )
            self._first[made.ari] = made


def _made_by(completed: Completed) -> list[Workspace]:
    """The workspaces that a provisioning made. That of an app makes none, nor does a container."""
    asked = completed.provisioning
    if asked.site is None:
        return []
    return [
        Workspace(
            PRODUCTS.get(each.id, ANOTHER),
            asked.site,
            (completed.purchase.entitlements[each.id],),
            completed.at,
            realm=each.location or "us",
        )
        for each in asked.offerings
        if each.id != JIRA_CONTAINER
    ]


def _items(offerings: Sequence[str]) -> list[Json]:
    """The items of an order of products, one container before those of a family."""
    items: list[Json] = []
    containers: dict[str, str] = {}
    for offering in offerings:
        product = PRODUCTS.get(offering, ANOTHER)
        if product.container is not None and product.container not in containers:
            label = containers[product.container] = f"O{len(items) + 1}"
            items.append(
                {"type": "CREATION_ORDER", "itemId": label, "offeringId": product.container}
            )
        items.append(_item(offering, product, f"O{len(items) + 1}", containers))
    return items


def _item(offering: str, product: Product, label: str, containers: Mapping[str, str]) -> Json:
    relations: list[Json] = [
        {
            "relationshipType": "ENTERPRISE",
            "referenceType": "ENTITLEMENT",
            "entitlementId": fixed_id(f"parent {product.type_key}"),
        }
    ]
    if product.container is not None:
        within = containers[product.container]
        relations.append(
            {
                "relationshipType": "FAMILY_CONTAINER",
                "referenceType": "ORDER_ITEM",
                "itemId": within,
            }
        )
    quantities = [{"chargeElement": product.element, "quantity": 100}]
    return {
        "type": "CREATION_ORDER",
        "itemId": label,
        "offeringId": offering,
        "optedUsageOptions": {"chargingDetails": {"chargeQuantities": quantities}},
        "relatesFromEntitlements": relations,
    }
