"""The constants that pages quote, where they are not plain names: of documents, of the sandbox, and of
the measurements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from functools import cache
from typing import Any, get_args

import msgspec

from commerce_sdk.document.operation import Strategy
from commerce_sdk.sandbox.commerce import catalogue
from commerce_sdk.sandbox.commerce_layer import settings
from commerce_sdk.sandbox.engine import clock
from commerce_sdk.sandbox.storefront import coupons, sessions
from commerce_sdk_api import commerce_layer
from commerce_sdk_api.admin.api import products
from tests.conftest import ROOT

DAY = 86_400.0
SHOP = sessions.StorefrontSwitches()
LAYER = settings.CommerceLayerSwitches()


@cache
def document(name: str) -> Any:
    file = ROOT / "src" / "commerce_sdk" / "sandbox" / "documents" / f"{name}.json"
    return msgspec.json.decode(file.read_bytes())


def operations(platform: Any) -> int:
    return len(platform.OPERATIONS)


def limit(platform: Any, operation: str, tier: str | None, seconds: int = 60) -> tuple[int, int]:
    """Calls, in so many seconds."""
    (found,) = (
        each.limit
        for each in platform.OPERATIONS[operation].rate_limits
        if each.seconds == seconds and each.tier in (tier, None)
    )
    return found, seconds


def token_limit() -> tuple[int, int]:
    (scheme,) = commerce_layer.PLATFORM.schemes
    (only,) = scheme.token_limits
    return only.limit, only.seconds


def page_size(key: str) -> int:
    return int(document("commerce_layer")["components"]["parameters"]["PageSize"]["schema"][key])


def completed_within() -> list[float]:
    seconds = products.provision_products.OPERATION.completed_within
    assert seconds is not None
    return [seconds]


def error_shapes() -> int:
    families = document("commerce")["x-error-families"].values()
    return len({msgspec.json.encode(each, order="sorted") for each in families})


def decimals_of_a_price() -> int:
    tier = document("commerce")["components"]["schemas"]["PricingPlanTierInput"]["properties"]
    return int(re.findall(r"\{1,(\d+)\}", tier["unitAmountDecimal"]["pattern"])[0])


def kinds_of_items() -> int:
    """Of the union that holds a `NewItem`."""
    schemas = document("commerce")["components"]["schemas"].values()
    unions = [each["oneOf"] for each in schemas if "discriminator" in each]
    (items,) = (each for each in unions if {"$ref": "#/components/schemas/NewItem"} in each)
    return len(items)


def measured(part: str, row: str, column: int) -> float:
    """A number of a table of docs/benchmarks.md; of a ratio, its median."""
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    (section,) = (each for each in page.split("\n## ") if each.startswith(part))
    (line,) = re.findall(rf"^\| {re.escape(row)} \|(.*)\|$", section, re.MULTILINE)
    return float(line.split("|")[column].split()[0])


def at_work_for() -> float:
    (seed,) = (each for each in catalogue.QUOTE_SEEDS if each.id == catalogue.QUOTE_AT_WORK)
    return seed.at_work_for


def last_year() -> int:
    return datetime.fromtimestamp(clock._END, UTC).year - 1


def taken_off(coupon: str, subtotal: int, currency: str) -> int:
    """What a coupon takes off, in minor units."""
    off = coupons.COUPONS[coupon](subtotal, currency)
    assert off is not None
    return off


def strategies() -> Sequence[str]:
    return get_args(Strategy)
