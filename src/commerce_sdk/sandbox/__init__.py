"""Platforms on your own machine, to run your code against: Commerce, the administration of an
organization, the storefront, Commerce Layer Provisioning, and others by their documents.

    import httpx
    from commerce_sdk import CommerceClient
    from commerce_sdk.sandbox import ACCOUNTS, TOKEN, ManualClock, Sandbox

    sandbox = Sandbox(clock=ManualClock())
    commerce = CommerceClient(
        token=TOKEN,
        transaction_account=ACCOUNTS[0],
        base_url="http://127.0.0.1/commerce/api",
        transport=httpx.ASGITransport(app=sandbox),
    )

Routes and the checks of requests come from a platform's OpenAPI document (`documents/` holds them,
and no program); what its operations do is written by hand, in a folder a platform. It stands apart
from the SDK: neither imports the other, so that one bug cannot hide on both sides.
`python -m commerce_sdk.sandbox` serves them over HTTP. `commerce_sdk.sandbox.engine` serves other
documents, with behaviour of your own, and beside them `commerce_platform()`, `admin_platform()`,
`storefront_platform()` and `commerce_layer_platform()`; the administration provisions what a
Commerce platform beside it sells.
"""

try:
    from commerce_sdk.sandbox.admin.catalogue import ORGANIZATION, SITES, Site
    from commerce_sdk.sandbox.admin.platform import ADMIN_EMAIL, admin_platform
    from commerce_sdk.sandbox.commerce.catalogue import (
        ACCOUNTS,
        CATALOG_ACCOUNT,
        FAILING_OFFERING,
        QUOTE_AT_WORK,
        QUOTES,
        YEN_QUOTE,
    )
    from commerce_sdk.sandbox.commerce.orders import Switches
    from commerce_sdk.sandbox.commerce.platform import TOKEN, commerce_platform
    from commerce_sdk.sandbox.commerce.sandbox import Sandbox
    from commerce_sdk.sandbox.commerce_layer.platform import commerce_layer_platform
    from commerce_sdk.sandbox.commerce_layer.settings import (
        COMMERCE_LAYER_CLIENT_ID,
        COMMERCE_LAYER_CLIENT_SECRET,
        COMMERCE_LAYER_COLLEAGUE,
        COMMERCE_LAYER_USER,
        CommerceLayerPerson,
    )
    from commerce_sdk.sandbox.engine.clock import ManualClock, SystemClock
    from commerce_sdk.sandbox.storefront.coupons import (
        AMOUNT_COUPON,
        EXPIRED_COUPON,
        PERCENT_COUPON,
    )
    from commerce_sdk.sandbox.storefront.platform import storefront_platform
    from commerce_sdk.sandbox.storefront.users import (
        STOREFRONT_ADMIN,
        STOREFRONT_API_KEY,
        STOREFRONT_CUSTOMER,
        STOREFRONT_OTHER_CUSTOMER,
        STOREFRONT_USERS,
        StorefrontUser,
    )
except ModuleNotFoundError as _fault:
    _library = str(_fault.name).partition(".")[0]
    if _library not in ("starlette", "jsonschema"):
        raise
    raise ImportError(
        f'the sandbox needs its extra, {_library} is missing: pip install "commerce-sdk[sandbox]"'
    ) from _fault

__all__ = [
    "ACCOUNTS",
    "ADMIN_EMAIL",
    "AMOUNT_COUPON",
    "CATALOG_ACCOUNT",
    "COMMERCE_LAYER_CLIENT_ID",
    "COMMERCE_LAYER_CLIENT_SECRET",
    "COMMERCE_LAYER_COLLEAGUE",
    "COMMERCE_LAYER_USER",
    "EXPIRED_COUPON",
    "FAILING_OFFERING",
    "ORGANIZATION",
    "PERCENT_COUPON",
    "QUOTES",
    "QUOTE_AT_WORK",
    "SITES",
    "STOREFRONT_ADMIN",
    "STOREFRONT_API_KEY",
    "STOREFRONT_CUSTOMER",
    "STOREFRONT_OTHER_CUSTOMER",
    "STOREFRONT_USERS",
    "TOKEN",
    "YEN_QUOTE",
    "CommerceLayerPerson",
    "ManualClock",
    "Sandbox",
    "Site",
    "StorefrontUser",
    "Switches",
    "SystemClock",
    "admin_platform",
    "commerce_layer_platform",
    "commerce_platform",
    "storefront_platform",
]
