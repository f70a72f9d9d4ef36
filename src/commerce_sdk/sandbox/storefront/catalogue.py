"""What the storefront sells from the beginning."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

CATALOGUE: Mapping[str, Mapping[str, Any]] = {
    "8c0d7a52-2f0f-4f43-8f0c-6f3d3a1f9a10": {
        "sku": "BOOT-1",
        "name": "Leather boot",
        "description": "For mud and rain.",
        "price": 49.99,
        "currency": "USD",
        "stock": 12,
        "category": "footwear",
    },
    "1f6a3d08-7c4b-4e29-9b5f-2d8e0c7a6b11": {
        "sku": "SHIRT-1",
        "name": "Linen shirt",
        "description": "Cool in summer.",
        "price": 0.1,
        "currency": "USD",
        "stock": 1000,
        "category": "apparel",
    },
    "2e7b4c19-8d5c-4f3a-8c60-3e9f1d8b7c12": {
        "sku": "BELT-1",
        "name": "Leather belt",
        "price": 19.5,
        "currency": "USD",
        "stock": 0,
        "category": "accessories",
    },
    "3d8c5b2a-9e6d-4a4b-9d71-4fa02e9c8d13": {
        "sku": "RADIO-1",
        "name": "Pocket radio",
        "description": "Runs on two batteries.",
        "price": 1200,
        "currency": "JPY",
        "stock": 7,
        "category": "electronics",
    },
    "4c9d6a3b-af7e-4b5c-8e82-50b13fad9e14": {
        "sku": "LAMP-1",
        "name": "Desk lamp",
        "price": 12.345,
        "currency": "BHD",
        "stock": 5,
        "category": "home",
    },
    "5bae794c-b08f-4c6d-9f93-61c240beaf15": {
        "sku": "VASE-1",
        "name": "Vase of last year",
        "price": 8,
        "currency": "USD",
        "stock": 3,
        "category": "home",
        "active": False,
    },
}
"""Products by their ids; the last one is not for sale, one is sold out."""
