"""Schemathesis on the neutral platform, as the engine serves it over HTTP: every operation."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

from commerce_sdk.sandbox.engine import Document, ManualClock, Platform, Server
from tests.contract.runner import Run, labels, schemathesis
from tests.support.servers import on_loopback
from tests.support.shop import BILL, SECRET
from tests.support.shop_platform import CLERK, PASSWORD, Shop, shop_document

HERE = Path(__file__).parent
CASES = 40
KNOWN: dict[str, Any] = {
    "accounts": {},
    "cursors": {},
    "places": {
        "get_bill": [{"path": {"billId": BILL}}],
        "print_bill": [{"path": {"billId": BILL}}],
        "get_rack": [{"path": {"rackId": "r 1"}}],
        "log_in": [{"body": {"email": CLERK, "password": PASSWORD}}],
        "refresh_login": [{"body": {"refreshToken": "kept"}}],
    },
}


class KeptShop(Shop):
    """The shop, with a login that goes on as often as it is asked to."""

    def __init__(self, world: Any) -> None:
        super().__init__(world)
        self.access.refresh = Endless({"kept": CLERK})


class Endless(dict[str, str]):
    """Gives its values again and again."""

    def pop(self, key: str, default: Any = None) -> Any:
        return self.get(key, default)


def with_errors(content: Any) -> Document:
    """The document, in which each operation says of all its errors what they look like."""
    content = copy.deepcopy(content)
    fault = {"schema": {"$ref": "#/components/schemas/Fault"}}
    usual = {"description": "No.", "x-error": "shop", "content": {"application/json": fault}}
    for item in content["paths"].values():
        for operation in item.values():
            operation["responses"].setdefault("default", usual)
    return Document(content)


def asked(folder: Path, *options: str) -> Run:
    document = with_errors(shop_document().content)
    written = folder / "shop.json"
    written.write_text(json.dumps(document.content), encoding="utf-8")
    platform = Platform(
        document,
        KeptShop,
        credentials={"bearer": [SECRET], "key": [SECRET]},
        limits=False,
    )
    with on_loopback(Server(platform, clock=ManualClock())) as there:
        url = str(there.base_url).rstrip("/") + document.base_path
        headers = ("-H", f"Authorization: Bearer {SECRET}", "-H", f"X-Shop-Key: {SECRET}")
        return schemathesis(
            *(written, url, folder, *headers, "-n", str(CASES), *options),
            hooks=HERE / "mending.py",
            known=KNOWN,
            config=HERE / "schemathesis.toml",
        )


def test_the_engine_keeps_to_the_neutral_document(tmp_path: Path) -> None:
    asked(tmp_path).check(labels(shop_document()))
