"""Platforms on your own machine, to run your code against: Commerce, and others by their documents.

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
`python -m commerce_sdk.sandbox` serves Commerce over HTTP. `commerce_sdk.sandbox.engine` serves
other documents, with behaviour of your own, and `commerce_platform()` beside them.
"""

try:
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
    from commerce_sdk.sandbox.engine.clock import ManualClock, SystemClock
except ModuleNotFoundError as fault:
    library = str(fault.name).partition(".")[0]
    if library not in ("starlette", "jsonschema"):
        raise
    raise ImportError(
        f'the sandbox needs its extra, {library} is missing: pip install "commerce-sdk[sandbox]"'
    ) from fault

__all__ = [
    "ACCOUNTS",
    "CATALOG_ACCOUNT",
    "FAILING_OFFERING",
    "QUOTES",
    "QUOTE_AT_WORK",
    "TOKEN",
    "YEN_QUOTE",
    "ManualClock",
    "Sandbox",
    "Switches",
    "SystemClock",
    "commerce_platform",
]
