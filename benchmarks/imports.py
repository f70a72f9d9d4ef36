"""What importing costs, in fresh processes that take turns."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time

YARDSTICK = "import httpx"
SERVICE = "import sys; sys.modules['click'] = sys.modules['rich'] = None\n"
"""httpx loads its command line where these two are installed, as they are here for the peers' tools
and not in a service; that would make the yardstick half as long again."""

CANDIDATES = {
    "(an empty program)": "pass",
    YARDSTICK: "import httpx",
    "import commerce_sdk": "import commerce_sdk",
    "the client, and what one call needs": (
        "from commerce_sdk import CommerceClient\n"
        "from commerce_sdk_api.commerce.api.orders import list_orders"
    ),
    "the same, the client made": (
        "from commerce_sdk import CommerceClient\n"
        "from commerce_sdk_api.commerce.api.orders import list_orders\n"
        "CommerceClient(token='t', transaction_account='a', base_url='http://127.0.0.1:1')"
    ),
    "httpx, its client made": "import httpx\nhttpx.AsyncClient()",
    "import aiohttp": "import aiohttp",
    "openapi-python-client": "from stock.api.orders import list_orders",
    "openapi-generator": "from oag import OrdersApi",
}


def run(rounds: int = 15) -> dict[str, tuple[float, float]]:
    """Milliseconds over an empty program, and the ratio to importing httpx; medians. The first
    round compiles what is not compiled yet, and does not count."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    times: dict[str, list[float]] = {name: [] for name in CANDIDATES}
    for number in range(rounds + 1):
        for name, code in CANDIDATES.items():
            began = time.perf_counter()
            done = subprocess.run(
                [sys.executable, "-c", SERVICE + code], capture_output=True, env=environment
            )
            if number and done.returncode == 0:
                times[name].append(time.perf_counter() - began)
    empty = times.pop("(an empty program)")
    net = {
        name: [a - b for a, b in zip(each, empty, strict=True)]
        for name, each in times.items()
        if each
    }
    return {
        name: (
            statistics.median(each) * 1000,
            statistics.median(a / b for a, b in zip(each, net[YARDSTICK], strict=True)),
        )
        for name, each in net.items()
    }
