"""What the sandbox has to sell, to quote and to refuse."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Json = Mapping[str, Any]

FAILING_OFFERING = "00000000-0000-4000-8000-00000000fa11"
"""An order that buys this offering fails, for every kind of reason that there is."""

QUOTES: Mapping[str, int] = {
    "5b2ad6d4-8d9c-4a3e-9f0a-1c3c8f4b7e21": 2,
    "8f0f6f5e-1d0e-4f1c-9a57-0b6f7a1d2c33": 1,
}
"""The quotes that can be previewed and ordered: id and present version."""

QUOTED_OFFERING = "799958b5-36bb-4a3d-9289-9fd2986352a7"
"""What the quotes are about."""


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
