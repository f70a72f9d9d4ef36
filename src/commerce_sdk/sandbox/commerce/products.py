"""The sandbox's products and offerings; they do not change while it runs."""

from __future__ import annotations

from commerce_sdk.sandbox.commerce.catalogue import (
    CATALOG_ACCOUNT,
    OFFERINGS,
    PRODUCTS,
    Offering,
    Product,
)
from commerce_sdk.sandbox.commerce.trials import TRIAL_DAYS
from commerce_sdk.sandbox.engine.call import Call, Entry, Json
from commerce_sdk.sandbox.engine.refusal import Refusal

_SINCE = 1_704_067_200_000
_HOSTING = "CLOUD"


class Products:
    """What is sold."""

    def list_products(self, call: Call) -> list[Entry]:
        return [
            Entry(product.id, lambda product=product: _product(product))  # type: ignore[misc]
            for product in PRODUCTS
            if call.values.get("status") in (None, "NONE", "ACTIVE")
        ]

    def get_product(self, call: Call) -> Json:
        return _product(_known_product(call.id))

    def list_offerings(self, call: Call) -> list[Entry]:
        product = _known_product(call.id)
        status, hosting = call.values.get("status"), call.values.get("hosting-type")
        return [
            Entry(offering.id, lambda offering=offering: _offering(offering))  # type: ignore[misc]
            for offering in OFFERINGS
            if offering.product == product
            and status in (None, "NONE", offering.status)
            and hosting in (None, _HOSTING)
        ]

    def get_offering(self, call: Call) -> Json:
        return _offering(_known_offering(call.id))

    def list_related_offerings(self, call: Call) -> list[Entry]:
        offering = _known_offering(call.id)
        kind = call.values[call.operation.path_names[1]]
        related = [
            other
            for other in OFFERINGS
            if kind == "APP_DEPENDENCE"
            and (other.requires == offering.product or offering.requires == other.product)
        ]
        return [
            Entry(other.id, lambda other=other: _offering(other))  # type: ignore[misc]
            for other in related
        ]

    def get_partner_opt_out(self, call: Call) -> Json:
        return {"ignored": _known_product(call.id).opted_out}

    def list_partner_opt_outs(self, call: Call) -> Json:
        return {"productIds": [product.id for product in PRODUCTS if product.opted_out]}


def _known_product(product_id: str) -> Product:
    for product in PRODUCTS:
        if product.id == product_id.lower():
            return product
    raise Refusal(404, "product_not_found", "There is no such product.")


def _known_offering(offering_id: str) -> Offering:
    for offering in OFFERINGS:
        if offering.id == offering_id.lower():
            return offering
    raise Refusal(404, "offering_not_found", "There is no such offering.")


def _product(product: Product) -> Json:
    return {
        "id": product.id,
        "name": product.name,
        "ari": f"ari:cloud:commerce::product/{product.id}",
        "updatedAt": _SINCE,
        "supportedBillingSystems": ["CCP"],
        "version": 1,
        "status": "ACTIVE",
        "catalogAccountId": CATALOG_ACCOUNT if product.by_partner else None,
    }


def _offering(offering: Offering) -> Json:
    return {
        "id": offering.id,
        "name": offering.name,
        "description": f"{offering.name}, in the cloud",
        "ari": f"ari:cloud:commerce::offering/{offering.id}",
        "updatedAt": _SINCE,
        "hostingType": _HOSTING,
        "level": offering.level,
        "productId": offering.product.id,
        "slugs": [offering.name.lower().replace(" ", "-")],
        "pricingType": "PAID",
        "status": offering.status,
        "supportedBillingSystems": ["CCP"],
        "version": 1,
        "chargeElements": {"user": {"ceiling": 50_000, "overrides": {"allow": False}}},
        "trial": {"lengthDays": TRIAL_DAYS},
        "relationshipRequirements": [
            {"type": "APP_DEPENDENCE", "side": "FROM", "level": "REQUIRED"}
        ]
        if offering.requires
        else [],
        "derivedOfferings": [],
        "catalogAccountId": CATALOG_ACCOUNT if offering.product.by_partner else None,
    }
