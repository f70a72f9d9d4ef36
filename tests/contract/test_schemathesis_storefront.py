"""Schemathesis on the storefront of the sandbox over HTTP: every operation."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import httpx

from commerce_sdk.sandbox import (
    STOREFRONT_ADMIN,
    STOREFRONT_API_KEY,
    STOREFRONT_CUSTOMER,
    ManualClock,
    storefront_platform,
)
from commerce_sdk.sandbox.engine import Server
from commerce_sdk.sandbox.storefront.document import storefront_document
from tests.conftest import ROOT
from tests.contract.runner import Run, labels, schemathesis
from tests.support.servers import on_loopback

HERE = Path(__file__).parent
DOCUMENT = ROOT / "src/commerce_sdk/sandbox/documents/storefront.json"
CASES = 40
SESSIONS = 60
"""As many as can be ended, and as many as can be gone on with, before none is left."""
PRODUCTS = 60
SHIRT = "1f6a3d08-7c4b-4e29-9b5f-2d8e0c7a6b11"
ORDER = {
    "customerId": STOREFRONT_CUSTOMER.id,
    "items": [{"productId": SHIRT, "quantity": 1}],
    "coupon": None,
}
CREDENTIALS = {"email": STOREFRONT_ADMIN.email, "password": STOREFRONT_ADMIN.password}


def known_of(url: str) -> dict[str, Any]:
    """Where the sandbox has something to find: what no document can say."""
    with httpx.Client(base_url=url, headers={"X-API-Key": STOREFRONT_API_KEY}) as client:

        def post(path: str, body: dict[str, Any]) -> dict[str, Any]:
            return dict(client.post(path, json=body).raise_for_status().json())

        kept, *sessions = (post("/auth/login", CREDENTIALS) for _ in range(1 + 2 * SESSIONS))
        product = {"name": "Kept", "price": 1, "currency": "BHD", "stock": 1, "category": "home"}
        products = [
            post("/products", {"sku": f"KEPT-{number}", **product})["productId"]
            for number in range(PRODUCTS)
        ]
        orders = [post("/orders", ORDER)["orderId"] for _ in range(PRODUCTS)]
    skus = [f"NEW-{number}" for number in range(2 * CASES)]
    return {
        "token": kept["accessToken"],
        "accounts": {},
        "cursors": {},
        "places": {
            "log_in": [{"body": CREDENTIALS}],
            "refresh_login": [
                {"body": {"refreshToken": each["refreshToken"]}} for each in sessions[:SESSIONS]
            ],
            "log_out": [
                {"headers": {"Authorization": f"Bearer {each['accessToken']}"}}
                for each in sessions[SESSIONS:]
            ],
            "get_product": [{"path": {"productId": SHIRT}}],
            "update_product": [{"path": {"productId": products[0]}}],
            "delete_product": [{"path": {"productId": each}} for each in products[1:]],
            "create_order": [{"body": ORDER}],
            "get_order": [{"path": {"orderId": each}} for each in orders],
            "update_order_status": [{"path": {"orderId": each}} for each in orders],
        },
        # A currency is three capitals, and a price has the decimals of its currency; these fit any
        # price and any currency that a product has.
        "values": {
            "create_product": {"sku": skus, "currency": ["USD", "JPY"], "price": [1, 20, 300]},
            "update_product": {"currency": ["BHD"], "price": [1, 20, 300]},
        },
        "needed": {"update_order_status": {"reason": "ordered twice"}},
    }


def asked(folder: Path, *options: str) -> Run:
    """What it answers an administrator, who is asked about with a session of their own."""
    platform = storefront_platform(limits=False)
    with on_loopback(Server(platform, clock=ManualClock())) as there:
        url = str(there.base_url).rstrip("/") + platform.document.base_path
        known = known_of(url)
        return schemathesis(
            *(DOCUMENT, url, folder, "-n", str(CASES)),
            *("-H", f"Authorization: Bearer {known['token']}", *options),
            hooks=HERE / "mending.py",
            known=known,
            config=HERE / "schemathesis.toml",
        )


def test_the_storefront_keeps_to_its_document(tmp_path: Path) -> None:
    """But for the end of a session, after which nothing would be answered any more."""
    operations = labels(storefront_document())
    assert len(operations) == 12
    others = [label for label, operation in operations.items() if operation != "log_out"]

    asked(tmp_path, "--exclude-operation-id", "log_out").check(others)


def test_the_end_of_a_session_keeps_to_the_document(tmp_path: Path) -> None:
    run = asked(tmp_path, "--include-operation-id", "log_out")

    run.check(["DELETE /auth/logout"])
