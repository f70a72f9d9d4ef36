"""What the sandbox has to sell, to quote and to refuse, and to whom."""

from __future__ import annotations

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

Json = Mapping[str, Any]

ACCOUNTS = (
    "78e855e6-731e-4819-b23e-7854aad854c8",
    "2666852d-2296-4c24-a999-8949db3bbf1f",
    "6d9cfcbc-0103-4c21-aa8b-462e1ef2d74e",
)
YEN_ACCOUNT = 1
"""Which of the accounts pays in yen; all others pay in US dollars."""

CATALOG_ACCOUNT = "5f1d7c1e-7a0b-4b57-9a52-0f4f3a7c2d10"
"""The partner whose prices can be written."""

FAILING_OFFERING = "00000000-0000-4000-8000-00000000fa11"
"""An order that buys this offering fails, for every kind of reason that there is."""

QUOTED_OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"
"""What the first quote is about."""


@cache
def fixed_id(name: str) -> str:
    """The id of a thing that is the same in every sandbox."""
    return str(uuid.uuid5(uuid.UUID(CATALOG_ACCOUNT), name))


@dataclass(frozen=True)
class Product:
    id: str
    name: str
    by_partner: bool = False
    opted_out: bool = False


@dataclass(frozen=True)
class Offering:
    """A form in which a product is sold. `requires` is the product that an app runs on."""

    id: str
    name: str
    product: Product
    level: int
    requires: Product | None = None
    status: str = "ACTIVE"


TRACKER = Product(fixed_id("tracker"), "Tracker")
WIKI = Product(fixed_id("wiki"), "Wiki", opted_out=True)
CHARTS = Product(fixed_id("charts"), "Charts for Tracker", by_partner=True)
PRODUCTS = (TRACKER, WIKI, CHARTS)

OFFERINGS = (
    Offering(QUOTED_OFFERING, "Tracker Standard", TRACKER, 1),
    Offering("009f8789-c10c-4366-9420-f712d02a6499", "Tracker Premium", TRACKER, 2),
    Offering(fixed_id("tracker-classic"), "Tracker Classic", TRACKER, 0, status="EXPIRED"),
    Offering(fixed_id("wiki-standard"), "Wiki Standard", WIKI, 1),
    Offering(fixed_id("charts-cloud"), "Charts for Tracker", CHARTS, 1, requires=TRACKER),
)

PRICES: Mapping[str, Mapping[str, Sequence[Json]]] = {
    OFFERINGS[0].id: {
        "USD": ({"floor": 1, "ceiling": 100, "unitAmount": 775}, {"floor": 101, "unitAmount": 625}),
        "JPY": ({"floor": 1, "ceiling": 100, "unitAmount": 900}, {"floor": 101, "unitAmount": 725}),
    },
    OFFERINGS[1].id: {
        "USD": ({"floor": 1, "unitAmount": 1525},),
        "JPY": ({"floor": 1, "unitAmount": 1770},),
    },
    OFFERINGS[3].id: {
        "USD": (
            {"floor": 1, "ceiling": 10, "flatAmount": 1000},
            {"floor": 11, "unitAmount": 575},
        ),
        "JPY": ({"floor": 1, "ceiling": 10, "flatAmount": 1200}, {"floor": 11, "unitAmount": 670}),
    },
    OFFERINGS[4].id: {
        "USD": ({"floor": 1, "unitAmountDecimal": "12.500000000001"},),
        "JPY": ({"floor": 1, "unitAmountDecimal": "14.25"},),
    },
}
"""The tiers of each plan, in minor units: cents, or yen, which have no minor unit."""

TAX_PERCENT = {"USD": "8.25", "JPY": "10"}
MARGIN_PERCENT = "5"


@dataclass(frozen=True)
class QuoteSeed:
    """A quote that is there from the beginning: lines of offering and quantity, for one account."""

    id: str
    version: int
    account: int
    name: str
    lines: Sequence[tuple[str, int]]
    at_work_for: float = 0.0
    status: str = "OPEN"


QUOTE_AT_WORK = "c4a1f0d2-6b3e-4f8a-8d57-2e9b1c7a6f44"
"""A quote that is CREATION_IN_PROGRESS for the sandbox's first two seconds."""

YEN_QUOTE = ("e7b9c8d1-2f4a-4c6b-9e83-5a1d0f3b7c55", 1)
"""The quote of the account that pays in yen: id and version."""

QUOTE_SEEDS = (
    QuoteSeed(
        "5b2ad6d4-8d9c-4a3e-9f0a-1c3c8f4b7e21",
        2,
        0,
        "Tracker and Wiki for a team",
        ((QUOTED_OFFERING, 250), (OFFERINGS[3].id, 25)),
    ),
    QuoteSeed("8f0f6f5e-1d0e-4f1c-9a57-0b6f7a1d2c33", 1, 0, "Charts", ((OFFERINGS[4].id, 1001),)),
    QuoteSeed(*YEN_QUOTE, YEN_ACCOUNT, "Tracker, in yen", ((QUOTED_OFFERING, 333),)),
    QuoteSeed(QUOTE_AT_WORK, 1, 0, "Premium", ((OFFERINGS[1].id, 7),), at_work_for=2.0),
    QuoteSeed(
        fixed_id("old quote"), 4, 0, "From last year", ((QUOTED_OFFERING, 10),), status="STALE"
    ),
)

QUOTES: Mapping[str, int] = {seed.id: seed.version for seed in QUOTE_SEEDS[:2]}
"""The quotes that the first account can preview and order: id and present version."""


def failure_for(item_id: str) -> Json:
    """Why an order failed, with one reason of every kind."""
    return {
        "title": "The order cannot be carried out",
        "code": "order_rejected",
        "detail": "Items of the order break rules of the catalogue.",
        "status": "422",
        "id": "7d3c2f0e-6a51-4b0e-8a0c-2f6f0f7b9a10",
        "items": [
            {
                "itemId": item_id,
                "errors": [
                    {
                        "errorCode": "OFFERING_NOT_ORDERABLE",
                        "errorName": "offering_not_orderable",
                        "message": "The offering is not for sale to this account.",
                        "field": "offeringId",
                    }
                ],
            }
        ],
        "couplingViolations": [
            {
                "violationCode": "LICENSE_TIER_MISMATCH",
                "message": "Product and app need the same number of users.",
                "participants": [{"type": "ORDER_ITEM", "id": item_id}],
            }
        ],
        "graphViolations": [
            {
                "type": "MISSING_RELATIONSHIP",
                "offeringKey": FAILING_OFFERING,
                "relationshipType": "FAMILY_CONTAINER",
                "missingFromRelationships": [
                    {"offeringRelationshipKey": "site", "type": "FAMILY_CONTAINER"}
                ],
                "missingToRelationships": [],
                "min": 1,
                "max": 1,
                "count": 0,
            }
        ],
    }


def unprovisioned(item_id: str, message: str) -> Json:
    """Why an order failed that was to complete a provisioning."""
    return {
        "title": "The order completes no provisioning",
        "code": "order_rejected",
        "detail": message,
        "status": "422",
        "id": fixed_id(f"unprovisioned {message}"),
        "items": [
            {
                "itemId": item_id,
                "errors": [
                    {
                        "errorCode": "PROVISIONING_NOT_COMPLETED",
                        "errorName": "provisioning_not_completed",
                        "message": message,
                        "field": "metadata.provisionRequestId",
                    }
                ],
            }
        ],
        "couplingViolations": [],
        "graphViolations": [],
    }
