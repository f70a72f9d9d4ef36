"""What pages say of the platforms, of the sandbox, and of what was tried."""

from __future__ import annotations

from commerce_sdk.sandbox.admin import platform as admin_platform, requests, workspaces
from commerce_sdk.sandbox.commerce import beside, invoices, subscriptions, trials
from commerce_sdk.sandbox.commerce_layer import organizations, tokens
from commerce_sdk.sandbox.engine import paging
from commerce_sdk.sandbox.storefront import amounts, catalogue as goods, coupons
from commerce_sdk_api.admin import operations as admin
from commerce_sdk_api.commerce import operations as commerce
from commerce_sdk_api.commerce_layer import operations as commerce_layer
from commerce_sdk_api.storefront import operations as storefront
from tests.pages.facts import (
    DAY,
    LAYER,
    SHOP,
    at_work_for,
    completed_within,
    last_year,
    limit,
    operations,
    page_size,
    strategies,
    taken_off,
    token_limit,
)
from tests.pages.said.entry import Said
from tests.runtime.faults import commerce_layer as faults_of_commerce_layer
from tests.runtime.retries import test_certainty

OF_PLATFORMS = [
    # --- the platforms
    Said("README.md", "catalogue and prices: 39 operations", lambda: [operations(commerce)]),
    Said("README.md", "products, orders: 12 operations", lambda: [operations(storefront)]),
    Said("README.md", "workspaces: 5 operations", lambda: [operations(admin)]),
    Said("README.md", "credentials: 70 operations", lambda: [operations(commerce_layer)]),
    Said(
        "docs/sandbox.md",
        "how Commerce's 39 operations, the administration's 5, the storefront's 12 and Commerce "
        "Layer's 70 behave",
        lambda: [operations(each) for each in (commerce, admin, storefront, commerce_layer)],
    ),
    Said("docs/storefront.md", "is good for an hour", lambda: [SHOP.access_token]),
    Said("docs/storefront.md", "lasts 30 days", lambda: [SHOP.remembered]),
    Said(
        "docs/storefront.md",
        "1,000 calls a minute for a standard plan",
        lambda: limit(storefront, "list_products", "standard"),
    ),
    Said(
        "docs/storefront.md",
        "10,000 for an enterprise one",
        lambda: limit(storefront, "list_products", "enterprise")[:1],
    ),
    Said("docs/commerce_layer.md", "takes 30 requests a minute", token_limit),
    Said(
        "docs/commerce_layer.md",
        "25 at the most; the platform takes 10 where it is left out",
        lambda: [page_size("maximum"), page_size("default")],
    ),
    Said(
        "docs/commerce_layer.md",
        "| reads, all | 200 a minute | 1000 a minute |",
        lambda: [
            *limit(commerce_layer, "list_roles", "lower"),
            *limit(commerce_layer, "list_roles", "higher"),
        ],
    ),
    Said(
        "docs/commerce_layer.md",
        "| reads of one resource | 50 in 10 s | 250 in 10 s |",
        lambda: [
            *limit(commerce_layer, "list_roles", "lower", 10),
            *limit(commerce_layer, "list_roles", "higher", 10),
        ],
    ),
    Said(
        "docs/commerce_layer.md",
        "| writes, all | 200 a minute | 200 a minute |",
        lambda: limit(commerce_layer, "create_role", None) * 2,
    ),
    Said(
        "docs/commerce_layer.md",
        "| writes of one resource | 50 in 10 s | 50 in 10 s |",
        lambda: limit(commerce_layer, "create_role", None, 10) * 2,
    ),
    Said(
        "docs/commerce_layer.md",
        "| tokens | 30 a minute | 30 a minute |",
        lambda: token_limit() * 2,
    ),
    # --- the sandbox
    Said("docs/sandbox.md", "for the first two seconds", lambda: [at_work_for()]),
    Said("docs/sandbox.md", "the end of the year 9998", lambda: [last_year()]),
    Said("docs/sandbox.md", "paid an hour later", lambda: [invoices.PAID_AFTER / 1000]),
    Said("docs/sandbox.md", "one, of 14 days", lambda: [trials.TRIAL_DAYS * DAY]),
    Said(
        "docs/sandbox.md",
        "1,200 cycles at most, a hundred years",
        lambda: [subscriptions.MOST_CYCLES, subscriptions.MOST_CYCLES / 12],
    ),
    Said("docs/sandbox.md", "within ten minutes (`…` of the document)", completed_within),
    Said("docs/sandbox.md", "at ten minutes sharp", completed_within),
    Said(
        "docs/sandbox.md",
        "COMPLETED a second after",
        lambda: [requests.AdminSwitches().provisioning],
    ),
    Said("docs/sandbox.md", "bought it ten days before", lambda: [beside._AGE]),
    Said("docs/sandbox.md", "first Commerce account bought it ten days", lambda: [workspaces._AGE]),
    Said("docs/sandbox.md", "20 to a page", lambda: [admin_platform._PAGE]),
    Said("docs/sandbox.md", "so ten minutes pass", completed_within),
    Said(
        "docs/sandbox.md",
        "coupons: ten percent, five dollars or 500 yen",
        lambda: [
            taken_off(coupons.PERCENT_COUPON, 100, "USD") / 100,
            taken_off(coupons.AMOUNT_COUPON, 10_000, "USD") / 100,
            taken_off(coupons.AMOUNT_COUPON, 10_000, "JPY"),
        ],
    ),
    Said(
        "docs/sandbox.md",
        "*Ten percent of",
        lambda: [taken_off(coupons.PERCENT_COUPON, 100, "USD") / 100],
    ),
    Said("docs/sandbox.md", "It begins with six products", lambda: [len(goods.CATALOGUE)]),
    Said(
        "docs/sandbox.md",
        "good for an hour; a refresh token for 30 days with `…`, *else for 24 hours",
        lambda: [SHOP.access_token, SHOP.remembered, SHOP.refresh_token],
    ),
    Said("docs/sandbox.md", "or of more than fifteen digits", lambda: [len(str(amounts._MOST))]),
    Said("docs/sandbox.md", "comes to more than fifteen", lambda: [len(str(amounts._MOST))]),
    Said(
        "docs/sandbox.md",
        "to its acceptance, a day · `…`: to the look at an identity provider, an hour",
        lambda: [LAYER.accept_after, LAYER.verify_after],
    ),
    Said("docs/sandbox.md", "`…`: 7200 seconds", lambda: [LAYER.token_life]),
    Said("docs/sandbox.md", "900 seconds before its end", lambda: [tokens._AHEAD]),
    Said(
        "docs/sandbox.md",
        "10 to a page, 25 at the most",
        lambda: [page_size("default"), page_size("maximum")],
    ),
    Said("docs/sandbox.md", "seven permissions each", lambda: [len(organizations.SUBJECTS)]),
    Said("docs/sandbox.md", "30 tokens in a minute", token_limit),
    Said("docs/sandbox.md", "in each of the five ways", lambda: [len(strategies())]),
    Said(
        "docs/sandbox.md",
        "from 1 to 100, and `…` of the platform, or 25",
        lambda: [1, paging.LARGEST_PAGE, paging.DEFAULT_PAGE],
    ),
    # --- what was tried
    Said("docs/certainty.md", "walks it 100,000 times", lambda: [test_certainty.WALKS]),
    Said("docs/faults.md", "(here 1.2 seconds)", lambda: [faults_of_commerce_layer.LOOKING]),
]
